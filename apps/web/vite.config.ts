import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compressed } from './scripts/compressed.js';

/** The service whose API a page under development talks to. */
const service = process.env['TUMOR_BOARD_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  // The sizes are printed by `compressed`, with what the first view loads of them.
  logLevel: 'warn',
  plugins: [react(), compressed()],
  resolve: { conditions: ['@tumor-board/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/api': service, '/openapi.json': service } },
});
