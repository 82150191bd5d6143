import {
  getDocument,
  Util,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Fault } from '../../../domain/fault.ts'
import type { Item, PageContent } from '../layout/model.ts'
import { limits } from '../limits.ts'
import { holdsPicture, rulesOf, type Operators } from './rules.ts'

/** Opens a PDF without network, script or fonts from outside; pictures are not decoded. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  const options = {
    // pdf.js takes the bytes for its own, and no `Buffer`.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: 1,
    stopAtErrors: false,
  }
  try {
    const document = await getDocument(options).promise
    if (document.numPages > limits.pages)
      throw new Fault('file-pages', { name, pages: document.numPages, limit: limits.pages })
    return document
  } catch (error) {
    throw asFault(error, name)
  }
}

export function asFault(error: unknown, name: string): Fault {
  if (error instanceof Fault) return error
  if ((error as Error | undefined)?.name === 'PasswordException') return new Fault('file-encrypted', { name })
  return new Fault('file-broken', { name, where: 'PDF' }, error)
}

interface TextItem {
  readonly str: string
  readonly transform: number[]
  readonly width: number
  readonly fontName: string
}

/** Text and rules of one page. */
export async function pageContent(document: PDFDocumentProxy, number: number): Promise<PageContent> {
  const page = await document.getPage(number)
  const view = page.getViewport({ scale: 1 })
  const base = view.transform as [number, number, number, number, number, number]
  const text = await page.getTextContent()
  const found = text.items.filter(
    (item): item is typeof item & TextItem => 'str' in item && item.str.trim() !== '',
  )
  const operators = (await page.getOperatorList()) as Operators
  const items = found.map((item) => itemOf(item, base, page))
  page.cleanup()
  return {
    page: number,
    width: view.width,
    height: view.height,
    items,
    rules: rulesOf(operators, base),
    ...(found.length === 0 && holdsPicture(operators, base, view.width * view.height)
      ? { picture: true }
      : {}),
  }
}

function itemOf(item: TextItem, base: number[], page: PDFPageProxy): Item {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Util.transform(base, item.transform) as number[]
  const size = Math.hypot(c, d)
  // Text that runs up the page takes its length as height.
  const turned = Math.abs(b) > Math.abs(a)
  return {
    text: item.str,
    x: turned ? x - size : x,
    y,
    width: turned ? size : item.width,
    size,
    ...fontLook(page, item.fontName),
  }
}

function fontLook(page: PDFPageProxy, font: string): { readonly bold: boolean; readonly italic: boolean } {
  try {
    const {
      name = '',
      bold,
      italic,
      black,
    } = page.commonObjs.get(font) as Record<string, string | boolean | undefined> & { name?: string }
    return {
      bold: bold === true || black === true || /bold|black|heavy|demi/i.test(name),
      italic: italic === true || /italic|oblique/i.test(name),
    }
  } catch {
    return { bold: false, italic: false }
  }
}
