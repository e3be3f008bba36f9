import { describe, expect, it } from 'vitest';
import { everything, tally } from '../../../apps/cli/launch/stages.mjs';

const recorded = () => {
  let text = '';
  const out = {
    write(part: string) {
      text += part;
      return true;
    },
  };
  return { out: out as never, lines: () => text.trimEnd().split('\n') };
};
const check = (name: string, status = 0, output = '') => ({ name, run: async () => ({ status, output }) });
const suite = (name: string, passed: number, failed = 0, skipped = 0) => ({
  name,
  run: async () => ({ status: failed > 0 ? 1 : 0, output: failed > 0 ? `${name} is broken` : '', tests: { passed, failed, skipped } }),
});

describe('the full run', () => {
  it('says a line per stage and ends with the sum of the tests', async () => {
    const { out, lines } = recorded();
    expect(await everything(out, [check('lint'), suite('unit', 12), suite('e2e', 3, 0, 1)])).toBe(0);
    expect(lines()).toEqual([
      expect.stringMatching(/^lint +ok +\d+\.\d s$/),
      expect.stringMatching(/^unit +ok +\d+\.\d s {2}12 passed$/),
      expect.stringMatching(/^e2e +ok +\d+\.\d s {2}3 passed, 1 skipped$/),
      '15 passed, 0 failed',
    ]);
  });

  it('stops at the first suite that fails, shows why and counts what failed', async () => {
    const { out, lines } = recorded();
    expect(await everything(out, [suite('unit', 12), suite('integration', 5, 2), suite('e2e', 3)])).toBe(1);
    expect(lines()).toContain('integration is broken');
    expect(lines().some((line) => line.startsWith('e2e'))).toBe(false);
    expect(lines().at(-1)).toBe('17 passed, 2 failed');
  });

  it('does not claim tests that it did not come to', async () => {
    const { out, lines } = recorded();
    expect(await everything(out, [check('lint', 1, 'no-floating-promises'), suite('unit', 12)])).toBe(1);
    expect(lines()).toEqual(['no-floating-promises', expect.stringMatching(/^lint +FAILED/), 'Stopped: lint failed, no test was run.']);
  });
});

describe('the count of a suite', () => {
  it('is that of the report', () => {
    expect(tally({ numPassedTests: 4, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({
      passed: 4,
      failed: 0,
      skipped: 2,
    });
    expect(tally({ numPassedTests: 4, numFailedTests: 3, numPendingTests: 0, numTodoTests: 0 }, 1).failed).toBe(3);
  });

  it('has a failure when the run failed outside of its tests', () => {
    expect(tally({ numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }, 1).failed).toBe(1);
  });
});
