import { existsSync } from 'node:fs';
import path from 'node:path';
import { packages, readJson, root } from './workspace.mjs';

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

const sameEntries = (left = {}, right = {}) => {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
};

/** True when each package.json asks for what the lock file was made for. */
export const lockIsCurrent = (lock, manifests) =>
  Object.entries(manifests).every(([folder, manifest]) => {
    const locked = lock.packages[folder];
    return locked !== undefined && KINDS.every((kind) => sameEntries(manifest[kind], locked[kind]));
  });

/** True when the packages that npm says it installed are those of the lock file, in the same versions. */
export const treeMatches = (lock, hidden, exists) =>
  Object.entries(lock.packages).every(([place, locked]) => {
    if (!place.includes('node_modules/')) return true;
    const installed = hidden.packages[place];
    // Packages for other platforms are in the lock file and not in the tree.
    if (installed === undefined) return locked.optional === true || locked.devOptional === true || locked.peer === true;
    return installed.version === locked.version && installed.link === locked.link && exists(place);
  });

/** True when node_modules already holds what package-lock.json asks for, however it got there. */
export function installed() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false;
  const lock = readJson('package-lock.json');
  const manifests = Object.fromEntries(['', ...packages()].map((folder) => [folder, readJson(path.join(folder, 'package.json'))]));
  return (
    lockIsCurrent(lock, manifests) &&
    treeMatches(lock, readJson('node_modules/.package-lock.json'), (place) => existsSync(path.join(root, place)))
  );
}
