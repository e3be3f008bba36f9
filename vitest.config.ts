import { defineConfig } from 'vitest/config';

const source = {
  resolve: { conditions: ['@tumor-board/source'] },
  ssr: { resolve: { conditions: ['@tumor-board/source'], externalConditions: ['node'] } },
};

/** A busy machine is no failure; what hangs still ends. */
const PATIENCE = 60_000;

const inBrowser = {
  globalSetup: ['./test/browser/product.ts'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  fileParallelism: false,
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
      { ...source, test: { name: 'architecture', include: ['test/architecture/**/*.spec.ts'], testTimeout: PATIENCE } },
      {
        ...source,
        test: {
          name: 'unit',
          // Nothing of a unit is kept outside of it, so the files may share what they import.
          isolate: false,
          include: ['{libs,apps}/*/src/**/*.spec.ts', 'test/unit/**/*.spec.ts'],
          exclude: ['**/*.int.spec.ts'],
          testTimeout: PATIENCE,
        },
      },
      {
        ...source,
        test: {
          name: 'integration',
          include: ['{libs,apps}/*/src/**/*.int.spec.ts', 'test/integration/**/*.int.spec.ts'],
          globalSetup: ['./libs/testing/src/global-postgres.ts'],
          // An open transaction anywhere on the server holds back every reader of the log, as it should: one file at a time.
          fileParallelism: false,
          testTimeout: PATIENCE,
          hookTimeout: 60_000,
        },
      },
      {
        ...source,
        test: { name: 'e2e', include: ['test/e2e/**/*.e2e.spec.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
      { ...source, test: { ...inBrowser, name: 'browser', include: ['test/browser/**/*.browser.spec.ts'] } },
      { ...source, test: { ...inBrowser, name: 'pictures', include: ['test/browser/pictures.ts'] } },
    ],
  },
});
