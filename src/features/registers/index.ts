export * from './model/entry.ts'
export { entryId, insertEntries, type NewEntry } from './store/write.ts'
export { entryExtent, entryPage, type EntryPage, type Extent, type PageQuery } from './store/read.ts'
export type { Condition, Cursor, FieldRef, Look, Selection, Sort } from './store/query.ts'
