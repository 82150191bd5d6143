import { z } from 'zod'
import { caseFileSchema } from './case.ts'
import { documentsFileSchema, parameterFileSchema, setsFileSchema, unitsFileSchema } from './file.ts'

const files = {
  parameter: parameterFileSchema,
  documents: documentsFileSchema,
  units: unitsFileSchema,
  sets: setsFileSchema,
  cases: caseFileSchema,
} as const

/** JSON Schema of each kind of file below `law/`, for editors: name of the schema's file → its text. */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(files).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
}
