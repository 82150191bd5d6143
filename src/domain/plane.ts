/** VN-2000 planes, and the named ways between them and longitude and latitude. Pure; the numbers come from `law/coordinates`. */
export * from './plane/model.ts'
export * from './plane/law.ts'
export * from './plane/transform.ts'
export * from './plane/written.ts'
export * from './plane/candidates.ts'
