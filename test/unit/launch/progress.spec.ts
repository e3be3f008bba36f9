import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progress } from '../../../apps/cli/launch/progress.mjs';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }));
afterEach(() => vi.useRealTimers());

const screen = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, out: { isTTY, write: (text: string) => written.push(text) > 0 } as never };
};
const lasting = (milliseconds: number) => () => new Promise((resolve) => setTimeout(resolve, milliseconds));
const run = async (milliseconds: number, isTTY: boolean) => {
  const { written, out } = screen(isTTY);
  const working = progress('Building', lasting(milliseconds), out);
  await vi.advanceTimersByTimeAsync(milliseconds);
  await working;
  return written;
};

describe('progress', () => {
  it('says nothing of what takes a moment', async () => {
    expect(await run(1_000, false)).toEqual([]);
  });

  it('says a line at the start and one at the end of what takes longer', async () => {
    expect(await run(31_000, false)).toEqual(['Building …\n', 'Building … 31 s\n']);
  });

  it('counts on a terminal', async () => {
    const written = await run(4_000, true);
    expect(written.slice(0, 2)).toEqual(['\rBuilding … 2 s', '\rBuilding … 2 s']);
    expect(written.at(-1)).toBe('\rBuilding … 4 s\n');
  });

  it('tells how long a failure took', async () => {
    const { written, out } = screen(false);
    const working = progress('Building', () => lasting(5_000)().then(() => Promise.reject(new Error('no'))), out);
    const [outcome] = await Promise.all([Promise.allSettled([working]), vi.advanceTimersByTimeAsync(5_000)]);
    expect(outcome[0]?.status).toBe('rejected');
    expect(written.at(-1)).toBe('Building … failed after 5 s\n');
  });
});
