import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

const COMPRESSIBLE = /\.(?:js|css|svg)$/;
/** What the first view of the queue may load of scripts, compressed, in bytes; test/browser/speed.browser.spec.ts holds it to that. */
const BUDGET = 200_000;
/** The screen that is seen first. */
const FIRST_SCREEN = /\/queue\/queue\.route\.tsx$/;

/** A file of the site with its size in bytes, as it is and compressed in both ways. */
interface Size {
  readonly name: string;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/**
 * Puts compressed copies beside the files as they were written, so that the service need not compress what never
 * changes, and prints what each file weighs and what the first view of the queue loads.
 */
export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '.' }, bundle) {
    const sizes: Size[] = [];
    for (const name of Object.keys(bundle).filter((file) => COMPRESSIBLE.test(file))) sizes.push(await compress(dir, name));
    const first = sizes.filter(({ name }) => firstView(bundle).has(name));
    const total = (of: keyof Omit<Size, 'name'>): number => first.reduce((sum, size) => sum + size[of], 0);
    const line = (name: string, ...figures: readonly string[]): string =>
      `${name.padEnd(52)}${figures.map((figure) => figure.padStart(10)).join('')}`;
    const lineOf = (size: Size): string =>
      line(`${first.includes(size) ? '* ' : '  '}${size.name}`, inKb(size.raw), inKb(size.gzip), inKb(size.brotli));
    const told = [
      line('  file, in kB', 'raw', 'gzip', 'brotli'),
      ...sizes.toSorted((one, other) => other.raw - one.raw).map(lineOf),
      line('* scripts of the first view of the queue', inKb(total('raw')), inKb(total('gzip')), inKb(total('brotli'))),
      `  of ${inKb(BUDGET)} kB that they may weigh compressed`,
    ];
    process.stdout.write(`${told.join('\n')}\n`);
  },
});

const inKb = (bytes: number): string => (bytes / 1_000).toFixed(1);

async function compress(dir: string, name: string): Promise<Size> {
  const file = path.join(dir, name);
  const content = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const [zipped, brotli] = await Promise.all([promisify(gzip)(content), promisify(brotliCompress)(content, { params })]);
  await Promise.all([writeFile(`${file}.gz`, zipped), writeFile(`${file}.br`, brotli)]);
  return { name, raw: content.length, gzip: zipped.length, brotli: brotli.length };
}

/** The scripts that the first view loads: the entry and the first screen, with everything that they import. */
function firstView(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const reached = new Set<string>();
  const reach = (name: string): void => {
    const chunk = bundle[name];
    if (reached.has(name) || chunk?.type !== 'chunk') return;
    reached.add(name);
    for (const imported of chunk.imports) reach(imported);
  };
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type === 'chunk' && (chunk.isEntry || FIRST_SCREEN.test(chunk.facadeModuleId ?? ''))) reach(name);
  }
  return reached;
}
