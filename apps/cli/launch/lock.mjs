import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress.mjs';

const TIMES = {
  pollMs: 100,
  /** How often a holder shows that it is at work. */
  touchMs: 10_000,
  /** How long a waiting process sees nothing of a holder until it takes that for dead. */
  abandonedMs: 60_000,
  /** How long a wait goes without a word. */
  quietMs: 1_500,
};

const content = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const touched = (file) => {
  try {
    return statSync(file).mtimeMs;
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

const pidIn = (text) => Number.parseInt(text, 10);

/**
 * True when nobody works under a lock any more. A number alone does not tell: in a container it is soon that of another
 * process, our own above all.
 */
export const abandoned = (pid, unseenMs, { own = process.pid, isAlive = alive, abandonedMs = TIMES.abandonedMs } = {}) => {
  // A lock without a process id is being written at this moment, unless it stays like that.
  if (Number.isNaN(pid)) return unseenMs > abandonedMs / 6;
  return pid === own || !isAlive(pid) || unseenMs > abandonedMs;
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

const touch = (file) => {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Somebody removed it; the work goes on.
  }
};

/** Waits until we have the lock, and says so when that takes longer than a moment. */
async function wait(file, mine, { pollMs, abandonedMs, quietMs, tell }) {
  const since = performance.now();
  let said = false;
  // By our own clock, which stands still with the holder's while the machine sleeps.
  let seen = { at: since, held: undefined, mark: undefined };
  while (!take(file, mine)) {
    const now = performance.now();
    const held = content(file);
    const mark = touched(file);
    if (held !== seen.held || mark !== seen.mark) seen = { at: now, held, mark };
    if (held !== undefined && abandoned(pidIn(held), now - seen.at, { abandonedMs })) {
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
    if (!said && now - since > quietMs) {
      said = true;
      tell(`Waiting for another set-up (process ${pidIn(held ?? '')}) …`);
    }
    await pause(pollMs);
  }
}

/**
 * Does some work while no other process does work under the same lock file. A lock whose holder has died is taken
 * over: it is moved aside first, and put back when in that moment it turned out to be somebody else's new one.
 */
export async function exclusively(file, work, options = {}) {
  const { tell = say, ...times } = { ...TIMES, ...options };
  const mine = `${process.pid} ${Date.now()} ${Math.random()}`;
  await wait(file, mine, { ...times, tell });
  const touching = setInterval(() => content(file) === mine && touch(file), times.touchMs);
  touching.unref();
  const release = () => {
    if (content(file) === mine) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.removeListener('exit', release);
    release();
  }
}
