import { strToU8, zipSync, type Zippable } from 'fflate'

const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word file made by hand, for cases that no library writes. `parts` are the inner XML of each part. */
export function word(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  more: Zippable = {},
): Uint8Array {
  const files: Zippable = { 'word/document.xml': part('document', `<w:body>${body}</w:body>`), ...more }
  for (const [name, xml] of Object.entries(parts)) files[`word/${name}.xml`] = part(name, xml)
  return zipSync(files, { level: 6 })
}

const part = (name: string, xml: string) =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${names}>${xml}</w:${name}>`)

export const p = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
export const numbered = (text: string, numId: number, ilvl: number): string =>
  p(r(text), `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)
export const tc = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`
export const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
export const lvl = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
