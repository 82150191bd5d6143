#!/usr/bin/env node
import { launch } from './launch.js'

// React's build for production: pages are rendered several times as fast.
process.env.NODE_ENV ||= 'production'
launch('src/app/main.ts', process.argv.slice(2))
