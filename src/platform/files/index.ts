export { makeFolder } from './folder.ts'
export { Objects, sha256, sha256OfFile } from './objects.ts'
export { writeWhole } from './whole.ts'
