import { memo, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Field } from '../model/definition.ts'
import { cellText, statusText, type Row } from './cells.ts'
import type { TableProps } from './entry-table.tsx'

interface RowsProps extends TableProps {
  readonly rows: readonly Row[]
  /** How many rows stand before. */
  readonly first: number
  readonly columns: readonly Field[]
}

/** A page of rows. Far from the screen it is one empty row of the same height, so that ten thousand stay light. */
export function EntryRows(props: RowsProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [height, setHeight] = useState(0)
  const [near, setNear] = useState(true)
  useEffect(() => {
    const part = body.current
    if (!part) return
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (!entry.isIntersecting) setHeight(part.offsetHeight)
        // A page with the focus in it stays: a key must not lose its place.
        setNear(entry.isIntersecting || part.contains(document.activeElement))
      },
      { root: part.closest('.scroll'), rootMargin: '1200px' },
    )
    watcher.observe(part)
    return () => watcher.disconnect()
  }, [])
  const { rows, first, columns, picked } = props
  return (
    <tbody ref={body}>
      {near ? (
        rows.map((row, i) => (
          <OneRow key={row.id} {...props} row={row} index={first + i + 2} chosen={row.id === picked} />
        ))
      ) : (
        <tr aria-hidden>
          <td colSpan={columns.length + 3} style={{ height }}>
            …
          </td>
        </tr>
      )}
    </tbody>
  )
}

interface RowProps extends RowsProps {
  readonly row: Row
  readonly index: number
  readonly chosen: boolean
}

const OneRow = memo(
  function OneRow({ row, index, chosen, columns, found, t, language, onPick, to }: RowProps) {
    const line = useRef<HTMLTableRowElement>(null)
    const pick = () => onPick({ id: row.id, label: row.label, box: row.box, from: 'table' })
    useEffect(() => {
      if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
    }, [chosen])
    return (
      <tr
        ref={line}
        aria-rowindex={index}
        className={chosen ? 'chosen' : undefined}
        data-id={row.id}
        onClick={pick}
        onFocus={pick}
      >
        <th scope="row">
          <Link to={to(row.id)}>{row.label}</Link>
          {chosen && <span className="mark"> ◀ {t.selected}</span>}
        </th>
        {columns.map((field) => {
          const number = typeof row.properties[field.key] === 'number'
          return (
            <td key={field.key} className={number ? 'number' : undefined}>
              {cellText(field, row.properties[field.key], found.names, language, t)}
            </td>
          )
        })}
        <td>{statusText(row, found.names, language)}</td>
        <td>{t.disclosures[row.disclosure]}</td>
      </tr>
    )
  },
  (a, b) => a.row === b.row && a.chosen === b.chosen && a.columns.length === b.columns.length,
)
