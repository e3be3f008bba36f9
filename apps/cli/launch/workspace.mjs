import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** The Node that the product runs on, whatever the machine has: the npm package `node`. */
export const pinnedNode = path.join(root, 'node_modules/node/bin/node');

/** A file of a tool that is installed in the root. */
export const tool = (relative) => path.join(root, 'node_modules', relative);

/** The folders of the packages of the workspace, relative to the root. */
export const packages = () =>
  ['apps', 'libs'].flatMap((group) =>
    existsSync(path.join(root, group))
      ? readdirSync(path.join(root, group))
          .sort()
          .map((name) => `${group}/${name}`)
          .filter((folder) => existsSync(path.join(root, folder, 'package.json')))
      : [],
  );

export const readJson = (relative) => JSON.parse(readFileSync(path.join(root, relative), 'utf8'));

/** The search path without the tools of this repository: where the machine's own Node and npm are. */
export const machinePath = (searched = process.env['PATH'] ?? '') =>
  searched
    .split(path.delimiter)
    .filter((folder) => folder !== '' && !path.resolve(folder).startsWith(path.join(root, 'node_modules')))
    .join(path.delimiter);

/** The environment of everything that runs after the set-up: child tools find the pinned Node first. */
export const pinnedEnvironment = () => ({
  ...process.env,
  PATH: [path.dirname(pinnedNode), tool('.bin'), machinePath()].join(path.delimiter),
});

/** Where the person typed the command: npm moves to the root and keeps the folder in INIT_CWD. */
export const typedIn = (cwd = process.cwd(), initial = process.env['INIT_CWD']) =>
  initial !== undefined && path.resolve(cwd) === root && existsSync(initial) ? initial : cwd;
