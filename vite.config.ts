import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { traditional } from './tools/traditional-plugin.ts'

export default defineConfig({
  plugins: [react(), traditional()],
  publicDir: false,
  build: {
    target: ['chrome89', 'edge89', 'firefox89', 'safari15'],
    outDir: 'dist/web',
    emptyOutDir: true,
    // The content security policy allows scripts and fonts from files of our own alone.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': process.env['NUANYANG_SERVER'] ?? 'http://localhost:8080' } },
})
