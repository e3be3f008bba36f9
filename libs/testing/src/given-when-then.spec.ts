import { type Decider, problem } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { given } from './given-when-then.js';

const counter: Decider<number, { add: number }, { added: number }> = {
  initialState: () => 0,
  decide: (state, { add }) => {
    if (state + add > 3) throw problem('counter.full', 'It holds three.', { held: state });
    return add === 0 ? [] : [{ added: add }];
  },
  evolve: (state, { added }) => state + added,
};

describe('given, when, then', () => {
  it('compares the events that a command gives', () => {
    given(counter, { added: 1 }).when({ add: 2 }).thenExactly({ added: 2 });
    given(counter, { added: 1 }).when({ add: 0 }).thenExactly();
  });

  it('fails when other events come out', () => {
    expect(() => given(counter).when({ add: 2 }).thenExactly({ added: 3 })).toThrow(/deeply equal/);
    expect(() => given(counter).when({ add: 2 }).thenExactly()).toThrow(/deeply equal/);
  });

  it('compares the code and the data of a problem', () => {
    given(counter, { added: 2 }).when({ add: 2 }).thenProblem('counter.full', { held: 2 });
    expect(() => given(counter, { added: 2 }).when({ add: 2 }).thenProblem('counter.empty')).toThrow(/deeply equal/);
    expect(() => given(counter, { added: 2 }).when({ add: 2 }).thenProblem('counter.full', { held: 1 })).toThrow(/deeply equal/);
  });

  it('fails when a command that should be refused is taken', () => {
    expect(() => given(counter).when({ add: 1 }).thenProblem('counter.full')).toThrow(/these events were decided/);
  });

  it('does not take a defect for a problem', () => {
    const broken = {
      ...counter,
      decide: () => undefined as never,
      initialState: () => {
        throw new TypeError('broken');
      },
    };
    expect(() => given(broken).when({ add: 1 }).thenProblem('counter.full')).toThrow(TypeError);
  });
});
