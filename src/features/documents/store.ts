import type { Commit, Db } from '../../platform/db/index.ts'

interface DocumentFileTable {
  agency: string
  sha256: string
  name: string
  format: string
  pages: number | null
  /** Bytes. */
  size: number
  post: string
  person: string
  revision: number
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    document_file: DocumentFileTable
  }
}

/** A file that an agency received: its bytes stand in the store of files under their SHA-256. */
export interface DocumentFile {
  readonly sha256: string
  readonly name: string
  readonly format: string
  readonly pages: number | null
  readonly size: number
}

const columns = ['sha256', 'name', 'format', 'pages', 'size'] as const

/** Enters a file once; a second time changes nothing. */
export async function enterFile({ db, author, revision }: Commit, file: DocumentFile): Promise<void> {
  await db
    .insertInto('document_file')
    .values({ ...author, ...file, revision })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A file of this agency; one of another agency is not there. */
export async function findFile(db: Db, agency: string, sha256: string): Promise<DocumentFile | undefined> {
  return db
    .selectFrom('document_file')
    .select(columns)
    .where((one) => one.and({ agency, sha256 }))
    .executeTakeFirst()
}

/** Whether any agency has entered this file: agencies share the bytes. */
export async function isEntered(db: Db, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('document_file')
    .select('sha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return found !== undefined
}

/** The files of an agency, the latest first. */
export async function filesOf(db: Db, agency: string): Promise<DocumentFile[]> {
  return db
    .selectFrom('document_file')
    .select(columns)
    .where('agency', '=', agency)
    .orderBy('revision', 'desc')
    .orderBy('sha256')
    .execute()
}
