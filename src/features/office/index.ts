export * from './model.ts'
export * from './rules.ts'
export { actorAt, enterTown, localOfficer, posts } from './actions.ts'
export type { PostHeld } from './store.ts'
