export * from './model.ts'
export * from './model/accepted.ts'
