/** A picture for the map, drawn here: a file of one would be asked from the network. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

type Ink = readonly [red: number, green: number, blue: number, alpha: number]

function drawn(size: number, ink: (x: number, y: number) => Ink | null): Picture {
  const data = new Uint8ClampedArray(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) data.set(ink(x, y) ?? [0, 0, 0, 0], (y * size + x) * 4)
  return { width: size, height: size, data }
}

/** Thin lines one way for what has no colour, thick ones the other way for what is selected. */
export const hatch = (): Picture => drawn(8, (x, y) => ((x + y) % 8 < 1 ? [24, 40, 43, 150] : null))
export const chosen = (): Picture => drawn(12, (x, y) => ((x - y + 12) % 12 < 3 ? [168, 67, 26, 170] : null))

/** A triangle with a stroke in it. */
export function fault(): Picture {
  const size = 22
  return drawn(size, (x, y) => {
    const half = y / 2
    const off = Math.abs(x - size / 2 + 0.5)
    if (off > half) return null
    if (off > half - 2 || y > size - 3) return [140, 29, 29, 255]
    const stroke = off < 1.5 && y > 7 && y < 18 && y !== 15
    return stroke ? [140, 29, 29, 255] : [255, 236, 179, 255]
  })
}
