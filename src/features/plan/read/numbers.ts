/** A number as written. `form`: not the Vietnamese way but only one meaning; `meaning`: it could mean two numbers. */
export interface ReadNumber {
  readonly value: number
  readonly doubt: 'form' | 'meaning' | null
}

/** A run of digits with its dots and commas; never ends in one, so a full stop stays outside. */
export const numberSource = String.raw`\d+(?:[.,]\d+)*`

/**
 * A Vietnamese number: dots part thousands, a comma starts the decimals (`1.234,5`). A dot that cannot part
 * thousands is read as a decimal mark and told; null where the signs make no number at all.
 */
export function readNumber(text: string): ReadNumber | null {
  if (!new RegExp(`^${numberSource}$`).test(text)) return null
  const commas = text.split(',').length - 1
  const dots = text.split('.').length - 1
  if (commas === 0 && dots === 0) return told(text, null)
  if (dots === 0) return commas === 1 ? commaOnly(text) : grouped(text, ',', 'form')
  if (commas === 0) return grouped(text, '.', null) ?? (dots === 1 ? told(text, 'form') : null)
  return mixed(text, commas, dots)
}

function commaOnly(text: string): ReadNumber {
  const [whole = '', part = ''] = text.split(',')
  const english = part.length === 3 && whole.length <= 3 && !whole.startsWith('0')
  return told(`${whole}.${part}`, english ? 'meaning' : null)
}

function mixed(text: string, commas: number, dots: number): ReadNumber | null {
  const comma = text.indexOf(',')
  if (commas === 1 && comma > text.lastIndexOf('.')) {
    const whole = grouped(text.slice(0, comma), '.', null)
    return whole && told(`${whole.value}.${text.slice(comma + 1)}`, null)
  }
  const dot = text.indexOf('.')
  if (dots !== 1 || dot < text.lastIndexOf(',')) return null
  const whole = grouped(text.slice(0, dot), ',', 'form')
  return whole && told(`${whole.value}.${text.slice(dot + 1)}`, 'form')
}

function grouped(text: string, mark: '.' | ',', doubt: ReadNumber['doubt']): ReadNumber | null {
  const [first = '', ...groups] = text.split(mark)
  const whole =
    /^[1-9]\d{0,2}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group))
  return whole ? told([first, ...groups].join(''), doubt) : null
}

const told = (digits: string, doubt: ReadNumber['doubt']): ReadNumber => ({ value: Number(digits), doubt })
