import { isLine, type Item, type Line } from './lines.ts'
import { labelsOf } from './numbering.ts'
import { recipientsTitle } from './recipients.ts'
import { startsSignature } from './signer.ts'
import { isCapitals } from './words.ts'

/** The parts that every administrative document has, in the order of the page. */
export interface Zones {
  readonly head: readonly Line[]
  readonly body: readonly Item[]
  readonly recipients: readonly Line[]
  readonly signature: readonly Line[]
  readonly appendix: readonly Item[]
}

const opens =
  /^(?:Căn cứ|Thực hiện|Trên cơ sở|Xét|Theo|Để|Nhằm|Kính gửi|Ngày|Qua|Sau khi|Tiếp theo|Triển khai|Tại)(?=[\s:])/u
const appendixTitle = /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|DANH MỤC|BIỂU)(?=\s|$|:)/u

export function zonesOf(items: readonly Item[]): Zones {
  const tailStart = tailOf(items)
  const appendixStart = appendixOf(items, tailStart)
  const bodyStart = Math.min(headEnd(items), tailStart)
  const tail = items.slice(tailStart, appendixStart).filter(isLine)
  return {
    head: items.slice(0, bodyStart).filter(isLine),
    body: items.slice(bodyStart, tailStart),
    ...tailParts(tail),
    appendix: items.slice(appendixStart),
  }
}

/** Where the recipients or the signature begin. */
function tailOf(items: readonly Item[]): number {
  const recipients = items.findIndex((item) => isLine(item) && recipientsTitle.test(item.strand.text))
  const limit = recipients < 0 ? items.length : recipients
  const half = Math.floor(limit / 2)
  for (let index = half; index < limit; index++) {
    const item = items[index]
    if (item && isLine(item) && startsSignature(item.strand.text)) return index
  }
  return limit
}

function appendixOf(items: readonly Item[], tailStart: number): number {
  for (let index = tailStart; index < items.length; index++) {
    const item = items[index]
    if (!item || !isLine(item) || appendixTitle.test(item.strand.text)) return index
  }
  return items.length
}

/** Recipients run from their title to the signature; what else stands in the tail belongs to the signature. */
function tailParts(tail: readonly Line[]): Pick<Zones, 'recipients' | 'signature'> {
  const start = tail.findIndex((line) => recipientsTitle.test(line.strand.text))
  if (start < 0) return { recipients: [], signature: tail }
  const length = tail.slice(start).findIndex((line) => startsSignature(line.strand.text))
  const end = length < 0 ? recipientsEnd(tail, start) : start + length
  return { recipients: tail.slice(start, end), signature: [...tail.slice(0, start), ...tail.slice(end)] }
}

/** The entry for the archive is the last. */
function recipientsEnd(tail: readonly Line[], start: number): number {
  const archive = tail.findIndex(
    (line, index) => index >= start && /^[-–—]?\s*L[ưu]u/u.test(line.strand.text),
  )
  return archive < 0 ? tail.length : archive + 1
}

/** The head ends where the first number, or the first opening sentence, begins. */
function headEnd(items: readonly Item[]): number {
  let seen = 0
  for (const [index, item] of items.entries()) {
    if (!isLine(item)) return index
    const text = item.strand.text
    if (seen > 0 && item.gap && labelsOf(item.strand).length > 0) return index
    if (item.gap && seen > 1 && opens.test(text) && !isCapitals(text)) return index
    if (item.gap && seen > 1 && text.length > 60 && !isCapitals(text) && item.block.align !== 'center')
      return index
    seen++
  }
  return 0
}
