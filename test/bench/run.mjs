// What `npm run bench` starts, on the pinned Node after set-up and build. Installs the packages that only the
// benchmarks need, on first use, and hands over.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { captured } from '../../apps/cli/launch/child.mjs';
import { progress, say } from '../../apps/cli/launch/progress.mjs';
import { machinePath } from '../../apps/cli/launch/workspace.mjs';

const folder = import.meta.dirname;

const current = () => {
  const hidden = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const packagesOf = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).filter(([place]) => place !== '');
  const installed = new Map(packagesOf(hidden));
  return packagesOf(path.join(folder, 'package-lock.json')).every(
    ([place, { version, optional, devOptional, peer }]) =>
      installed.get(place)?.version === version || (!installed.has(place) && (optional ?? devOptional ?? peer ?? false)),
  );
};

/** True when the packages are there; the benchmarks that need none of them run without. */
async function installed() {
  if (current()) return true;
  const args = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: folder, env: { ...process.env, PATH: machinePath() } };
  const { status, output } = await progress('Installing what the benchmarks compare with', () => captured('npm', args, options)).catch(
    (error) => ({ status: 1, output: error.message }),
  );
  if (status !== 0) say(`What the benchmarks compare with could not be installed:\n${output.trimEnd().split('\n').slice(-5).join('\n')}`);
  return status === 0;
}

const { suite } = await import('./suite.ts');
process.exitCode = await suite(process.argv.slice(2), { peersInstalled: await installed() });
