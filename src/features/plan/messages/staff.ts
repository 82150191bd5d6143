import type { Language } from '../../../domain/fault.ts'
import { en } from './staff-en.ts'
import { vi, type StaffMessages } from './staff-vi.ts'

export type { StaffMessages }
export const staffMessages: Readonly<Record<Language, StaffMessages>> = { vi, en }
