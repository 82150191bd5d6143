import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'

const chunk = 1_048_576
/** Records other than the one that is being written; a hatch of a whole town may have more, and passes as it is. */
const mostLines = 4_096

/**
 * Rewrites three things of our copy of a drawing that GDAL reads wrongly, and leaves every other byte: a stacked text
 * `\S120/350;` would come as the number 120350, what lies on a layer that is switched off without its colour, and the
 * parts of a block in the colour of the layer it was put on, whatever layer they have of their own.
 */
export function mendDxf(path: string): void {
  const [from, to] = [openSync(path, 'r'), openSync(`${path}.mended`, 'w')]
  try {
    const mend = new Mend((text) => writeSync(to, text, null, 'latin1'))
    const bytes = Buffer.alloc(chunk)
    for (let size = readSync(from, bytes); size > 0; size = readSync(from, bytes))
      mend.take(bytes.toString('latin1', 0, size))
    mend.end()
  } finally {
    closeSync(from)
    closeSync(to)
  }
  renameSync(`${path}.mended`, path)
}

/** Takes a drawing in parts of any size and writes it on, record by record. */
export class Mend {
  private readonly write: (text: string) => void
  private rest = ''
  /** Code and value of a record in turn, each with its line end. */
  private record: string[] = []
  private isCode = true
  private section = ''
  /** What stands for the colour of each layer, by its name. */
  private readonly colours = new Map<string, readonly string[]>()

  constructor(write: (text: string) => void) {
    this.write = write
  }

  take(part: string): void {
    const lines = (this.rest + part).split('\n')
    this.rest = lines.pop() ?? ''
    const out: string[] = []
    for (const line of lines) this.line(`${line}\n`, out)
    this.write(out.join(''))
  }

  end(): void {
    const out: string[] = []
    if (this.rest !== '') this.line(this.rest, out)
    this.flush(out)
    this.write(out.join(''))
  }

  private line(line: string, out: string[]): void {
    const begins = this.isCode && line.trim() === '0'
    if (begins || this.record.length > mostLines) this.flush(out)
    this.record.push(this.isCode || !line.includes('\\S') ? line : line.replaceAll(stack, unstacked))
    this.isCode = !this.isCode
  }

  private flush(out: string[]): void {
    for (const line of this.mended(this.record)) out.push(line)
    this.record = []
  }

  private mended(record: readonly string[]): readonly string[] {
    const kind = record[1]?.trim()
    if (kind === 'SECTION') this.section = valueOf(record, '2') ?? ''
    if (kind === 'LAYER') {
      const shown = frozen(record)
      this.colours.set(valueOf(record, '2') ?? '', [...pairOf(shown, '62'), ...pairOf(shown, '420')])
      return shown
    }
    const layer = this.section === 'BLOCKS' ? valueOf(record, '8') : undefined
    return layer === undefined || layer === '0' ? record : coloured(record, this.colours.get(layer) ?? [])
  }
}

/** Where the value of a code stands in a record; 0 where it has none. */
const at = (record: readonly string[], code: string) =>
  record.findIndex((line, i) => i % 2 === 0 && line.trim() === code) + 1
const valueOf = (record: readonly string[], code: string) =>
  at(record, code) > 0 ? record[at(record, code)]?.trim() : undefined
const pairOf = (record: readonly string[], code: string) =>
  at(record, code) > 0 ? record.slice(at(record, code) - 1, at(record, code) + 1) : []

/** A colour by layer, written out. */
function coloured(record: readonly string[], colour: readonly string[]): readonly string[] {
  if (at(record, '420') > 0 || (valueOf(record, '62') ?? '256') !== '256') return record
  const own = at(record, '62')
  const rest = own > 0 ? record.toSpliced(own - 1, 2) : record
  return rest.toSpliced(at(rest, '8') + 1, 0, ...colour)
}

const stack = /\\S((?:[^;\\\r\n]|\\.)*);/g

/** A fraction stays a fraction; tolerances and raised signs, parted by `^`, have no line between them. */
function unstacked(_: string, body: string): string {
  const [, over = body, sign = '^', under = ''] = /^((?:[^/#^\\]|\\.)*)([/#^])(.*)$/s.exec(body) ?? []
  const parts = [over, under].map((part) => part.trim()).filter((part) => part !== '')
  return parts.join(sign === '^' ? ' ' : '/')
}

/** Off is written as a negative colour, which GDAL finds in no table; frozen hides as well and keeps the colour. */
function frozen(record: readonly string[]): readonly string[] {
  const [flags, colour] = [at(record, '70'), at(record, '62')]
  if (flags === 0 || colour === 0 || !record[colour]!.trim().startsWith('-')) return record
  return record.map((line, i) => {
    if (i === colour) return line.replace('-', '')
    return i === flags ? line.replace(/\d+/, (bits) => String(Number(bits) | 1)) : line
  })
}
