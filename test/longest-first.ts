import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where the files lie that start servers, browsers and readers of their own, the longest first. */
const long = [
  '/test/e2e/',
  '/actions/import/',
  '/test/maps/',
  '/test/rights/',
  '/test/jobs/',
  '/test/',
  '/app/',
]

/**
 * The longest files begin first, so that none is left to run alone on one core at the end. A clean checkout has no
 * times of an earlier run to go by.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((part) => moduleId.replaceAll('\\', '/').includes(part))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
