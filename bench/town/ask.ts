import { random } from '../../test/town.ts'
import type { Row } from '../row.ts'

export type Window = readonly [west: number, south: number, east: number, north: number]

/** The same places for everybody who is asked: `size` metres wide, anywhere in the town. */
export function windows(town: Window, size: number, count: number): Window[] {
  const chance = random(7)
  return Array.from({ length: count }, (): Window => {
    const west = town[0] + chance() * (town[2] - town[0] - size)
    const south = town[1] + chance() * (town[3] - town[1] - size)
    return [west, south, west + size, south + size]
  })
}

/** How long each took, in ms, in order; and how many were found in all. */
export interface Asked {
  readonly times: readonly number[]
  readonly found: number
  readonly perSecond: number
}

export async function ask(
  places: readonly Window[],
  once: (place: Window) => Promise<number>,
): Promise<Asked> {
  for (const place of places.slice(0, 50)) await once(place)
  const times: number[] = []
  let found = 0
  const began = performance.now()
  for (const place of places) {
    const from = performance.now()
    found += await once(place)
    times.push(performance.now() - from)
  }
  const perSecond = (places.length * 1000) / (performance.now() - began)
  return { times: times.toSorted((a, b) => a - b), found, perSecond }
}

const share = (times: readonly number[], part: number) => times[Math.floor((times.length - 1) * part)] ?? NaN

/** Ours beside the peer's: how often a second, and how long half and all but one in a hundred of them wait at most. */
export function askedRows(name: string, ours: Asked, peer: Asked | null, peerName: string): Row[] {
  if (peer && ours.found !== peer.found)
    process.stderr.write(`${name}: ours found ${ours.found}, ${peerName} ${peer.found}\n`)
  const ms = (part: number): Row => ({
    name: `${name}, p${part * 100}`,
    value: share(ours.times, part),
    unit: 'ms',
    against: peer && `${peerName}: ${share(peer.times, part).toFixed(2)} ms (ratio: ours a time)`,
    ratio: peer && share(ours.times, part) / share(peer.times, part),
  })
  return [
    {
      name,
      value: ours.perSecond,
      unit: 'queries/s',
      against: peer && `${peerName}: ${Math.round(peer.perSecond)}/s`,
      ratio: peer && ours.perSecond / peer.perSecond,
    },
    ms(0.5),
    ms(0.99),
  ]
}
