/** The one source of "now"; everything pure is handed an instant instead. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
