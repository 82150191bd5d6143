import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  // Public pages carry no script, so nothing could ever fetch the list of routes a piece at a time.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
