import type { MapStyle } from '../model.ts'

/**
 * Reads OGR's style string: `PEN(c:#ff0000,w:2px);BRUSH(fc:#00ff00);LABEL(f:"Arial",t:"ODT",c:#000000)`. A colour may
 * end in two digits of opacity.
 */
export function styleOf(
  text: string,
): Pick<MapStyle, 'colour' | 'fill' | 'label' | 'hidden'> & { readonly font?: string } {
  const tools = [...text.matchAll(/(PEN|BRUSH|SYMBOL|LABEL)\(((?:[^"()]|"(?:\\.|[^"\\])*")*)\)/g)]
  const part = (tool: string, key: string) => {
    const body = tools.find(([, name]) => name === tool)?.[2]
    return body === undefined ? undefined : parameter(body, key)
  }
  const drawn = part('PEN', 'c') ?? part('SYMBOL', 'c') ?? part('LABEL', 'c')
  const colour = hex(drawn)
  const font = part('LABEL', 'f')
  const fill = hex(part('BRUSH', 'fc'))
  const label = part('LABEL', 't')
  // GDAL draws what lies on a layer that is off or frozen without any opacity.
  const hidden = /^#[0-9a-f]{6}00$/i.test(drawn ?? part('BRUSH', 'fc') ?? '')
  return {
    ...(hidden && { hidden: true as const }),
    ...(font !== undefined && { font }),
    ...(colour === undefined ? {} : { colour }),
    ...(fill === undefined ? {} : { fill }),
    ...(label === undefined || label === '' ? {} : { label: label.normalize('NFC') }),
  }
}

function parameter(body: string, key: string): string | undefined {
  const found = new RegExp(`(?:^|,)\\s*${key}:(?:"((?:\\\\.|[^"\\\\])*)"|([^,]*))`).exec(body)
  return found?.[1]?.replaceAll(/\\(.)/g, '$1') ?? found?.[2]
}

const hex = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : /^#[0-9a-f]{6}/i.exec(text)?.[0].toLowerCase()
