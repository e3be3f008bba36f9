import { describe, expect, it } from 'vitest';
import { signalCounter } from './process.js';

describe('signals to end', () => {
  it('are one when a single Ctrl+C comes several times, and another when somebody presses again', () => {
    const seen: string[] = [];
    let now = 5_000;
    const received = signalCounter(
      () => seen.push('first'),
      () => seen.push('again'),
      () => now,
    );
    for (const after of [0, 3, 40]) {
      now = 5_000 + after;
      received();
    }
    expect(seen).toEqual(['first']);
    now = 7_000;
    received();
    expect(seen).toEqual(['first', 'again']);
  });
});
