import './registers.css'
import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { formatNumber } from '../../../ui/format.ts'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { importMessages } from '../messages/import-pages.ts'
import { registerMessages } from '../messages/staff.ts'
import { legendOf } from '../rules/legend.ts'
import { codeNames, columnsOf, rowOf } from './cells.ts'
import { EntryTable } from './entry-table.tsx'
import { Filters } from './filters.tsx'
import { MapPane, type Picked } from './map-pane.tsx'
import { conditionsOf, cursorOf, cursorText, daysOf, sortOf } from './query.ts'
import { registersOf } from './services.ts'

export const handle = { script: true }

/** Rows that the page comes with, and those that are added at a time. */
const [first, added] = [100, 500]

export async function loader(args: LoaderFunctionArgs) {
  const { cases, actor, asked, url, law, ground, may } = await registersOf(args)
  const id = args.params.register ?? ''
  const { on } = asked.at
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, id, on)))
  const selection = { text: asked.text, where: conditionsOf(definition, asked.filters) }
  const query = { ...selection, sort: sortOf(definition, asked.sort), after: cursorOf(asked.after) }
  // Asked for by a page that has the rest already.
  const whole = !url.searchParams.has('them')
  const limit = whole ? first : added
  const page = await orRefuse(cases.entries(actor, id, asked.at, { ...query, limit, geometry: false }))
  const extent = whole
    ? await orRefuse(cases.extent(actor, id, asked.at, selection))
    : { count: 0, box: null }
  return {
    asked,
    definition,
    columns: columnsOf(definition, url.searchParams.getAll('cot')).map(({ key }) => key),
    names: codeNames(definition, law, on),
    rows: page.entries.map(rowOf),
    next: cursorText(page.next),
    count: extent.count,
    box: extent.box,
    legend: legendOf(definition, law, on),
    ground: whole ? await ground() : null,
    mayAdd: may.includes('register.edit') && !definition.copy,
  }
}

/** A register as a table and a map side by side; on a phone one below the other, with a link to each. */
export default function Register() {
  const found = useLoaderData<typeof loader>()
  const { definition, asked, count } = found
  const { pathname, search } = useLocation()
  const language = languageOf(pathname)
  const t = registerMessages[language]
  const [picked, setPicked] = useState<Picked | null>(null)
  const to = (path: string) => staffPath(language, `/so-bo${path}${daysOf(asked)}`)
  return (
    <>
      <title>{definition.name[language]}</title>
      <Anchor component={Link} to={to('')} size="sm">
        ← {t.registers}
      </Anchor>
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          {definition.name[language]}
        </Title>
        <Anchor
          component={Link}
          underline="always"
          size="sm"
          to={staffPath(language, `/nhap-ban-do?lop=${definition.id}`)}
        >
          {importMessages[language].imports}
        </Anchor>
        {found.mayAdd && (
          <Button component={Link} to={to(`/${definition.id}/moi`)} variant="outline" size="compact-md">
            {t.add}
          </Button>
        )}
      </Group>
      <Text size="sm">{definition.description[language]}</Text>
      {definition.copy && (
        <p className="why" role="note">
          {t.copyWhy(definition.source[language])}
        </p>
      )}
      {(definition.key || definition.givenCodes.length > 0) && (
        <Anchor component={Link} to={to(`/${definition.id}/khoa`)} size="sm">
          {t.keys}
        </Anchor>
      )}
      <Filters t={t} language={language} found={found} />
      <Text my="xs">
        <strong>{t.count(formatNumber(count, language))}</strong>
        {count > 0 && <span className="hint"> · {t.keysHint}</span>}
      </Text>
      <nav className="panes" aria-label={t.register}>
        <a href="#bang">{t.table}</a> <a href="#ban-do">{t.map}</a>
      </nav>
      <div className="side-by-side">
        <section id="bang" aria-label={t.table}>
          {/* Another question begins another table: what was loaded of the last one goes. */}
          <EntryTable
            key={search}
            t={t}
            language={language}
            found={found}
            picked={picked?.id ?? null}
            onPick={setPicked}
            to={(id) => to(`/${definition.id}/${id}`)}
          />
        </section>
        <section id="ban-do" aria-label={t.map}>
          <MapPane
            t={t}
            language={language}
            found={found}
            shapes={`${pathname}/hinh`}
            search={search}
            picked={picked}
            onPick={setPicked}
            to={(id) => to(`/${definition.id}/${id}`)}
          />
        </section>
      </div>
    </>
  )
}

export type Found = ReturnType<typeof useLoaderData<typeof loader>>
