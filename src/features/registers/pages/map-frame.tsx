import 'maplibre-gl/dist/maplibre-gl.css'
import { Alert, Button, Group, Text } from '@mantine/core'
import type { ReactNode, RefObject } from 'react'
import type { Language } from '../../../domain/fault.ts'
import { registerMessages } from '../messages/staff.ts'
import type { Ground } from '../model/ground.ts'
import type { MapState } from './use-town-map.ts'

interface FrameProps {
  readonly language: Language
  readonly ground: Ground
  readonly container: RefObject<HTMLDivElement | null>
  readonly state: MapState
  readonly zoom: (by: 1 | -1) => void
  readonly whole: () => void
  /** What is on the map, in words. */
  readonly said: ReactNode
  readonly legend: ReactNode
  /** Of the button that shows all; a register's own words where it says nothing. */
  readonly wholeLabel?: string | undefined
  /** What else is to be known of where it was drawn. */
  readonly note?: string
}

/** What moves the view without a wheel or two fingers. */
export function ZoomTools({
  language,
  zoom,
  whole,
  wholeLabel,
}: Pick<FrameProps, 'language' | 'zoom' | 'whole' | 'wholeLabel'>) {
  const t = registerMessages[language]
  return (
    <Group className="map-tools" gap={4}>
      <Button size="compact-md" variant="default" aria-label={t.zoomIn} onClick={() => zoom(1)}>
        +
      </Button>
      <Button size="compact-md" variant="default" aria-label={t.zoomOut} onClick={() => zoom(-1)}>
        −
      </Button>
      <Button size="compact-md" variant="default" onClick={whole}>
        {wholeLabel ?? t.whole}
      </Button>
    </Group>
  )
}

/** Every map that is looked at: the drawing, its buttons, what it says in words, its legend, and by which operation it is shown. */
export function MapFrame({
  language,
  ground,
  container,
  state,
  zoom,
  whole,
  said,
  legend,
  wholeLabel,
  note = '',
}: FrameProps) {
  const t = registerMessages[language]
  if (state === 'cannot') return <p className="empty">{t.noWebgl}</p>
  return (
    <>
      <noscript>
        <p>{t.needScript}</p>
      </noscript>
      <div className="map-frame">
        <div ref={container} className="map" data-state={state} data-wait={t.mapWait} />
        <ZoomTools language={language} zoom={zoom} whole={whole} wholeLabel={wholeLabel} />
      </div>
      {state === 'failed' && (
        <Alert role="alert" color="red" variant="outline" c="red.9">
          {t.mapFailed}
        </Alert>
      )}
      <output className="map-said">{said}</output>
      {legend}
      <Text size="xs" mt="xs">
        {ground.plane.name[language]}. {t.operation(ground.operation.name[language])}. {note} {t.bounded}
      </Text>
    </>
  )
}
