export { editionApi } from './api.ts'
export { Edition, Editions, type Publication } from './actions.ts'
export * from './model.ts'
export { fileAt } from './rules.ts'
