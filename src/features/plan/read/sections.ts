import type { ClauseNode } from '../../documents/model.ts'
import { plain } from './plain.ts'

export type Section = 'purpose' | 'targets' | 'tasks' | 'assignments'

const signs: readonly (readonly [Section, RegExp])[] = [
  [
    'assignments',
    /to chuc thuc hien|to chuc trien khai|trach nhiem (?:thuc hien|thi hanh)|phan cong (?:thuc hien|trach nhiem|nhiem vu)|trach nhiem cua (?:cac )?(?:co quan|don vi|so|cap)|dieu khoan thi hanh/,
  ],
  ['targets', /\bmuc tieu|\bchi tieu/],
  ['tasks', /\bnhiem vu|\bgiai phap|\bnoi dung|\blo trinh|\bcong viec|\bket luan|\bchi dao/],
  [
    'purpose',
    /\bmuc dich|\byeu cau(?! (?:cac|phong|so|ubnd|uy ban|ban|thu truong|chu tich|cong an|dang|thuong truc|van phong|don vi|co quan)\b)|\bquan diem|\bdanh gia|\bthuc trang|\btinh hinh|\bket qua dat duoc|\bcan cu|\bton tai|\bpham vi/,
  ],
]

/** What the headings over a clause say that it is about; the nearest heading that says anything decides. */
export class Sections {
  readonly #byId: ReadonlyMap<string, ClauseNode>
  readonly #children: ReadonlyMap<string | null, readonly ClauseNode[]>

  constructor(clauses: readonly ClauseNode[]) {
    this.#byId = new Map(clauses.map((clause) => [clause.id, clause]))
    this.#children = Map.groupBy(clauses, (clause) => clause.parent)
  }

  of(clause: ClauseNode): ReadonlySet<Section> {
    for (let at: ClauseNode | undefined = clause; at; at = this.parentOf(at)) {
      const said = signsOf(headingText(at))
      if (said.size > 0) return said
    }
    return new Set()
  }

  parentOf(clause: ClauseNode): ClauseNode | undefined {
    return clause.parent === null ? undefined : this.#byId.get(clause.parent)
  }

  childrenOf(id: string | null): readonly ClauseNode[] {
    return this.#children.get(id) ?? []
  }

  /** The headings over a clause and its own, nearest first. */
  headings(clause: ClauseNode): ClauseNode[] {
    const found: ClauseNode[] = []
    for (let at: ClauseNode | undefined = clause; at; at = this.parentOf(at)) found.push(at)
    return found
  }
}

function signsOf(heading: string): Set<Section> {
  const bare = plain(heading)
  const found = new Set(signs.filter(([, sign]) => sign.test(bare)).map(([section]) => section))
  // "Nội dung và tổ chức thực hiện các nhiệm vụ" and the like: who does what outweighs the rest.
  if (found.has('assignments')) return new Set(['assignments'])
  if (found.has('targets')) found.delete('purpose')
  return found
}

/** The title of a clause: all of a heading, else what stands before a colon near its start. */
export function headingText(clause: ClauseNode): string {
  if (clause.heading) return clause.strand.text.slice(0, 200)
  const colon = clause.strand.text.indexOf(':')
  return colon > 0 && colon <= 80 ? clause.strand.text.slice(0, colon) : ''
}
