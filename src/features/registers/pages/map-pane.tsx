import { Text } from '@mantine/core'
import { useRef } from 'react'
import { Link } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import type { Box } from '../../../domain/geometry/index.ts'
import { formatNumber } from '../../../ui/format.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import { LegendList } from './legend-list.tsx'
import { MapFrame } from './map-frame.tsx'
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
  const codes = new Set(drawn?.shapes.map(({ code }) => code))
  const faults = drawn?.shapes.filter(({ fault }) => fault).length ?? 0
  const number = (n: number) => formatNumber(n, language)
  return (
    <MapFrame
      language={language}
      ground={ground}
      container={container}
      state={state}
      zoom={zoom}
      whole={whole}
      legend={<LegendList t={t} language={language} legend={legend} codes={codes} />}
      said={
        <>
          {picked && (
            <Text size="sm">
              {t.selected}: <strong>{picked.label}</strong> <Link to={to(picked.id)}>{t.open}</Link>
            </Text>
          )}
          {drawn && (
            <Text size="sm">
              {drawn.more ? t.mapMore(number(drawn.shapes.length)) : t.mapShown(number(drawn.shapes.length))}{' '}
              {faults > 0 && t.mapFault(number(faults))}
            </Text>
          )}
        </>
      }
    />
  )
}
