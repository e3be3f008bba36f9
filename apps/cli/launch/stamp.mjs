import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packages, root } from './workspace.mjs';

const SETUP = path.join(root, 'node_modules/.tumor-board-setup');
const BUILD = path.join(root, 'node_modules/.tumor-board-build');

/** The screens, and the page that they are bundled to. */
export const WEB = 'apps/web';
const SITE = `${WEB}/dist/site/index.html`;

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** A digest of what decides which packages are installed. */
export function setupFingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'package.json', ...packages().map((folder) => `${folder}/package.json`)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

export const setupIsCurrent = () => read(SETUP) === setupFingerprint();
export const stampSetup = () => write(SETUP, setupFingerprint());

/** The packages that are compiled. */
const built = () => packages().filter((folder) => existsSync(path.join(root, folder, 'tsconfig.json')));

const isSource = (name) => /\.(?:tsx?|css)$/.test(name) && !/\.spec\.tsx?$/.test(name);

/**
 * A digest over name, size and time of everything that the build reads, so that a changed, added, removed or older
 * file put in place all show.
 */
export function sourcesFingerprint() {
  const hash = createHash('sha256');
  const add = (file) => {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const place = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(place);
      else if (isSource(entry.name)) add(place);
    }
  };
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json']) add(file);
  for (const folder of built()) {
    add(`${folder}/tsconfig.json`);
    walk(`${folder}/src`);
  }
  for (const file of PAGE) add(file);
  return hash.digest('hex');
}

/** What the pages are made of besides sources. */
const PAGE = ['apps/web/index.html', 'apps/web/vite.config.ts', 'apps/web/scripts/compressed.ts', 'apps/web/package.json'];

/** What says that a package is built. */
const product = (folder) => (folder === WEB ? SITE : `${folder}/dist/index.js`);

/** True when what stands in the dist folders was built from the sources as they are. */
export const buildIsCurrent = () =>
  built().every((folder) => existsSync(path.join(root, product(folder)))) && read(BUILD) === sourcesFingerprint();

/** Notes that the sources with this fingerprint, taken before the build, are what was built. */
export const stampBuild = (fingerprint) => write(BUILD, fingerprint);
