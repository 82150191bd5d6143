import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  build: {
    // The content policy allows no `data:` address: each font and picture is a file of its own.
    assetsInlineLimit: 0,
    cssMinify: true,
    reportCompressedSize: false,
  },
})
