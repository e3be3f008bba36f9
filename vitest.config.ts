import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Days are those of the hospital's clocks; the hospital of the tests is where it is UTC, wherever they run.
process.env['TZ'] = 'UTC';

const source = {
  resolve: { conditions: ['@tumor-board/source'] },
  ssr: { resolve: { conditions: ['@tumor-board/source'], externalConditions: ['node'] } },
};

/** A busy machine is no failure; what hangs still ends. */
const PATIENCE = 60_000;

/** Workers of the suites that start servers; a server that was given is shared, which suits a single one. */
const WORKERS = Math.min(availableParallelism(), 4);
const SERVERS = process.env['TEST_DATABASE_URL'] ? 1 : WORKERS;

const inBrowser = {
  globalSetup: ['./test/browser/product.ts'],
  testTimeout: 3 * PATIENCE,
  hookTimeout: 3 * PATIENCE,
  // One product and one browser for all: each file makes the cases that it changes.
  maxWorkers: WORKERS,
  expect: { poll: { timeout: PATIENCE } },
};

/**
 * Five suites by what they need: `unit` does no I/O, `architecture` reads the tree, `integration` starts a real
 * PostgreSQL, `e2e` starts the real processes, `browser` opens them in a real Chromium. `pictures` is no suite: it makes
 * those of the README.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'architecture',
          // All look at the same trees, which are parsed once.
          isolate: false,
          include: ['test/architecture/**/*.spec.ts'],
          testTimeout: PATIENCE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...source,
        test: {
          name: 'unit',
          // Nothing of a unit is kept outside of it, so the files may share what they import.
          isolate: false,
          include: ['{libs,apps}/*/src/**/*.spec.ts', 'test/unit/**/*.spec.ts'],
          exclude: ['**/*.int.spec.ts'],
          testTimeout: PATIENCE,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...source,
        test: {
          name: 'integration',
          include: ['{libs,apps}/*/src/**/*.int.spec.ts', 'test/integration/**/*.int.spec.ts'],
          globalSetup: ['./libs/testing/src/global-postgres.ts'],
          // One PostgreSQL for each worker, and nothing of a file outside of its databases: they may share what they import.
          maxWorkers: SERVERS,
          isolate: false,
          sequence: { groupOrder: 3 },
          // More than the specs wait for anything, so that they say what they have waited for.
          testTimeout: 2 * PATIENCE,
          hookTimeout: 2 * PATIENCE,
          expect: { poll: { timeout: PATIENCE } },
        },
      },
      {
        ...source,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.spec.ts'],
          testTimeout: 5 * PATIENCE,
          hookTimeout: 5 * PATIENCE,
          // Each file starts what it needs, on free ports and in folders of its own.
          maxWorkers: WORKERS,
          sequence: { groupOrder: 4 },
        },
      },
      { ...source, test: { ...inBrowser, name: 'browser', include: ['test/browser/**/*.browser.spec.ts'], sequence: { groupOrder: 5 } } },
      { ...source, test: { ...inBrowser, name: 'pictures', include: ['test/browser/pictures.ts'], sequence: { groupOrder: 6 } } },
    ],
  },
});
