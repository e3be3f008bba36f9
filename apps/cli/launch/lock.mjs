import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 100;
/** Longer than any set-up; a lock this old was left by a machine that went down and reused the process id. */
const ABANDONED_MS = 30 * 60_000;

const content = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const abandoned = (file, text) => {
  const pid = Number.parseInt(text, 10);
  // A lock without a process id is being written at this moment, unless it stays like that.
  const age = () => {
    try {
      return Date.now() - statSync(file).mtimeMs;
    } catch {
      return 0;
    }
  };
  if (Number.isNaN(pid)) return age() > 10_000;
  return !alive(pid) || age() > ABANDONED_MS;
};

const take = (file, text) => {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Does some work while no other process does work under the same lock file. A lock whose holder has died is taken
 * over: it is moved aside first, and put back when in that moment it turned out to be somebody else's new one.
 */
export async function exclusively(file, work) {
  const mine = `${process.pid} ${Date.now()} ${Math.random()}`;
  while (!take(file, mine)) {
    const held = content(file);
    if (held !== undefined && abandoned(file, held)) {
      const aside = `${file}.${process.pid}`;
      try {
        renameSync(file, aside);
        const moved = content(aside);
        if (moved !== held && moved !== undefined) take(file, moved);
        rmSync(aside, { force: true });
      } catch {
        // Another process took it over first; look again.
      }
      continue;
    }
    await pause(POLL_MS);
  }
  const release = () => {
    if (content(file) === mine) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
