import type { PublishedClause } from '../../model/published.ts'

export type ClauseLinks = readonly { readonly to: string; readonly text: string }[]

interface ClauseProps {
  readonly clause: PublishedClause
  /** 1 for a part (`III`), 2 for what stands under it, and so on. */
  readonly depth: number
  readonly links: ClauseLinks
}

/** A clause of the document with an address of its own, and the tasks and targets that were read out of it. */
export function Clause({ clause, depth, links }: ClauseProps) {
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
            <NotedText text={first} />
          </p>
        )}
        {rest.map((line) => (
          <p key={line}>
            <NotedText text={line} />
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

/** A text whose footnote marks (`⁽¹⁾`, as every reader writes them out) lead to their notes. */
function NotedText({ text }: { readonly text: string }) {
  return text.split(/(⁽[⁰¹²³⁴-⁹]+⁾)/).map((part, index) => {
    if (index % 2 === 0) return part
    const no = part.normalize('NFKC').replaceAll(/[()]/g, '')
    return (
      <sup key={part}>
        <a href={`#note-${no}`} id={`note-ref-${no}`}>
          ({no})
        </a>
      </sup>
    )
  })
}
