import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser } from '../test/browser.ts'
import { root } from './process.ts'

/** The picture that a shared link shows (1200 × 630, under 100 KB): made by hand of the site's own drawing, and committed. */
export async function sharePicture(): Promise<number> {
  const folder = join(root, 'src', 'ui', 'public')
  const drawing = await readFile(join(folder, 'skyline.svg'), 'utf8')
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
    await page.setContent(await html(drawing))
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.screenshot({ path: join(folder, 'share.png') })
  } finally {
    await browser.close()
  }
  return 0
}

async function html(drawing: string): Promise<string> {
  const files = join(root, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files')
  const face = async (alphabet: string, weight: number) => {
    const bytes = await readFile(join(files, `be-vietnam-pro-${alphabet}-${weight}-normal.woff2`))
    return `@font-face{font-family:V${alphabet};font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')})}`
  }
  const faces = await Promise.all(
    ['latin', 'vietnamese'].flatMap((name) => [face(name, 400), face(name, 600)]),
  )
  return `<style>${faces.join('')}
    body{margin:0;width:1200px;height:630px;background:#0f4c52;color:#f4f8f6;font:400 34px Vlatin,Vvietnamese;overflow:hidden}
    h1{font-weight:600;font-size:84px;line-height:1.15;margin:84px 0 20px 80px}
    p{margin:0 0 0 84px;color:#cfe6e0}
    svg{position:absolute;right:0;bottom:0;height:330px;width:3575px}
  </style><h1>Kế hoạch đô thị</h1><p>Chỉ tiêu, nhiệm vụ, mỗi con số dẫn về nguồn</p>${drawing}`
}
