/** Brings a part of the page into sight: on a phone the map lies below a long list. */
export const inSight = (selector: string): void =>
  document.querySelector(selector)?.scrollIntoView({ block: 'nearest' })
