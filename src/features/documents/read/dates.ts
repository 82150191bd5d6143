/** `12/8/2022`, `ngày 26 tháng 11 năm 2024`, `26.11.2024`, a scan's `06/1 0/2022`: one pattern, day, month and year in groups 1 to 3 or 4 to 6. */
export const datePattern = String.raw`(?:ngày\s+)?(?:(\d{1,2})\s*[/.-]\s*(1 [0-2]|\d{1,2})\s*[/.-]\s*(\d{4})|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))`

/** ISO day, or null where no such day exists. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1900 || year > 2200)
    return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The first date of a text as an ISO day. */
export function dayIn(text: string): string | null {
  const found = new RegExp(datePattern, 'iu').exec(text)
  if (!found) return null
  const [day, month, year] = (found[1] ? found.slice(1, 4) : found.slice(4, 7)).map((part) =>
    Number(part?.replace(' ', '')),
  )
  return isoDay(year ?? 0, month ?? 0, day ?? 0)
}
