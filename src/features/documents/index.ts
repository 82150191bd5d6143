export * from './model.ts'
export * from './read/document.ts'
export * from './actions.ts'
export { enterFile, filesOf, type DocumentFile } from './store.ts'
