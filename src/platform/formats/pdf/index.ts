import type { SourceText } from '../../../domain/source-text.ts'
import { TextBuilder } from '../builder.ts'
import { documentDrafts } from '../layout/document.ts'
import type { PageContent } from '../layout/model.ts'
import { refuseLegacy } from '../text/decode.ts'
import { asFault, openPdf, pageContent } from './open.ts'

/**
 * Reads the text layer of a PDF. Where pages are pictures (a scan, or a signed page put into the file), gives
 * all pages with what they hold, for the reader of scans to complete.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<SourceText | PageContent[]> {
  const document = await openPdf(bytes, name)
  try {
    const pages: PageContent[] = []
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await pageContent(document, number))
    const letters = pages.reduce(
      (sum, page) => sum + page.items.reduce((n, item) => n + item.text.trim().length, 0),
      0,
    )
    // A scanner's own stamp on each page is no text layer.
    if (letters < 25 * pages.length) return pages.map((page) => ({ ...page, picture: true }))
    if (pages.some((page) => page.picture)) return pages
    const builder = new TextBuilder()
    for (const draft of documentDrafts(pages)) builder.add(draft)
    const source = builder.finish('pdf', document.numPages)
    refuseLegacy(source.text, name)
    return source
  } catch (error) {
    throw asFault(error, name)
  } finally {
    await document.loadingTask.destroy()
  }
}
