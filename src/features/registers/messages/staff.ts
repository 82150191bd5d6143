import type { Language } from '../../../domain/fault.ts'
import { staffEn } from './staff-en.ts'
import { staffVi, type RegisterMessages } from './staff-vi.ts'

export type { RegisterMessages }

export const registerMessages: Readonly<Record<Language, RegisterMessages>> = { vi: staffVi, en: staffEn }
