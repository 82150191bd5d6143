import { fold } from '../../../domain/fold.ts'
import { Strand } from '../../../domain/strand.ts'
import type { DocumentHead } from '../model.ts'
import { usualCase } from './capitals.ts'
import type { Line } from './lines.ts'
import { joined } from './lines.ts'
import { isCapitals } from './words.ts'

export interface Signature {
  readonly signer: DocumentHead['signer']
  /** The body or office signed for, without `T/M`, `KT.` */
  readonly behalf: Strand | null
  readonly at: [number, number][]
}

/** On behalf of, for, by order of, by mandate of, acting: T/M in Party papers, TM. in those of the State. */
export const onBehalf =
  /^(?:(?:T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L)\s*[.:]?\s*|(?:TM|KT|TL|T\.?\s?U\.?\s?Q|Q)(?:\s*[./]\s*|\s+))(?=\p{Lu})/u
/** Offices by their folded names, for scanning takes marks off capitals first. */
const office =
  /^(?:quyen |q\. ?)?(?:pho |uy vien )?(?:bi thu|chu tich|chu nhiem|giam doc|tong giam doc|truong|chanh|chi cuc truong|cuc truong|vu truong|hieu truong|thu tuong|bo truong|thu truong|tong bi thu|thuong truc|uy vien|vien truong|chi huy truong)(?=\s|$|,)/
const personName = /^(?:(?:Đ\/c|Đồng chí|TS|ThS|KTS|PGS|GS|BS)\.?\s+)*\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,5}$/u
const stamp = /^\(?\s*(?:đã ký|đã kí|ký tên|chữ ký|dấu)/iu

export const isOffice = (text: string): boolean => isCapitals(text) && office.test(fold(text))
export const isPersonName = (text: string): boolean =>
  personName.test(text) && !isRole(text) && !stamp.test(text)
export const isStamp = (text: string): boolean => stamp.test(text)
export const startsSignature = (text: string): boolean =>
  isCapitals(text) && (onBehalf.test(text) || (isOffice(text) && text.length < 60))

/** Who signed: lines of a signature block, whatever else may stand among them. */
export function signatureOf(lines: readonly Line[], running: string): Signature | null {
  const strands = blockStrands(lines)
  const behalf = strands.find((strand) => strand.text.startsWith('T') && onBehalf.test(strand.text))
  const acting = strands.find((strand) => /^[KQ]/u.test(strand.text) && onBehalf.test(strand.text))
  const title =
    strands.find((strand) => strand !== behalf && strand !== acting && isOffice(strand.text)) ?? null
  const names = strands.filter((strand) => isPersonName(strand.text))
  const posts = strands.filter((strand) => isOffice(strand.text))
  // Two who sign side by side: the post and the name of the first. Else a name may stand twice, or as a stamp's.
  const name = (posts.length > 1 && posts.length === names.length ? names[0] : names.at(-1)) ?? null
  const principal = behalf ?? (title ? acting : undefined)
  if (!title && !name && !principal) return null
  const cut = (strand: Strand): Strand => strand.slice(onBehalf.exec(strand.text)?.[0].length ?? 0)
  const plain = (strand: Strand | null | undefined): string | null =>
    strand ? usualCase(cut(strand).text, running) : null
  const used = [principal, acting, title ?? acting, name].filter(
    (each) => each !== null && each !== undefined,
  )
  return {
    signer: {
      name: name ? properName(name.text) : null,
      title: plain(title ?? (principal === acting ? null : acting)),
      onBehalfOf: plain(principal),
    },
    behalf: principal ? cut(principal) : null,
    at: Strand.join([...new Set([...used, ...strands.filter(isFormal)])]).at(),
  }
}

/** What a signature block holds besides: stamps, further offices, a name once more. */
const isFormal = (strand: Strand): boolean =>
  strand.length < 80 && (stamp.test(strand.text) || isCapitals(strand.text) || personName.test(strand.text))

const isRole = (text: string): boolean => onBehalf.test(text) || isOffice(text)
const properName = (text: string): string =>
  isCapitals(text)
    ? text.toLowerCase().replaceAll(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : text

/** Lines of the block, a body's name that runs over two lines made one. */
function blockStrands(lines: readonly Line[]): Strand[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const text = line.strand.text
    const before = groups.at(-1)?.at(-1)
    const goesOn =
      before &&
      isCapitals(text) &&
      isCapitals(before.strand.text) &&
      !isRole(text) &&
      !isOffice(before.strand.text) &&
      !line.gap
    if (goesOn) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups.map((group) => joined(group))
}
