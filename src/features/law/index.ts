export * from './model.ts'
export * from './rules/at.ts'
export { readLaw, type LawFile, type LawRead } from './read/law.ts'
export { editorSchemas } from './model/schemas.ts'
