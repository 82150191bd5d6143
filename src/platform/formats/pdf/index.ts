import type { SourceText } from '../../../domain/source-text.ts'
import { TextBuilder } from '../builder.ts'
import { documentDrafts } from '../layout/document.ts'
import type { PageContent } from '../layout/model.ts'
import { refuseLegacy } from '../text/decode.ts'
import { Ended, type Watch } from '../watch.ts'
import { asFault, openPdf, pageContent } from './open.ts'

/**
 * Reads the text layer of a PDF. Where pages are pictures (a scan, or a signed page put into the file), gives
 * all pages with what they hold, for the reader of scans to complete.
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  watch: Watch,
): Promise<SourceText | PageContent[]> {
  const document = await openPdf(bytes, name)
  try {
    const pages: PageContent[] = []
    const count = document.numPages
    for (let number = 1; number <= count; number++) {
      pages.push(await pageContent(document, number))
      await tell(pages, count, watch)
    }
    const letters = lettersOf(pages)
    // A scanner's own stamp on each page is no text layer.
    if (letters < 25 * pages.length) return pages.map((page) => ({ ...page, picture: true }))
    if (pages.some((page) => page.picture)) return pages
    const source = assembled(pages, count)
    refuseLegacy(source.text, name)
    return source
  } catch (error) {
    throw error instanceof Ended ? error : asFault(error, name)
  } finally {
    await document.loadingTask.destroy()
  }
}

/** Pages between two reports of progress: at about 10 ms a page, some a second. */
const step = 20

/** The first page that bears text is told before the others are read; a picture is the reader of scans' to tell. */
async function tell(pages: readonly PageContent[], count: number, watch: Watch): Promise<void> {
  try {
    const first = pages.slice(0, 1)
    if (lettersOf(first) < 25) return
    if (pages.length === 1) watch.firstPage(assembled(first, count).text, count)
    if (pages.length % step === 0) await watch.pages(pages.length, count)
  } catch (error) {
    throw new Ended(error)
  }
}

const lettersOf = (pages: readonly PageContent[]): number =>
  pages.reduce((sum, page) => sum + page.items.reduce((n, item) => n + item.text.trim().length, 0), 0)

function assembled(pages: readonly PageContent[], count: number): SourceText {
  const builder = new TextBuilder()
  for (const draft of documentDrafts(pages)) builder.add(draft)
  return builder.finish('pdf', count)
}
