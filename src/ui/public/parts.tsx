/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/prefer-tag-over-role -- see Table; drawings are inline SVG */
import { Fragment, type ReactNode } from 'react'
import type { Hit } from '../../domain/search-text.ts'

/** A state in words; `open` is what is missing, `set` what is known. The border says it without colour too. */
export function Chip({ kind, children }: { readonly kind?: 'open' | 'set'; readonly children: ReactNode }) {
  return <span className={kind ? `chip chip-${kind}` : 'chip'}>{children}</span>
}

/** A text with what a search hit marked. */
export function Marked({ text, hits }: { readonly text: string; readonly hits: readonly Hit[] }) {
  const ends = [...hits.map(([start]) => start), text.length]
  return (
    <>
      {text.slice(0, ends[0])}
      {hits.map(([start, end], index) => (
        <Fragment key={start}>
          <mark>{text.slice(start, end)}</mark>
          {text.slice(end, ends[index + 1])}
        </Fragment>
      ))}
    </>
  )
}

export interface Column {
  readonly key: string
  readonly head: string
}

export interface Row {
  readonly key: string
  readonly id?: string
  readonly cells: Readonly<Record<string, ReactNode>>
}

/**
 * A table that reads as rows of its own on a phone. Roles are written out, because a browser forgets that it is
 * a table as soon as its rows are laid out as blocks.
 */
export function Table({
  caption,
  columns,
  rows,
}: {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}) {
  const [first, ...rest] = columns
  return (
    <div className="rows">
      <table role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} id={row.id} role="row">
              {first && (
                <th scope="row" role="rowheader">
                  {row.cells[first.key]}
                </th>
              )}
              {rest.map((column) => (
                <td key={column.key} role="cell" data-label={column.head}>
                  {row.cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Names and values; the values may be anything, one row each. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  return (
    <dl className="facts">
      {rows.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** How many of all, as a bar beside its words: hatched is what is missing, so that a black print tells it too. */
export function Share({
  count,
  of,
  label,
}: {
  readonly count: number
  readonly of: number
  readonly label: string
}) {
  const filled = of === 0 ? 0 : (count / of) * 200
  return (
    <svg viewBox="0 0 200 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect x="0.5" y="0.5" width="199" height="9" fill="#fff" stroke="#87928f" />
      <rect x="0" y="0" width={filled} height="10" fill="#0f4c52" />
    </svg>
  )
}
