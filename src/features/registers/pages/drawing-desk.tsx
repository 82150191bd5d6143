import 'maplibre-gl/dist/maplibre-gl.css'
import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Position } from '../../../domain/geometry/index.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import { ZoomTools } from './map-frame.tsx'
import { useDrawing, type DrawingNeeds, type Task } from './use-drawing.ts'

interface DeskProps extends Omit<DrawingNeeds, 'other' | 'onOther' | 'wrong'> {
  readonly t: RegisterMessages
  /** Entries with which this one may be merged. */
  readonly neighbours: readonly { readonly id: string; readonly label: string }[]
  /** Of the last answer: a place that its sentence names. */
  readonly refusal: { readonly params?: Readonly<Record<string, string | number>> } | null | undefined
}

/** A map to draw on, and the same as tables of coordinates: either will do, and the tables are what is sent. */
export function DrawingDesk({ t, neighbours, refusal, ...rest }: DeskProps) {
  const container = useRef<HTMLDivElement>(null)
  const [other, setOther] = useState<string | null>(null)
  const [missed, setMissed] = useState(false)
  // Of what lies over each other the one that can be joined is meant.
  const onOther = (ids: readonly string[]) => {
    const beside = neighbours.find((one) => ids.includes(one.id))
    setMissed(!beside)
    if (beside) setOther(beside.id)
  }
  const { task, ground } = rest
  const desk = useDrawing(container, { ...rest, other, onOther, wrong: placeIn(refusal) })
  return (
    <div className="side-by-side">
      <section id="ban-do" aria-label={t.map}>
        {desk.state === 'cannot' || !ground?.bounds ? (
          <p className="empty">{ground?.bounds ? t.noWebgl : t.noGround}</p>
        ) : (
          <>
            <Tools t={t} task={task} area={rest.dimension === 2} desk={desk} />
            <div className="map-frame">
              <div
                ref={container}
                className="map"
                data-state={desk.state}
                data-wait={t.mapWait}
                data-tool={desk.tool}
              />
              <ZoomTools language={rest.language} zoom={desk.zoom} whole={desk.whole} />
            </div>
            <Text size="sm" mt={4} component="output" display="block">
              {missed && task === 'merge' ? t.notBeside : desk.astray ? t.holeAstray : t.drawHints[task]}
            </Text>
            <Text size="xs">
              {ground.plane.name[rest.language]}. {t.operation(ground.operation.name[rest.language])}.{' '}
              {t.bounded}
            </Text>
          </>
        )}
      </section>
      <section id="bang" aria-label={t.coordinates}>
        <div className="for-shape">
          <Table
            name="coordinates"
            label={t.shapeTable}
            hint={t.coordinatesHint}
            rows={14}
            value={desk.tables.shape}
            onChange={(shape) => desk.put({ shape })}
          />
        </div>
        <div className="for-split">
          <Table
            name="cut"
            label={t.cutLine}
            hint={t.cutHint}
            rows={6}
            value={desk.tables.cut}
            onChange={(cut) => desk.put({ cut })}
          />
        </div>
        <div className="for-merge">
          <NativeSelect
            name="other"
            label={t.mergeWith}
            description={t.mergeHint}
            value={other ?? ''}
            onChange={(event) => setOther(event.currentTarget.value || null)}
            data={[{ value: '', label: '–' }, ...neighbours.map(({ id, label }) => ({ value: id, label }))]}
          />
        </div>
      </section>
    </div>
  )
}

function placeIn(refusal: DeskProps['refusal']): Position | null {
  const [x, y] = [Number(refusal?.params?.['x'] ?? NaN), Number(refusal?.params?.['y'] ?? NaN)]
  return Number.isFinite(x) && Number.isFinite(y) ? [y, x] : null
}

interface TableProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly rows: number
  readonly value: string
  readonly onChange: (text: string) => void
}

const Table = ({ name, label, hint, rows, value, onChange }: TableProps) => (
  <Textarea
    name={name}
    label={label}
    description={hint}
    rows={rows}
    value={value}
    spellCheck={false}
    onChange={(event) => onChange(event.currentTarget.value)}
    classNames={{ input: 'coordinates' }}
  />
)

interface ToolsProps extends Pick<DeskProps, 't' | 'task'> {
  /** Whether what is drawn may have holes. */
  readonly area: boolean
  readonly desk: ReturnType<typeof useDrawing>
}

function Tools({ t, task, area, desk }: ToolsProps) {
  const tool = (label: string, onClick: () => void, disabled = false) => (
    <Button size="compact-md" variant="default" onClick={onClick} disabled={disabled}>
      {label}
    </Button>
  )
  return (
    <Group gap={6} mb="xs" role="toolbar" aria-label={t.tools}>
      {task === 'shape' && tool(t.moveVertices, () => desk.mode('edit'))}
      {task !== 'merge' && tool(task === 'split' ? t.drawCut : t.drawNew, desk.draw)}
      {task === 'shape' && area && tool(t.drawHole, desk.drawHole, desk.tables.shape.trim() === '')}
      {task !== 'merge' && tool(t.finishDrawing, desk.finish)}
      {task === 'shape' && tool(t.eraseShape, () => desk.put({ shape: '' }))}
      {tool(t.stepBack, desk.undo)}
      {tool(t.stepOn, desk.redo, !desk.canRedo)}
    </Group>
  )
}

export type { Task }
