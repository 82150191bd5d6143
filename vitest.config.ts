import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

/**
 * Tests of code that holds no state and sets nothing in its process: they share a worker, which with what they import
 * costs more to start than they take.
 */
const pure = [
  'src/{domain,ui}/**/*.test.{ts,tsx}',
  'src/features/*/{model,rules,read,messages,pages,api,publish}/**/*.test.{ts,tsx}',
  'src/platform/{http,config,cli,log}/**/*.test.ts',
  'src/platform/formats/{map,docx,html,layout,text}/**/*.test.ts',
  'src/platform/formats/{detect,drawn}.test.ts',
  'src/app/site/**/*.test.ts',
]
const all = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'bin/**/*.test.ts']

export default defineConfig({
  // As the pages are built, else their elements ask for React's development half, which production has not.
  oxc: { jsx: { development: false } },
  test: {
    projects: [
      { extends: true, test: { name: 'whole', include: all, exclude: [...configDefaults.exclude, ...pure] } },
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
    sequence: { sequencer: LongestFirst },
    environment: 'node',
    pool: 'forks',
    // What people run is what is tested; React for developers takes three times as long to render a page.
    env: { NODE_ENV: 'production' },
    // Browsers, servers and databases of the tests fill the cores beside the workers: more of them were no faster.
    maxWorkers: '100%',
    globalSetup: 'test/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
