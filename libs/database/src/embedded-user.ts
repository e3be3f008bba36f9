import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { problem } from '@tumor-board/kernel';

/** The system user that the server runs as; undefined when it is ourselves. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';

/**
 * Whom to run the server as: ourselves; for root, whom PostgreSQL refuses, the owner of the data, or the user
 * `postgres`, made if need be.
 * @throws Problem `database.embedded-user` when there is none and none can be made
 */
export function serverUser(dataDir: string, log: (message: string) => void): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(path.join(dataDir, 'PG_VERSION'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = lookUp();
  if (known) return known;
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]],
  ];
  for (const [program, args] of attempts) {
    try {
      execFileSync(program, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const made = lookUp();
    if (made) {
      log(`made the system user "${name}", because PostgreSQL does not run as root`);
      return made;
    }
  }
  throw problem(
    'database.embedded-user',
    `PostgreSQL does not run as root, and the system user "${name}" could not be made. Start as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUp(): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** True when the user can enter the folder; tried, because modes alone do not tell. */
export function canEnter(user: ServerUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
