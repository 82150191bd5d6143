export * from './model.ts'
export * from './read/document.ts'
