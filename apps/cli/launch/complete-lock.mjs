// Adds to package-lock.json the platform packages that npm left out because the registry it asked does not carry
// them: without them `npm ci` refuses the lock file on every machine. Run it after `npm install` changed the file.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './workspace.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The entries that a lock file lacks: optional packages of its packages, with the platform that their name says. */
export function missingPlatforms(lock) {
  const missing = {};
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lock.packages[`node_modules/${name}`] !== undefined || lock.packages[`${place}/node_modules/${name}`] !== undefined) continue;
      const words = name.split(/[/-]/);
      const os = SYSTEMS.find((system) => words.includes(system));
      const cpu = PROCESSORS.find((processor) => words.includes(processor));
      const libc = words.some((word) => word.startsWith('musl'))
        ? 'musl'
        : words.some((word) => word.startsWith('gnu'))
          ? 'glibc'
          : undefined;
      missing[`node_modules/${name}`] = {
        version,
        ...(cpu === undefined ? {} : { cpu: [cpu] }),
        ...(entry.dev === true ? { dev: true } : {}),
        ...(os === 'linux' && libc !== undefined ? { libc: [libc] } : {}),
        optional: true,
        ...(os === undefined ? {} : { os: [os] }),
      };
    }
  }
  return missing;
}

if (process.argv[1] === import.meta.filename) {
  const file = path.join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPlatforms(lock);
  const { '': whole, ...rest } = { ...lock.packages, ...missing };
  const sorted = Object.entries(rest).sort(([left], [right]) => left.localeCompare(right, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': whole, ...Object.fromEntries(sorted) } }, null, 2)}\n`);
  process.stdout.write(`${Object.keys(missing).length} entries added\n`);
}
