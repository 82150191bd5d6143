#!/usr/bin/env node
import { launch } from './launch.js'

launch('src/app/main.ts', process.argv.slice(2))
