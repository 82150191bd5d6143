import './registers.css'
import { Anchor, Title } from '@mantine/core'
import { useState } from 'react'
import { Link, useActionData, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { boxOf, decodeWkb, planarArea, planarLength, positionCount } from '../../../domain/geometry/index.ts'
import { formatDay, formatNumber } from '../../../ui/format.ts'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse, say } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { registerMessages } from '../messages/staff.ts'
import { coordinatesText } from '../rules/coordinates.ts'
import { legendOf } from '../rules/legend.ts'
import { differences, versionAt, versionBefore, versionKey } from '../rules/versions.ts'
import { codeNames } from './cells.ts'
import type { action } from './entry-action.ts'
import { EntryFacts } from './entry-facts.tsx'
import { EntryForms } from './entry-forms.tsx'
import { MapPane, type Picked } from './map-pane.tsx'
import { daysOf } from './query.ts'
import { registersOf } from './services.ts'
import { Versions } from './versions.tsx'

export { action } from './entry-action.ts'
export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases, maps, actor, asked, url, law, ground, may } = await registersOf(args)
  const [register, id] = [args.params.register ?? '', args.params.entry ?? '']
  const { definition, identity, versions, revisions } = await orRefuse(cases.entry(actor, register, id))
  const named = versions.find((one) => versionKey(one) === url.searchParams.get('phien'))
  const held = versionAt(versions, revisions, asked.at)
  // An entry that holds no more, or not yet, is shown as it was known last.
  const shown = named ?? held ?? versions.findLast(({ recorded }) => recorded.to === null) ?? versions[0]
  // `entry` refuses what has no version at all.
  if (!shown) throw new Response(null, { status: 404 })
  const { geometry: wkb, ...value } = shown.value
  const shape = wkb && decodeWkb(wkb)
  const before = versionBefore(versions, shown)
  return {
    asked,
    id,
    definition,
    identity,
    names: codeNames(definition, law, asked.at.on),
    value,
    shown: { key: versionKey(shown), valid: shown.valid, recorded: shown.recorded },
    holds: held !== null && versionKey(held) === versionKey(shown),
    place: shape && {
      type: shape.type,
      area: planarArea(shape),
      length: planarLength(shape),
      positions: positionCount(shape),
      text: coordinatesText(shape),
      fault: await orRefuse(maps.fault(shape)),
    },
    neighbours: shape
      ? (await orRefuse(maps.neighbours(actor, register, asked.at, { id, geometry: shape }))).map((one) => ({
          id: one.id,
          label: one.label,
        }))
      : [],
    differences: before ? differences(before.value, shown.value) : [],
    versions: versions.map((one) => ({
      key: versionKey(one),
      valid: one.valid,
      recorded: one.recorded,
      label: one.value.label,
      disclosure: one.value.disclosure,
    })),
    revisions: [...revisions],
    latest: Math.max(...versions.flatMap(({ recorded }) => [recorded.from, recorded.to ?? 0])),
    legend: legendOf(definition, law, asked.at.on),
    box: shape && boxOf(shape),
    ground: await ground(),
    may,
  }
}

/** One entry: what is said of it, where it is, where it comes from, and all that was ever known. */
export default function EntryPage() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { definition, asked, id, value, shown, box } = found
  const { pathname, search } = useLocation()
  const language = languageOf(pathname)
  const t = registerMessages[language]
  const [picked, setPicked] = useState<Picked | null>({ id, label: value.label, box, from: 'map' })
  const home = `/so-bo/${definition.id}`
  const to = (path: string) => staffPath(language, `${home}${path}${daysOf(asked)}`)
  const query = new URLSearchParams(search)
  const [done, along] = [query.get('xong'), Number(query.get('theo'))]
  return (
    <>
      <title>{value.label}</title>
      <Anchor component={Link} to={to('')} size="sm">
        ← {definition.name[language]}
      </Anchor>
      <Title order={1} size="h2">
        {value.label}
      </Title>
      {(answer?.refusal || answer?.fault) && (
        <p className="why" role="alert">
          {answer.refusal
            ? say(answer.refusal, language)
            : t.badField(answer.fault?.field ?? '', answer.fault?.found ?? '')}
        </p>
      )}
      {done && (
        <output className="done">
          {t.done} {along > 0 && t.drawnAlong(formatNumber(along, language))}
        </output>
      )}
      {!found.holds && (
        <p className="why" role="note">
          {t.notHeld(
            formatDay(asked.at.on),
            formatDay(shown.valid.from),
            shown.valid.to ? formatDay(shown.valid.to) : '…',
          )}
        </p>
      )}
      {definition.copy && (
        <p className="why" role="note">
          {t.copyWhy(definition.source[language])}
        </p>
      )}
      <div className="side-by-side">
        <section aria-label={t.values}>
          <EntryFacts t={t} language={language} found={found} to={(other) => to(`/${other}`)} />
        </section>
        <section id="ban-do" aria-label={t.map}>
          <MapPane
            t={t}
            language={language}
            found={found}
            shapes={staffPath(language, `${home}/hinh`)}
            search={daysOf(asked)}
            picked={picked}
            onPick={setPicked}
            to={(other) => to(`/${other}`)}
          />
        </section>
      </div>
      {/* After a step the forms begin anew, on what the record says then. */}
      <EntryForms key={`f${found.latest}`} t={t} language={language} found={found} draw={to(`/${id}/sua`)} />
      <Versions key={`v${found.latest}`} t={t} language={language} found={found} />
    </>
  )
}

export type FoundEntry = ReturnType<typeof useLoaderData<typeof loader>>
