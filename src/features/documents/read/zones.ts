import { headColumns, headPieces, namesNation, tailPieces } from './columns.ts'
import { isKindLine } from './kinds.ts'
import { isLine, type Item, type Line } from './lines.ts'
import { bullet, labelsOf } from './numbering.ts'
import { recipientsTitle } from './recipients.ts'
import { isPersonName, isStamp, startsSignature } from './signer.ts'
import { isCapitals } from './words.ts'

/** The parts that every administrative document has, in the order of the page. */
export interface Zones {
  readonly head: readonly Line[]
  readonly body: readonly Item[]
  readonly recipients: readonly Line[]
  readonly signature: readonly Line[]
  /** What is issued with the document: its appendices, each from its title on. */
  readonly annexes: readonly (readonly Item[])[]
}

const opens =
  /^(?:Căn cứ|Thực hiện|Trên cơ sở|Xét|Theo|Để|Nhằm|Kính gửi|Ngày|Qua|Sau khi|Tiếp theo|Triển khai|Tại|Thi hành)(?=[\s:])/u
const annexTitle =
  /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|DANH MỤC|BIỂU)(?=\s*(?:$|[\d:.]|[IVX]+(?:[\s:.]|$)|\p{Lu}{2}|số\s))/u

export function zonesOf(items: readonly Item[]): Zones {
  const tailStart = tailOf(items)
  const tailEnd = annexOf(items, tailStart)
  const bodyStart = Math.min(headEnd(items), tailStart)
  const tail = items.slice(tailStart, tailEnd).filter(isLine)
  return {
    head: headPieces(items.slice(0, bodyStart).filter(isLine)),
    body: items.slice(bodyStart, tailStart),
    ...tailParts(tailPieces(tail)),
    annexes: annexes(items.slice(tailEnd)),
  }
}

/** Where the recipients or the signature begin: the last place before an annex, the first of the two. */
function tailOf(items: readonly Item[]): number {
  const title = items.findIndex((item) => isLine(item) && recipientsTitle.test(item.strand.text))
  const limit = title < 0 ? items.length : title
  for (let index = Math.floor(limit / 3); index < limit; index++) {
    const item = items[index]
    if (item && isLine(item) && startsSignature(item.strand.text) && signs(items, index)) return index
  }
  return limit
}

/** Between an office in capitals and a signature's end stands little. */
function signs(items: readonly Item[], index: number): boolean {
  for (const item of items.slice(index + 1, index + 10)) {
    if (!isLine(item)) return false
    const text = item.strand.text
    if (isPersonName(text) || recipientsTitle.test(text)) return true
    if (text.length > 80 || labelsOf(item.strand).length > 0) return false
  }
  return false
}

function annexOf(items: readonly Item[], tailStart: number): number {
  for (let index = tailStart + 1; index < items.length; index++) {
    const item = items[index]
    if (!item || !isLine(item) || beginsAnnex(item)) return index
  }
  return items.length
}

function beginsAnnex(line: Line): boolean {
  const text = line.strand.text
  if (annexTitle.test(text) || (isCapitals(text) && isKindLine(text)) || namesNation(text)) return true
  return labelsOf(line.strand).some((label) => ['part', 'chapter', 'article', 'roman'].includes(label.style))
}

function annexes(items: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  for (const item of items) {
    const opensNext =
      isLine(item) &&
      annexTitle.test(item.strand.text) &&
      parts.at(-1)?.some((each) => !isLine(each) || labelsOf(each.strand).length > 0)
    if (parts.length === 0 || opensNext) parts.push([item])
    else parts.at(-1)?.push(item)
  }
  return parts
}

/** Recipients have bullets and go on in small letters; the signature is what stands right of them, or after. */
function tailParts(tail: readonly Line[]): Pick<Zones, 'recipients' | 'signature'> {
  const recipients: Line[] = []
  const signature: Line[] = []
  let title = false
  let signing = false
  for (const line of tail) {
    const text = line.strand.text
    const entry = bullet.test(text) || /^Lưu\s*[:;]/u.test(text)
    const isSign =
      !entry &&
      (line.right || startsSignature(text) || isStamp(text) || (isPersonName(text) && ended(recipients)))
    if (recipientsTitle.test(text)) {
      title = true
      signing = false
    }
    if (isSign && !line.right) signing = true
    if (entry) signing = false
    if (title && !isSign && !signing) recipients.push(line)
    else signature.push(line)
  }
  return { recipients, signature }
}

/** The entry before is closed, so a name that follows is no part of it. */
const ended = (recipients: readonly Line[]): boolean => !/[,–-]$/.test(recipients.at(-1)?.strand.text ?? '')

const headLines = 25

/** Words that only a head has; a text without any begins with what it says. */
const isOfHead = (text: string): boolean =>
  isNumberLine(text) ||
  namesNation(text) ||
  (isCapitals(text) && isKindLine(text)) ||
  /^V\s?\/\s?v/u.test(text)

/** The head ends where the first number, or the first opening sentence, begins. */
function headEnd(items: readonly Item[]): number {
  let kind = false
  let title = false
  const headless = !items.slice(0, headLines).some((item) => isLine(item) && isOfHead(item.strand.text))
  for (const [index, item] of items.entries()) {
    if (!isLine(item)) return index
    const text = item.strand.text
    const upper = isCapitals(text)
    const named = kind || index > 1 || headless
    if (named && (item.gap || kind) && labelsOf(item.strand).length > 0 && !isNumberLine(text)) return index
    if (named && !upper && opens.test(text) && !isTitle(items, index)) {
      if (opensBasis.test(text) || (item.gap && (title || !kind))) return index
    }
    if (isSentence(items, index, kind, title)) return index
    title ||= kind && !upper
    kind ||= upper && isKindLine(text)
  }
  return 0
}

/** Under the line that names the kind stands the title, though it begin "Thực hiện Chương trình …". */
function isTitle(items: readonly Item[], index: number): boolean {
  const [item, before] = [items[index], items[index - 1]]
  if (!item || !before || !isLine(item) || !isLine(before)) return false
  const { text } = item.strand
  return (
    isCapitals(before.strand.text) &&
    isKindLine(before.strand.text) &&
    text.startsWith('Thực hiện') &&
    !/[,;:]$|như sau/u.test(text)
  )
}

/** A long paragraph that no head has: after the title, or far down where no kind was found. */
function isSentence(items: readonly Item[], index: number, kind: boolean, title: boolean): boolean {
  const item = items[index]
  if (!item || !isLine(item) || !item.gap || isCapitals(item.strand.text)) return false
  if (kind) return title && item.strand.length > 60 && item.block.align !== 'center'
  return (
    index > 3 && item.strand.length > 90 && !isNumberLine(item.strand.text) && headColumns(item).length === 1
  )
}

const opensBasis = /^(?:Căn cứ|Xét|Kính gửi|Thực hiện \p{Lu})/u
const isNumberLine = (text: string): boolean => /^s[ốo]\s*[:.]?\s*[\d….]/iu.test(text)
