import type { ReadingIssue } from '../model.ts'

export const toneSlips = (_text: string): ReadingIssue[] => []
