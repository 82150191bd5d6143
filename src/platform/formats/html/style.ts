import type { Paragraph } from '../../../domain/source-text.ts'
import type { Look } from '../pieces.ts'
import type { Xml } from '../xml.ts'

/** What stands within these is not text of the document. */
const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'iframe',
  'object',
  'svg',
  'canvas',
  'select',
  'button',
  'textarea',
  'datalist',
  'audio',
  'video',
])

const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export const isBlock = (node: Xml): boolean => blocks.has(node.name)

/** A declaration of the element's own style; style sheets are not read. */
export function declared(node: Xml, property: string): string | undefined {
  const style = node.attributes['style']
  if (style === undefined) return undefined
  const found = style.split(';').find((part) => part.split(':')[0]?.trim().toLowerCase() === property)
  return found
    ?.slice(found.indexOf(':') + 1)
    .trim()
    .toLowerCase()
    .replace(/\s*!important$/, '')
}

export function isHidden(node: Xml): boolean {
  return (
    unread.has(node.name) ||
    node.attributes['hidden'] !== undefined ||
    declared(node, 'display') === 'none' ||
    declared(node, 'visibility') === 'hidden' ||
    declared(node, 'mso-hide') === 'all'
  )
}

/** The look that an element adds to what stands around it. */
export function lookOf(node: Xml, around: Look): Look {
  const weight = declared(node, 'font-weight')
  const slant = declared(node, 'font-style')
  const raise = declared(node, 'vertical-align')
  return {
    bold:
      weight === undefined
        ? around.bold || /^(b|strong|th|h[1-6])$/.test(node.name)
        : /bold|[6-9]00/.test(weight),
    italic:
      slant === undefined
        ? around.italic || /^(i|em|cite|dfn|var)$/.test(node.name)
        : /italic|oblique/.test(slant),
    raised: raise === undefined ? around.raised || node.name === 'sup' : raise === 'super',
    caps: declared(node, 'text-transform') === 'uppercase' || around.caps,
  }
}

export function alignOf(node: Xml, around: Paragraph['align']): Paragraph['align'] {
  const stated = declared(node, 'text-align') ?? node.attributes['align']?.toLowerCase()
  if (stated === 'center' || (stated === undefined && node.name === 'center')) return 'center'
  if (stated === 'right' || stated === 'end') return 'right'
  if (stated === 'justify') return 'justify'
  return stated === 'left' || stated === 'start' ? 'left' : around
}
