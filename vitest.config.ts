import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'bin/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // Much of the time goes into waiting for another process: leaving a core free would only make it longer.
    maxWorkers: '100%',
    globalSetup: 'test/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
