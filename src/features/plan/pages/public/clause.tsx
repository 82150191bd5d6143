import type { PublishedClause } from '../../model/published.ts'

export type ClauseLinks = readonly { readonly to: string; readonly text: string }[]

interface ClauseProps {
  readonly clause: PublishedClause
  /** 1 for a part (`III`), 2 for what stands under it, and so on. */
  readonly depth: number
  readonly links: ClauseLinks
  /** Footnotes whose mark stands here first: their notes lead back to it. */
  readonly notes: readonly number[]
}

/** A clause of the document with an address of its own, and the tasks and targets that were read out of it. */
export function Clause({ clause, depth, links, notes }: ClauseProps) {
  const Heading = depth <= 1 ? 'h2' : depth === 2 ? 'h3' : 'h4'
  const [first = '', ...rest] = clause.text.split('\n').filter((line) => line.trim() !== '')
  return (
    <div className="clause" id={clause.id}>
      <a className="anchor" href={`#${clause.id}`} aria-label={`# ${clause.id}`}>
        {clause.no}
      </a>
      <div>
        {clause.heading ? (
          <Heading>{first}</Heading>
        ) : (
          <p>
            <NotedText text={first} notes={notes} />
          </p>
        )}
        {rest.map((line) => (
          <p key={line}>
            <NotedText text={line} notes={notes} />
          </p>
        ))}
        {links.length > 0 && (
          <ul className="chips small">
            {links.map((link) => (
              <li key={link.to}>
                <a className="chip chip-set" href={link.to}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** Footnote marks as every reader writes them out: `⁽¹⁾`. */
const mark = /(⁽[⁰¹²³⁴-⁹]+⁾)/

/** The numbers of the footnotes that a text marks, in its order. */
export function notesIn(text: string): number[] {
  return text.split(mark).flatMap((part, index) => (index % 2 === 0 ? [] : [numberOf(part)]))
}

function numberOf(noteMark: string): number {
  return Number(noteMark.normalize('NFKC').replaceAll(/[()]/g, ''))
}

/** A text whose footnote marks lead to their notes. */
function NotedText({ text, notes }: { readonly text: string } & Pick<ClauseProps, 'notes'>) {
  return text.split(mark).map((part, index) => {
    if (index % 2 === 0) return part
    const no = numberOf(part)
    return (
      <sup key={part}>
        <a href={`#note-${no}`} {...(notes.includes(no) && { id: `note-ref-${no}` })}>
          ({no})
        </a>
      </sup>
    )
  })
}
