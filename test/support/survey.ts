import { afterAll } from 'vitest'
import { planeOf } from '../../src/domain/plane.ts'
import type { Survey } from '../../src/features/territory/index.ts'
import { GeometryEngine } from '../../src/platform/geometry/index.ts'
import { official, systems } from '../coordinates.ts'

/** What the boundaries of the example's zone are measured with; its thread ends with the test file. */
export function openSurvey(): Survey {
  const geometry = new GeometryEngine(1)
  afterAll(() => geometry[Symbol.asyncDispose]())
  return { geometry, plane: planeOf(systems, 'vn2000-tm3-108-00'), operation: official }
}
