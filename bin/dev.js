import { launch } from './launch.js'

launch('scripts/run.ts', process.argv.slice(2))
