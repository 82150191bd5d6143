import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { failed, inFolder, office, run } from './program.ts'

/** Turns an old Word file, RTF or ODT into `.docx` through LibreOffice, in a profile that is thrown away. */
export async function toDocx(
  bytes: Uint8Array,
  ending: 'doc' | 'rtf' | 'odt',
  name: string,
): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    // A name of our own: that of the user may hold anything.
    const input = join(folder, `in.${ending}`)
    await writeFile(input, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      folder,
      input,
    ]
    await run(office, { name, args })
    return readFile(join(folder, 'in.docx')).catch(() => {
      throw failed(office, name, 'docx')
    })
  })
}
