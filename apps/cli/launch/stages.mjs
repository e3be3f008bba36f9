import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { captured, foreground } from './child.mjs';
import { prepare, prepareDependencies } from './setup.mjs';
import { pinnedEnvironment, pinnedNode, root, tool } from './workspace.mjs';

const OXLINT = [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'];
const BIOME = [tool('@biomejs/biome/bin/biome'), 'check'];
const SPEC_TYPES = [tool('typescript/bin/tsc'), '-p', 'test/tsconfig.json'];
const VITEST = [tool('vitest/vitest.mjs'), 'run'];
const NX = [tool('nx/dist/bin/nx.js'), 'run-many', '-t', 'build'];

/** The suites of vitest.config.ts, in the order of the full run. */
export const SUITES = ['architecture', 'unit', 'integration', 'e2e', 'browser'];

const options = () => ({ cwd: root, env: pinnedEnvironment() });
const node = (args) => foreground(pinnedNode, args, options());
const quietly = (args) => captured(pinnedNode, args, options());

/** One suite in the foreground, with the arguments of the person passed to vitest. */
export async function suite(name, args) {
  await prepare();
  return node([...VITEST, '--project', name, ...args]);
}

/** Lints with the types that the build makes. */
export async function lint(args) {
  await prepare();
  return node([...OXLINT, ...args]);
}

/** Formats every file and sorts the imports. */
export async function format(args) {
  await prepareDependencies();
  return node([...BIOME, '--write', ...(args.length > 0 ? args : ['.'])]);
}

/** Builds each package as an Nx target, from Nx's cache where it can. */
export async function build(args) {
  await prepareDependencies();
  return node([...NX, '--outputStyle=static', ...args]);
}

/** What vitest's report says, with a failure counted even when it was not one of a test (an import, a hook). */
export function tally(report, status) {
  const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + (report.numTodoTests ?? 0) };
}

/** The stage that stands for a build that failed: its types are wrong, so nothing after it can be trusted. */
export const buildFailed = ({ message }) => ({ name: 'types', run: async () => ({ status: 1, output: message }) });

async function runSuite(name) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tumor-board-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const result = await quietly([...VITEST, '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
    try {
      return { ...result, tests: tally(JSON.parse(readFileSync(file, 'utf8')), result.status) };
    } catch {
      return { ...result, status: result.status || 1, tests: { passed: 0, failed: 1, skipped: 0 } };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const stages = () => [
  { name: 'lint', run: () => quietly(OXLINT) },
  { name: 'format', run: () => quietly([...BIOME, '.']) },
  { name: 'types', run: () => quietly(SPEC_TYPES) },
  ...SUITES.map((name) => ({ name, run: () => runSuite(name) })),
];

/**
 * Every check in order, one line each, up to the first that fails, whose output is shown. The last line of a run
 * that came to its tests is `N passed, M failed`.
 */
export async function everything(out = process.stdout, planned = stages()) {
  const total = { passed: 0, failed: 0 };
  let tested = false;
  for (const stage of planned) {
    const since = performance.now();
    const { status, output, tests } = await stage.run();
    const seconds = ((performance.now() - since) / 1_000).toFixed(1);
    if (status !== 0) out.write(`${output.trimEnd()}\n`);
    const counts = tests === undefined ? '' : `${tests.passed} passed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`;
    out.write(
      `${stage.name.padEnd(14)}${(status === 0 ? 'ok' : 'FAILED').padEnd(8)}${`${seconds} s`.padStart(8)}  ${counts}`.trimEnd() + '\n',
    );
    if (tests !== undefined) {
      tested = true;
      total.passed += tests.passed;
      total.failed += tests.failed;
    }
    if (status !== 0) {
      out.write(tested ? `${total.passed} passed, ${total.failed} failed\n` : `Stopped: ${stage.name} failed, no test was run.\n`);
      return 1;
    }
  }
  out.write(`${total.passed} passed, ${total.failed} failed\n`);
  return 0;
}
