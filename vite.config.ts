import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { traditional } from './tools/traditional-plugin.ts'

export default defineConfig({
  plugins: [react(), traditional()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // The content security policy allows scripts and fonts from files of our own alone.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': process.env['NUANYANG_SERVER'] ?? 'http://localhost:8080' } },
})
