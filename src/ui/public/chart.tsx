/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the drawing is inline SVG, so that it prints and scales */
export interface ChartPoint {
  readonly year: number
  readonly value: number
  /** Two short lines above the point: how the number is meant, and the number. */
  readonly said: string
  readonly number: string
  readonly hollow: boolean
}

interface ChartProps {
  /** The whole chart in one sentence, for those who hear it. */
  readonly label: string
  readonly points: readonly ChartPoint[]
  /** What stands where the baseline would be, when there is none. */
  readonly unknown: string | null
}

const [width, height, left, right, top, bottom] = [320, 168, 52, 52, 52, 30]

/**
 * The path of a target, drawn as plain SVG: from zero, so that no step looks larger than it is. A hollow circle
 * is the baseline, a solid one a target; the line is dashed because nothing is measured between them.
 */
export function PathChart({ label, points, unknown }: ChartProps) {
  const years = points.map((point) => point.year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const highest = Math.max(...points.map((point) => point.value)) || 1
  const from = unknown === null ? left : left + 96
  const x = (year: number) =>
    last === first
      ? (from + width - right) / 2
      : from + ((year - first) / (last - first)) * (width - right - from)
  const y = (value: number) => height - bottom - (value / highest) * (height - top - bottom)
  const round = (value: number) => Math.round(value * 10) / 10
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line className="axis" x1="8" x2={width - 8} y1={height - bottom} y2={height - bottom} />
      {unknown !== null && (
        <text className="mark-text mark-soft" x="62" y={height - bottom - 48}>
          <tspan x="62" className="mark-strong">
            ?
          </tspan>
          {linesOf(unknown).map((line) => (
            <tspan key={line} x="62" dy="16">
              {line}
            </tspan>
          ))}
        </text>
      )}
      <polyline
        className="path"
        points={points.map((point) => `${round(x(point.year))},${round(y(point.value))}`).join(' ')}
      />
      {points.map((point) => {
        const [cx, cy] = [round(x(point.year)), round(y(point.value))]
        return (
          <g key={`${point.year} ${point.hollow}`}>
            <circle className={point.hollow ? 'dot dot-hollow' : 'dot'} cx={cx} cy={cy} r="5.5" />
            <text className="mark-text" x={cx} y={cy - 30}>
              <tspan className="mark-soft">{point.said}</tspan>
              <tspan className="mark-strong" x={cx} dy="17">
                {point.number}
              </tspan>
            </text>
            <text className="mark-text mark-soft" x={cx} y={height - 10}>
              {point.year}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Two lines of about the same length. */
function linesOf(text: string): string[] {
  const words = text.split(' ')
  const half = Math.ceil(words.length / 2)
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')]
}
