import 'maplibre-gl/dist/maplibre-gl.css'
import { Alert, Button, Group, Text } from '@mantine/core'
import { useRef } from 'react'
import { Link } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import type { Box } from '../../../domain/geometry/index.ts'
import { formatNumber } from '../../../ui/format.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import { LegendList } from './legend-list.tsx'
import type { Found } from './register.tsx'
import { useRegisterMap } from './use-register-map.ts'

/** The entry that is selected, and where it was. */
export interface Picked {
  readonly id: string
  readonly label: string
  /** In the record's plane; null where it has no place. */
  readonly box: Box | null
  readonly from: 'table' | 'map'
}

export interface MapProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly found: Pick<Found, 'ground' | 'legend' | 'box'>
  /** Address of the shapes, and what is asked of them. */
  readonly shapes: string
  readonly search: string
  readonly picked: Picked | null
  readonly onPick: (picked: Picked | null) => void
  readonly to: (id: string) => string
}

/** The map beside the table. Whatever it can do, the table and the forms can do too. */
export function MapPane(props: MapProps) {
  const { t, language, found, picked, to } = props
  const { ground, legend } = found
  const container = useRef<HTMLDivElement>(null)
  const { state, drawn, zoom, whole } = useRegisterMap(container, props)
  if (!ground?.bounds) return <p className="empty">{t.noGround}</p>
  if (state === 'cannot') return <p className="empty">{t.noWebgl}</p>
  const codes = new Set(drawn?.shapes.map(({ code }) => code))
  const faults = drawn?.shapes.filter(({ fault }) => fault).length ?? 0
  return (
    <>
      <noscript>
        <p>{t.needScript}</p>
      </noscript>
      <div className="map-frame">
        <div ref={container} className="map" data-state={state} />
        <Group className="map-tools" gap={4}>
          <Button size="compact-md" variant="default" aria-label={t.zoomIn} onClick={() => zoom(1)}>
            +
          </Button>
          <Button size="compact-md" variant="default" aria-label={t.zoomOut} onClick={() => zoom(-1)}>
            −
          </Button>
          <Button size="compact-md" variant="default" onClick={whole}>
            {t.whole}
          </Button>
        </Group>
      </div>
      {state === 'failed' && (
        <Alert role="alert" color="red" variant="outline" c="red.9">
          {t.mapFailed}
        </Alert>
      )}
      <output className="map-said">
        {picked && (
          <Text size="sm">
            {t.selected}: <strong>{picked.label}</strong> <Link to={to(picked.id)}>{t.open}</Link>
          </Text>
        )}
        {drawn && (
          <Text size="sm">
            {drawn.more
              ? t.mapMore(formatNumber(drawn.shapes.length, language))
              : t.mapShown(formatNumber(drawn.shapes.length, language))}{' '}
            {faults > 0 && t.mapFault(formatNumber(faults, language))}
          </Text>
        )}
      </output>
      <LegendList t={t} language={language} legend={legend} codes={codes} />
      <Text size="xs" mt="xs">
        {ground.plane.name[language]}. {t.operation(ground.operation.name[language])}. {t.bounded}
      </Text>
    </>
  )
}
