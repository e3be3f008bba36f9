import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** The service whose API a page under development talks to. */
const service = process.env['TUMOR_BOARD_URL'] ?? 'http://127.0.0.1:3000';

const COMPRESSIBLE = /\.(?:js|css|svg)$/;

/** Puts compressed copies beside the files as they were written, so that the service need not compress what never changes. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '.' }, bundle) {
    const brotli = (content: Uint8Array) =>
      promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
    for (const name of Object.keys(bundle).filter((file) => COMPRESSIBLE.test(file))) {
      const file = path.join(dir, name);
      const content = await readFile(file);
      await writeFile(`${file}.br`, await brotli(content));
      await writeFile(`${file}.gz`, await promisify(gzip)(content));
    }
  },
});

export default defineConfig({
  plugins: [react(), compressed()],
  resolve: { conditions: ['@tumor-board/source', ...defaultClientConditions] },
  build: { outDir: 'dist/site', target: 'es2023', sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { '/api': service, '/openapi.json': service } },
});
