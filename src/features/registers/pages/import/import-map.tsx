import { Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Language } from '../../../../domain/fault.ts'
import { formatNumber } from '../../../../ui/format.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import { registerMessages } from '../../messages/staff.ts'
import type { Ground } from '../../model/ground.ts'
import { MapFrame } from '../map-frame.tsx'
import { useImportMap, type ImportMapProps } from './use-import-map.ts'

interface Props extends Omit<ImportMapProps, 'ground' | 'label'> {
  readonly t: ImportMessages
  readonly language: Language
  readonly ground: Ground | null
  readonly legend: 'issues' | 'review'
}

/** The map beside a list of issues or differences. Whatever it shows, the list says in words too. */
export function ImportMap({ ground, ...props }: Props) {
  if (!ground?.bounds) return <p className="empty">{registerMessages[props.language].noGround}</p>
  return <Drawn {...props} ground={ground} />
}

function Drawn(props: Props & { readonly ground: Ground }) {
  const { t, language } = props
  // Each answer of the server brings it anew; the map is opened once.
  const [ground] = useState(props.ground)
  const container = useRef<HTMLDivElement>(null)
  const { state, drawing, zoom, whole } = useImportMap(container, { ...props, ground, label: t.mapLabel })
  const count = (drawing?.shapes.length ?? 0) + (drawing?.places.length ?? 0)
  return (
    <MapFrame
      language={language}
      ground={ground}
      container={container}
      state={state}
      zoom={zoom}
      whole={whole}
      wholeLabel={t.mapWhole}
      note={t.mapOutside}
      legend={<Legend t={t} legend={props.legend} />}
      said={
        drawing && (
          <Text size="sm">{count === 0 ? t.mapNothing : t.mapShown(formatNumber(count, language))}</Text>
        )
      }
    />
  )
}

function Legend({ t, legend }: Pick<Props, 't' | 'legend'>) {
  const rows =
    legend === 'issues'
      ? ([
          ['entry', t.legendEntry],
          ['line', t.legendLine],
          ['after', t.legendMended],
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
