/** Brightness of the five rows of the AutoCAD palette. */
const levels = [255, 189, 129, 104, 79] as const

/**
 * The colour that AutoCAD draws an index of its palette (ACI) with, 10 to 249; null for the others. Programs differ
 * by a few per cent: 72 is #5ebd00 in AutoCAD and #66cc00 in tables made from formulas.
 */
export function aciColour(index: number): string | null {
  if (!Number.isInteger(index) || index < 10 || index > 249) return null
  const level = levels[Math.floor((index % 10) / 2)] as number
  const pale = index % 2 === 1
  const part = (full: number) => Math.floor(((pale ? 170 + Math.floor(full / 3) : full) * level) / 255)
  return `#${hue((Math.floor(index / 10) - 1) * 15)
    .map((full) => part(full).toString(16).padStart(2, '0'))
    .join('')}`
}

/** The full colour of an angle, in steps of 15°. */
function hue(angle: number): readonly [number, number, number] {
  const channel = (shift: number) => {
    const turn = (angle + shift) % 360
    const part = (of: number) => Math.floor((255 * of) / 60)
    const [rise, fall] = [part(turn % 60), part(60 - (turn % 60))]
    return [rise, 255, 255, fall, 0, 0][Math.floor(turn / 60)] as number
  }
  return [channel(120), channel(0), channel(240)]
}
