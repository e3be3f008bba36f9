import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The service whose API a page under development talks to. */
const service = process.env['TUMOR_BOARD_URL'] ?? 'http://127.0.0.1:3000';

const COMPRESSIBLE = /\.(?:js|css|svg)$/;

/** Puts compressed copies beside the files, so that the service need not compress what never changes. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async generateBundle(_options, bundle) {
    const brotli = (content: Uint8Array) =>
      promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
    for (const [fileName, file] of Object.entries(bundle)) {
      if (!COMPRESSIBLE.test(fileName)) continue;
      const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
      this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: await brotli(content) });
      this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: await promisify(gzip)(content) });
    }
  },
});

export default defineConfig({
  plugins: [react(), compressed()],
  build: { outDir: 'dist/site', target: 'es2023', sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { '/api': service, '/openapi.json': service } },
});
