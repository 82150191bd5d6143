import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As the pages are built, else their elements ask for React's development half, which production has not.
  oxc: { jsx: { development: false } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'bin/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // What people run is what is tested; React for developers takes three times as long to render a page.
    env: { NODE_ENV: 'production' },
    // Much of the time goes into waiting for another process: leaving a core free would only make it longer.
    maxWorkers: '100%',
    globalSetup: 'test/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
