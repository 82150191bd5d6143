import { fold } from '../../../domain/fold.ts'
import type { Level, Unit, UnitKind } from '../model.ts'

export function levelOf({ code }: Pick<Unit, 'code'>): Level {
  return code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune'
}

/** "Xã Nguyễn Nghiêm". */
export function fullName({ kind, name }: Pick<Unit, 'kind' | 'name'>): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`
}

const englishKinds: Readonly<Record<UnitKind, string>> = {
  tỉnh: 'province',
  'thành phố': 'city',
  quận: 'urban district',
  huyện: 'district',
  'thị xã': 'town',
  phường: 'ward',
  xã: 'commune',
  'thị trấn': 'township',
  'đặc khu': 'special zone',
}

export const englishKind = (kind: UnitKind): string => englishKinds[kind]

/** Kinds as people write them before a name, folded; the longer ones first, so that "thị xã" is not "xã". */
const prefixes: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/^(?:thanh pho|tp)(?:\.\s*|\s+)/, ['thành phố']],
  [/^(?:thi xa|tx)(?:\.\s*|\s+)/, ['thị xã']],
  [/^(?:thi tran|tt)(?:\.\s*|\s+)/, ['thị trấn']],
  [/^(?:dac khu|dk)(?:\.\s*|\s+)/, ['đặc khu']],
  [/^(?:phuong|p)(?:\.\s*|\s+)/, ['phường']],
  [/^(?:huyen|h)(?:\.\s*|\s+)/, ['huyện']],
  [/^(?:quan|q)(?:\.\s*|\s+)/, ['quận']],
  [/^(?:tinh)(?:\.\s*|\s+)/, ['tỉnh']],
  [/^t\.\s*/, ['tỉnh']],
  [/^(?:xa|x)(?:\.\s*|\s+)/, ['xã']],
]

export interface NameQuery {
  /** The kind that was written before the name; null where none was. */
  readonly kind: UnitKind | null
  /** The name as written, without the kind. */
  readonly name: string
}

/** "P. Phổ Hòa" is the name "Phổ Hòa" of a phường. A kind alone ("xã") is no prefix of anything. */
export function parseName(text: string): NameQuery {
  const clean = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const folded = fold(clean)
  for (const [pattern, [kind]] of prefixes) {
    const found = pattern.exec(folded)
    // Folding an NFC text keeps one character for each, so that the place in one is the place in the other.
    if (!found || !kind || folded.length !== clean.length || folded.length === found[0].length) continue
    if (saysKind(clean.slice(0, found[0].length), kind)) return { kind, name: clean.slice(found[0].length) }
  }
  return { kind: null, name: clean }
}

/** Without marks or short, a prefix is taken for a kind; with marks it must bear those of the kind: Tịnh Khê is no tỉnh. */
function saysKind(prefix: string, kind: UnitKind): boolean {
  const word = prefix.toLowerCase().replace(/[.\s]+$/, '')
  return word === kind || /^[a-zđ ]+$/.test(word)
}

/** "Xã Nguyễn Nghiêm" as its kind and name; null where it does not begin with a kind. */
export function splitFullName(text: string): { readonly kind: UnitKind; readonly name: string } | null {
  const { kind, name } = parseName(text)
  return kind === null ? null : { kind, name }
}

const collator = new Intl.Collator('vi')

/** By the Vietnamese order of names, then by code: the order of every list of units. */
export function byName(a: Pick<Unit, 'name' | 'code'>, b: Pick<Unit, 'name' | 'code'>): number {
  return collator.compare(a.name, b.name) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}
