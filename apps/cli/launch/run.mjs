// What the npm scripts start. Runs on any Node from 20 on and without node_modules: it installs what is missing,
// builds what changed, and hands over to the Node that the product is pinned to.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { foreground } from './child.mjs';
import { say } from './progress.mjs';
import { prepare, prepareDependencies, SetupError } from './setup.mjs';
import { build, buildFailed, everything, format, lint, SUITES, suite } from './stages.mjs';
import { refused } from './system.mjs';
import { pinnedEnvironment, pinnedNode, root, typedIn } from './workspace.mjs';

const COMMAND = path.join(root, 'apps/cli/dist/main.js');
const BENCHMARKS = path.join(root, 'test/bench/run.mjs');

async function command(args) {
  await prepare();
  return foreground(pinnedNode, ['--enable-source-maps', COMMAND, ...args], { cwd: typedIn(), env: pinnedEnvironment() });
}

async function bench(args) {
  await prepare();
  if (!existsSync(BENCHMARKS)) throw new SetupError('There are no benchmarks in test/bench yet.');
  return foreground(pinnedNode, [BENCHMARKS, ...args], { cwd: root, env: pinnedEnvironment() });
}

async function test() {
  await prepareDependencies();
  // The type-aware lint reads the declarations that the build makes.
  const failed = await prepare().catch((error) => {
    if (error instanceof SetupError) return error;
    throw error;
  });
  return failed === undefined ? everything() : everything(process.stdout, [buildFailed(failed)]);
}

const tasks = {
  'tumor-board': command,
  start: (args) => command(['start', ...args]),
  test,
  ...Object.fromEntries(SUITES.map((name) => [`test:${name}`, (args) => suite(name, args)])),
  // No suite, but made like one: the pictures of the README, from the demo data.
  pictures: (args) => suite('pictures', args),
  bench,
  build,
  lint,
  format,
};

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
try {
  const reason = refused();
  if (reason !== undefined) throw new SetupError(reason);
  if (task === undefined) throw new SetupError(`There is no task "${name}"; there are ${Object.keys(tasks).join(', ')}.`);
  process.exitCode = await task(args);
} catch (error) {
  say(error instanceof SetupError ? error.message : String(error?.stack ?? error));
  process.exitCode = 1;
}
