import 'maplibre-gl/dist/maplibre-gl.css'
import { Alert, Button, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Language } from '../../../../domain/fault.ts'
import { formatNumber } from '../../../../ui/format.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import { registerMessages } from '../../messages/staff.ts'
import type { Ground } from '../../model/ground.ts'
import { useImportMap, type ImportMapProps } from './use-import-map.ts'

interface Props extends Omit<ImportMapProps, 'ground' | 'label'> {
  readonly t: ImportMessages
  readonly language: Language
  readonly ground: Ground | null
  readonly legend: 'issues' | 'review'
}

/** The map beside a list of issues or differences. Whatever it shows, the list says in words too. */
export function ImportMap({ ground, ...props }: Props) {
  const words = registerMessages[props.language]
  if (!ground?.bounds) return <p className="empty">{words.noGround}</p>
  return <Drawn {...props} ground={ground} />
}

function Drawn(props: Props & { readonly ground: Ground }) {
  const { t, language } = props
  // Each answer of the server brings it anew; the map is opened once.
  const [ground] = useState(props.ground)
  const words = registerMessages[language]
  const container = useRef<HTMLDivElement>(null)
  const { state, drawing, zoom } = useImportMap(container, { ...props, ground, label: t.mapLabel })
  if (state === 'cannot') return <p className="empty">{words.noWebgl}</p>
  const count = (drawing?.shapes.length ?? 0) + (drawing?.places.length ?? 0)
  return (
    <>
      <noscript>
        <p>{words.needScript}</p>
      </noscript>
      <div className="map-frame">
        <div ref={container} className="map" data-state={state} />
        <Group className="map-tools" gap={4}>
          <Button size="compact-md" variant="default" aria-label={words.zoomIn} onClick={() => zoom(1)}>
            +
          </Button>
          <Button size="compact-md" variant="default" aria-label={words.zoomOut} onClick={() => zoom(-1)}>
            −
          </Button>
        </Group>
      </div>
      {state === 'failed' && (
        <Alert role="alert" color="red" variant="outline" c="red.9">
          {words.mapFailed}
        </Alert>
      )}
      <output className="map-said">
        {drawing && (
          <Text size="sm">{count === 0 ? t.mapNothing : t.mapShown(formatNumber(count, language))}</Text>
        )}
      </output>
      <Legend t={t} legend={props.legend} />
      <Text size="xs">
        {ground.plane.name[language]}. {words.operation(ground.operation.name[language])}. {t.mapOutside}{' '}
        {words.bounded}
      </Text>
    </>
  )
}

function Legend({ t, legend }: Pick<Props, 't' | 'legend'>) {
  const rows =
    legend === 'issues'
      ? ([
          ['entry', t.legendEntry],
          ['line', t.legendLine],
        ] as const)
      : ([
          ['before', t.legendBefore],
          ['after', t.legendAfter],
        ] as const)
  return (
    <ul className="map-legend">
      {rows.map(([role, name]) => (
        <li key={role}>
          <span className={`swatch ${role}`} aria-hidden="true" />
          {name}
        </li>
      ))}
      {legend === 'issues' && <li>⚠ {t.legendIssue}</li>}
    </ul>
  )
}
