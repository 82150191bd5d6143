import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Fault } from '../../domain/fault.ts'
import { limits } from './limits.ts'

/** A program that reads what dothi does not read by itself, and how to get it. */
export interface Program {
  readonly name: string
  readonly commands: readonly string[]
  /** Folders in which Windows installers put it without telling the search path. */
  readonly folders: readonly string[]
  readonly debian: string
  readonly windows: string
}

export const tesseract: Program = {
  name: 'Tesseract OCR',
  commands: ['tesseract'],
  folders: ['C:\\Program Files\\Tesseract-OCR'],
  debian: 'tesseract-ocr tesseract-ocr-vie',
  windows: 'winget install UB-Mannheim.TesseractOCR (+ vie.traineddata)',
}
export const pdftoppm: Program = {
  name: 'Poppler (pdftoppm)',
  commands: ['pdftoppm'],
  folders: ['C:\\Program Files\\poppler\\Library\\bin'],
  debian: 'poppler-utils',
  windows: 'winget install oschwartz10612.Poppler',
}
export const office: Program = {
  name: 'LibreOffice',
  commands: ['soffice', 'libreoffice'],
  folders: ['C:\\Program Files\\LibreOffice\\program'],
  debian: 'libreoffice-writer',
  windows: 'winget install TheDocumentFoundation.LibreOffice',
}

/** Where a program stands; undefined where it is not installed. */
export function find(program: Program): string | undefined {
  // On Windows `soffice.com` waits until the work is done; `soffice.exe` does not.
  const endings = process.platform === 'win32' ? ['.com', '.exe'] : ['']
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...program.folders]
  const paths = program.commands.flatMap((command) =>
    folders.flatMap((folder) => endings.map((end) => join(folder, command + end))),
  )
  return paths.find((path) => existsSync(path))
}

export interface Run {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly deadlineMs?: number
}

/** Runs a program without a shell and gives its standard output; late or failed runs are faults. */
export async function run(
  program: Program,
  { name, args, env, deadlineMs = limits.programMs }: Run,
): Promise<Buffer> {
  const path = find(program)
  if (!path) throw missing(program, name)
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
      timeout: deadlineMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > limits.fileBytes) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.on('error', (error) => reject(failed(program, name, error.message)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(parts))
      else if (signal === 'SIGKILL' && size <= limits.fileBytes)
        reject(new Fault('file-slow', { name, seconds: deadlineMs / 1000 }))
      else reject(failed(program, name, `${code ?? signal}`))
    })
  })
}

export const missing = (program: Program, name: string): Fault =>
  new Fault('program-missing', {
    name,
    program: program.name,
    debian: program.debian,
    windows: program.windows,
  })

export const failed = (program: Program, name: string, where: string): Fault =>
  new Fault('program-failed', { name, program: program.name, where })

/** Gives a folder of its own to the work and removes it whatever happens. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-read-'))
  try {
    return await work(folder)
  } finally {
    // A program that was killed lets go of its files a moment later on Windows.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export interface Installed {
  readonly program: string
  readonly path: string | null
  readonly debian: string
  readonly windows: string
}

/** Which optional programs this machine has, and how to get the others. */
export function formatsInstalled(): Installed[] {
  return [tesseract, pdftoppm, office].map((program) => ({
    program: program.name,
    path: find(program) ?? null,
    debian: program.debian,
    windows: program.windows,
  }))
}
