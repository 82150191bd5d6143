/** A file to be published, in the shape in which editions take it. */
export interface PublishedFile {
  readonly bytes: Uint8Array
  readonly type: string
}

/** What turns data into pages; whoever publishes hands it in, so that nothing that publishes knows of the build. */
export interface Press<View> {
  /** The page at an address, whole. Refuses what does not answer with 200. */
  readonly page: (path: string, view: View) => Promise<string>
  /** A style, font or picture of the build by its address (`/assets/…`); null where there is none. */
  readonly asset: (path: string) => Promise<PublishedFile | null>
}

export function textFile(text: string, type: string): PublishedFile {
  return { bytes: new TextEncoder().encode(text), type }
}

/** The file of an edition that answers to an address of a page. */
export function pageFile(path: string): string {
  return path === '/' ? 'index.html' : `${path.slice(1)}/index.html`
}

/** Adds what pages name, and what styles name in turn, so that an edition stands alone on any server. */
export async function addAssets(
  files: Map<string, PublishedFile>,
  { asset }: Pick<Press<never>, 'asset'>,
): Promise<void> {
  const named = (text: string) => [...text.matchAll(/\/assets\/[A-Za-z0-9._-]+/g)].map(([path]) => path)
  const decoder = new TextDecoder()
  const wanted = new Set([...files.values()].flatMap(({ bytes }) => named(decoder.decode(bytes))))
  // A `Set` also visits what is added while it is being walked.
  for (const path of wanted) {
    const found = await asset(path)
    if (!found) throw new Error(`a page names ${path}, which the build does not have`)
    files.set(path.slice(1), found)
    if (found.type.startsWith('text/css'))
      for (const next of named(decoder.decode(found.bytes))) wanted.add(next)
  }
}
