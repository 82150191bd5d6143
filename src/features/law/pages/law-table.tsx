import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import type { LawMessages } from '../messages/staff.ts'
import { columnTitle } from '../messages/columns.ts'
import { cellText, certaintyWords } from '../messages/value.ts'
import type { Certainty, Reading, Row } from '../model.ts'
import type { ParameterView } from '../rules/view.ts'

interface LawTableProps {
  readonly view: ParameterView
  readonly reading: Reading
  readonly from: string
  readonly t: LawMessages
  readonly language: Language
}

/** The rows of a table, opened on demand; a row that is less certain than its table says so. */
export function LawTable({ view, reading, from, t, language }: LawTableProps) {
  if (!Array.isArray(reading.value)) return null
  const rows = reading.value as readonly Row[]
  const own = (['certainty', 'article', 'note'] as const).filter((name) =>
    rows.some((row) => row[name] !== undefined),
  )
  const columns = Object.entries(view.columns)
  const name = `${t.table}: ${view.description[language]} (${formatDay(from)})`
  return (
    <details>
      <summary>{name}</summary>
      <ScrollBox label={name}>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              {columns.map(([name, column]) => (
                <Table.Th scope="col" key={name}>
                  {columnTitle(name, column.description, language)}
                </Table.Th>
              ))}
              {own.map((name) => (
                <Table.Th scope="col" key={name}>
                  {t.cells[name]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={view.key.map((name) => cellText(row[name], 'vi')).join(' ')}>
                {columns.map(([name, { kind }]) => (
                  <Table.Td key={name}>
                    {kind === 'colour' && <Swatch colour={cellText(row[name], language)} />}
                    {cellText(row[name], language)}
                  </Table.Td>
                ))}
                {own.map((name) => (
                  <Table.Td key={name}>
                    {name === 'certainty' && row[name] !== undefined
                      ? certaintyWords[language][row[name] as Certainty]
                      : cellText(row[name], language)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </details>
  )
}

const Swatch = ({ colour }: { readonly colour: string }) => (
  <span className="law-swatch" style={{ background: colour }} aria-hidden="true" />
)

/** A wide table scrolls in itself, by keyboard too, and never the page. */
const ScrollBox = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className="law-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
