import { NativeSelect, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Language } from '../../../../domain/fault.ts'
import { formatNumber } from '../../../../ui/format.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import { sameTable, uses, type GroupMapping, type LayerMapping } from '../../model/import/mapping.ts'
import { fieldNames, mostGroups, readingText, type Reading } from '../../rules/import/mapping-form.ts'
import type { FoundMapping } from './mapping.tsx'

interface Props {
  readonly t: ImportMessages
  readonly language: Language
  readonly found: FoundMapping
  readonly layer: LayerMapping
  readonly index: number
}

/** One layer of the file as a form: coordinates, columns, and what is drawn in it. */
export function MappingLayer(props: Props) {
  const { t, layer, index } = props
  return (
    <section className="form" aria-labelledby={`lop-${index}`}>
      <Title order={2} size="h3" id={`lop-${index}`}>
        {t.layer}: {layer.layer}
      </Title>
      {layer.tableWays.length > 1 && <CoordinateColumns {...props} />}
      <Coordinates {...props} />
      {layer.columns.length + layer.leftColumns.length > 0 && <Columns {...props} />}
      {layer.groups.length > 0 && <Groups {...props} />}
    </section>
  )
}

/** Which columns of a table are north and east, metres or degrees, points or corners: each way with its words. */
function CoordinateColumns({ t, language, layer: { table, tableWays }, index }: Props) {
  const now = tableWays.findIndex(({ choice }) => sameTable(choice, table))
  return (
    <NativeSelect
      name={fieldNames.table(index)}
      label={t.tableWay}
      description={t.tableWayHint}
      defaultValue={String(now)}
      data={tableWays.map((way, i) => ({ value: String(i), label: way[language] }))}
    />
  )
}

function Coordinates({ t, language, found, layer: { crs, turn }, index }: Props) {
  const [operation, setOperation] = useState(crs.operation ?? '')
  const name = (id: string) => found.crs.find((one) => one.id === id)?.name[language] ?? id
  const option = (reading: Reading, inside?: number) => ({
    value: readingText(reading),
    label: [
      reading.id === null ? t.crsAsked : name(reading.id),
      reading.axes === 'yx' ? t.swapped : null,
      inside === undefined ? null : t.fits(formatNumber(Math.round(inside * 100), language)),
    ]
      .filter((part) => part !== null)
      .join(', '),
  })
  const offered = [
    ...crs.choices.map(({ inside, ...reading }) => option(reading, inside)),
    option(crs),
    ...found.crs.flatMap(({ id }) => (['xy', 'yx'] as const).map((axes) => option({ id, axes, prefix: 0 }))),
  ]
  return (
    <div className="form-fields even">
      <NativeSelect
        name={fieldNames.crs(index)}
        label={t.crs}
        description={`${t.sureness[crs.sureness]}: ${crs.reason[language]}`}
        defaultValue={readingText(crs)}
        data={once(offered)}
      />
      <NativeSelect
        name={fieldNames.operation(index)}
        label={t.operation}
        description={found.operations.find(({ id }) => id === operation)?.says[language]}
        value={operation}
        onChange={(event) => setOperation(event.currentTarget.value)}
        data={[
          { value: '', label: crs.operation === null ? t.noOperation : '–' },
          ...found.operations.map((one) => ({ value: one.id, label: one.name[language] })),
        ]}
      />
      <NativeSelect
        name={fieldNames.turn(index)}
        label={t.turn}
        defaultValue={turn ? 'co' : 'khong'}
        data={[
          { value: 'khong', label: t.turnNot },
          { value: 'co', label: t.turnDo },
        ]}
      />
    </div>
  )
}

function Columns({ t, language, found, layer, index }: Props) {
  const fields = [
    { value: '-', label: t.notTaken },
    ...found.fields.map(({ key, name }) => ({ value: key, label: name[language] })),
  ]
  const rows = [
    ...layer.columns.map(({ from, to, reason }) => ({ from, to, reason, personal: false })),
    ...layer.leftColumns.map(({ column, reason, personal }) => ({ from: column, to: '-', reason, personal })),
  ]
  return (
    <section className="scroll-x" aria-label={`${t.columns}: ${layer.layer}`}>
      <table className="entries">
        <caption>{t.columns}</caption>
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, reason, personal }, i) => (
            <tr key={from}>
              <th scope="row">{from}</th>
              <td>
                {personal ? (
                  t.personal
                ) : (
                  <NativeSelect
                    name={fieldNames.column(index, i)}
                    aria-label={`${t.field}: ${from}`}
                    defaultValue={to}
                    data={fields}
                  />
                )}
              </td>
              <td>{reason[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Groups({ t, language, found, layer, index }: Props) {
  const shown = layer.groups.slice(0, mostGroups)
  return (
    <>
      <section className="scroll-x" aria-label={`${t.groups}: ${layer.layer}`}>
        <table className="entries">
          <caption>{t.groups}</caption>
          <thead>
            <tr>
              <th scope="col">{t.group}</th>
              <th scope="col" className="number">
                {t.count}
              </th>
              <th scope="col">{t.use}</th>
              <th scope="col">{t.code}</th>
              <th scope="col">{t.why}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((group, j) => (
              <tr key={j}>
                <th scope="row">{groupText(t, group)}</th>
                <td className="number">{formatNumber(group.count, language)}</td>
                <td>
                  <NativeSelect
                    name={fieldNames.use(index, j)}
                    aria-label={`${t.use}: ${groupText(t, group)}`}
                    defaultValue={group.use}
                    data={uses.map((use) => ({ value: use, label: t.uses[use] }))}
                  />
                </td>
                <td>
                  {found.mapping?.codeField && (
                    <NativeSelect
                      name={fieldNames.code(index, j)}
                      aria-label={`${t.code}: ${groupText(t, group)}`}
                      defaultValue={group.code ?? '-'}
                      data={codesFor(t, language, found, group)}
                    />
                  )}
                </td>
                <td>
                  {t.sureness[group.sureness]}: {group.reason[language]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {layer.groups.length > shown.length && (
        <Text size="sm">{t.more(formatNumber(layer.groups.length - shown.length, language))}</Text>
      )}
    </>
  )
}

/** Of options with one value the first. */
function once<T extends { readonly value: string }>(options: readonly T[]): T[] {
  return options.filter(({ value }, i) => options.findIndex((one) => one.value === value) === i)
}

function groupText(t: ImportMessages, { cad, colour, kind }: GroupMapping): string {
  return [cad ?? t.noCad, colour, t.geometry[kind]].filter((part) => part !== null).join(' · ')
}

/** The codes that compete first, with what speaks for each; then the whole list. */
function codesFor(t: ImportMessages, language: Language, found: FoundMapping, group: GroupMapping) {
  const rest = Object.entries(found.codes).map(([code, name]) => ({
    value: code,
    label: name[language] === code ? code : `${code} – ${name[language]}`,
  }))
  const proposed = group.choices.map(({ code, reason }) => ({
    value: code,
    label: `${code} (${reason[language]})`,
  }))
  const own = group.code === null ? [] : [{ value: group.code, label: group.code }]
  const all = [{ value: '-', label: t.noCode }, ...proposed, ...rest, ...own]
  return once(all)
}
