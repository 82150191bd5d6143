/** One part of a path as every system can write it: Windows has no file with these signs. */
export function safePart(part: string): string {
  return Array.from(part, (sign) => (sign < ' ' || '<>:"|?*\\'.includes(sign) ? '_' : sign)).join('')
}
