import type { Language } from '../../../domain/fault.ts'
import { importEn } from './import-pages-en.ts'
import { importVi, type ImportMessages } from './import-pages-vi.ts'

export type { ImportMessages }

export const importMessages: Readonly<Record<Language, ImportMessages>> = { vi: importVi, en: importEn }
