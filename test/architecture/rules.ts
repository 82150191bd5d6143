import { posix } from 'node:path'

/** Path from the project's folder, with `/`, to the text of the file. */
export type Sources = ReadonlyMap<string, string>

/** Features, lowest first: each may import the `index` of those before it. */
export const features = [
  'law',
  'territory',
  'office',
  'documents',
  'plan',
  'registers',
  'indicators',
  'editions',
  'answers',
  'duties',
  'reports',
]

export interface Import {
  readonly target: string
  readonly typeOnly: boolean
}

const statement = /^\s*(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s*)?'([^']+)'|\bimport\(\s*'([^']+)'/gm

/** What a file imports: own files as paths from the root, packages by name. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, type, names = '', from, dynamic]) => {
    const name = (from ?? dynamic ?? '').replace(/\?.*$/, '')
    const target = name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), name)) : name
    return { target, typeOnly: type !== undefined || everyNameIsType(names) }
  })
}

function everyNameIsType(names: string): boolean {
  const inner = /\{([^}]*)\}/.exec(names)?.[1]
  if (inner === undefined || /^\s*\w+\s*,/.test(names)) return false
  return inner
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => name.trim().startsWith('type '))
}

interface Place {
  readonly room: 'domain' | 'platform' | 'features' | 'ui' | 'app' | 'top'
  readonly feature: string
  /** The file's part in its feature: model, rules, read, store, actions, publish, api, pages, cli, messages, index. */
  readonly part: string
}

function placeOf(path: string): Place | undefined {
  const [src, room = '', third = '', fourth = ''] = path.split('/')
  if (src !== 'src') return undefined
  if (room === 'features')
    return { room, feature: third, part: fourth.replace(/(\.test)?\.tsx?$/, '').replace(/\..*$/, '') }
  if (room === 'domain' || room === 'platform' || room === 'ui' || room === 'app')
    return { room, feature: '', part: '' }
  return { room: 'top', feature: '', part: '' }
}

const isTest = (path: string) => path.includes('.test.')
const purePart = new Set(['model', 'rules', 'read'])
const screenPart = new Set(['pages', 'messages'])
const isPure = (path: string) => {
  const place = placeOf(path)
  return (
    !isTest(path) && (place?.room === 'domain' || (place?.room === 'features' && purePart.has(place.part)))
  )
}

/** Imports that go up, or into a room past its door. */
export function importFaults(sources: Sources): string[] {
  return each(sources, (path, text) => {
    const from = placeOf(path)
    if (!from || isTest(path)) return []
    return importsOf(path, text).flatMap((imported) => {
      const to = placeOf(imported.target)
      const reason = to && refusal(from, to, imported.typeOnly)
      return reason ? [`${path} imports ${imported.target}: ${reason}`] : []
    })
  })
}

function refusal(from: Place, to: Place, typeOnly: boolean): string | undefined {
  switch (from.room) {
    case 'app':
      return undefined
    case 'top':
      return to.room === 'ui' ||
        to.room === 'top' ||
        to.room === 'domain' ||
        (to.room === 'features' && to.part === 'pages') ||
        typeOnly
        ? undefined
        : 'a composition file takes only ui and pages'
    case 'domain':
      return to.room === 'domain' ? undefined : 'domain imports nothing of ours outside itself'
    case 'platform':
      return to.room === 'domain' || to.room === 'platform' ? undefined : 'platform imports only domain'
    case 'ui':
      return to.room === 'domain' || to.room === 'ui' ? undefined : 'ui imports only domain'
    case 'features':
      return fromFeature(from, to, typeOnly)
  }
}

function fromFeature(from: Place, to: Place, typeOnly: boolean): string | undefined {
  if (to.room === 'domain') return undefined
  const screen = screenPart.has(from.part)
  if (screen && to.room === 'ui') return undefined
  if (to.room === 'platform') return screen && !typeOnly ? 'pages and messages stay off platform' : undefined
  if (to.room !== 'features') return `a feature never imports ${to.room}`
  if (to.feature === from.feature) {
    const open = purePart.has(to.part) || screenPart.has(to.part) || typeOnly
    return screen && !open
      ? 'pages and messages take model, rules, messages, and only types of the rest'
      : undefined
  }
  if (from.feature === 'editions') return 'editions imports no feature'
  if (features.indexOf(to.feature) >= features.indexOf(from.feature))
    return 'imports between features go down only'
  // Pure files and pages run in a browser: they take the pure files below directly, not the door behind which the store stands.
  if (to.part === 'index' || to.part === 'model' || to.part === 'rules' || (screen && to.part === 'messages'))
    return undefined
  return 'another feature is entered by its index'
}

/** Import cycles among value imports, each named once. */
export function cycles(sources: Sources): string[] {
  const graph = new Map(
    [...sources].map(([path, text]) => [
      path,
      importsOf(path, text)
        .filter((i) => !i.typeOnly && sources.has(i.target))
        .map((i) => i.target),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

const sqlText =
  /[`'"]\s*(select\s+[\w*"(]|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(table|index|view)\s|alter\s+table\s)/i

/** SQL, or the tool that makes it, outside `store` and `platform/db`. */
export function sqlFaults(sources: Sources): string[] {
  return each(sources, (path, text) => {
    const place = placeOf(path)
    if (!place || isTest(path)) return []
    // A GeoPackage is a map file that happens to be SQLite, and GDAL is asked in a SQL of its own.
    if (/^src\/platform\/formats\/map\/(gpkg|gdal)\//.test(path)) return []
    if (path.startsWith('src/platform/db/') || (place.room === 'features' && place.part === 'store'))
      return []
    const tool = importsOf(path, text).find((i) => ['kysely', 'pg', 'node:sqlite'].includes(i.target))
    if (tool) return [`${path} imports ${tool.target}: SQL belongs in store or platform/db`]
    return sqlText.test(text) ? [`${path} holds SQL: it belongs in store or platform/db`] : []
  })
}

const impure: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\(|\bnew Date\(\)/, 'the clock'],
  [/\bMath\.random\(|\bcrypto\.(randomUUID|getRandomValues)/, 'chance'],
  [/\bfetch\(/, 'the network'],
  [/\bprocess\.|\bconsole\./, 'the process'],
]

/** The outside world in a file that must be pure, and module-level state anywhere. */
export function purityFaults(sources: Sources): string[] {
  return each(sources, (path, text) => {
    if (!isPure(path)) return []
    const outside = importsOf(path, text)
      .filter((i) => i.target.startsWith('node:') || (i.target.startsWith('src/platform/') && !i.typeOnly))
      .map((i) => `${path} imports ${i.target}: a pure file does no I/O`)
    return [
      ...outside,
      ...impure
        .filter(([p]) => p.test(text))
        .map(([, what]) => `${path} uses ${what}: a pure file is handed what it needs`),
    ]
  })
}

export function stateFaults(sources: Sources): string[] {
  return each(sources, (path, text) =>
    placeOf(path) && !isTest(path)
      ? [...text.matchAll(/^(?:export )?let \w+/gm)].map(
          ([found]) => `${path} has module-level state: ${found}`,
        )
      : [],
  )
}

export function lengthFaults(sources: Sources): string[] {
  return each(sources, (path, text) => {
    const lines = text.split('\n').length - 1
    return lines > 400 ? [`${path} has ${lines} lines: split it by what it holds (limit 400)`] : []
  })
}

function each(sources: Sources, fault: (path: string, text: string) => string[]): string[] {
  return [...sources].flatMap(([path, text]) => fault(path, text))
}
