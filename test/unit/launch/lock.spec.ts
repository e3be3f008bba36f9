import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { abandoned, exclusively } from '../../../apps/cli/launch/lock.mjs';

const SECOND = 1_000;
const OWN = 42;
const seen = (isAlive: boolean) => ({ own: OWN, isAlive: () => isAlive });

describe('a set-up lock', () => {
  it('is that of a holder which is alive and shows it', () => {
    expect(abandoned(7, 30 * SECOND, seen(true))).toBe(false);
    expect(abandoned(7, 61 * SECOND, seen(true))).toBe(true);
    expect(abandoned(7, 0, seen(false))).toBe(true);
  });

  it('was left behind when it bears our own number', () => {
    expect(abandoned(OWN, 0, seen(true))).toBe(true);
  });

  it('may be empty for a moment, while it is written', () => {
    expect(abandoned(Number.NaN, SECOND, seen(true))).toBe(false);
    expect(abandoned(Number.NaN, 11 * SECOND, seen(true))).toBe(true);
  });
});

describe('work under the set-up lock', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tumor-board-lock-'));
    file = path.join(folder, 'setup.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says whom it waits for, and goes on when nothing is seen of that one', async () => {
    const said: string[] = [];
    // Alive as long as we are, but at other work.
    writeFileSync(file, `${process.ppid} 1 0.5`);
    const times = { pollMs: 1, quietMs: 5, abandonedMs: 50, tell: (line: string) => said.push(line) };
    expect(await exclusively(file, async () => 'done', times)).toBe('done');
    expect(said).toEqual([`Waiting for another set-up (process ${process.ppid}) …`]);
    expect(existsSync(file)).toBe(false);
  });

  it('shows those who wait that it goes on', async () => {
    const shown = async () => {
      const first = statSync(file).mtimeMs;
      await vi.waitFor(() => expect(statSync(file).mtimeMs).toBeGreaterThan(first), { timeout: 30_000, interval: 5 });
    };
    await exclusively(file, shown, { touchMs: 5 });
    expect(existsSync(file)).toBe(false);
  });
});
