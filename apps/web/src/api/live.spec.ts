import { afterEach, describe, expect, it } from 'vitest';
import { become, liveState } from './live.js';

describe('how live a page is', () => {
  const [meeting, oneCase] = [{}, {}];
  afterEach(() => {
    become(meeting, 'not-live');
    become(oneCase, 'not-live');
  });

  it('is how live the worst of its streams is', () => {
    become(meeting, 'connecting');
    become(oneCase, 'connecting');
    become(meeting, 'lost');
    become(oneCase, 'live');
    expect(liveState()).toBe('lost');
    become(meeting, 'connecting');
    expect(liveState()).toBe('connecting');
    become(meeting, 'live');
    expect(liveState()).toBe('live');
  });

  it('is said of nothing that is not followed any more', () => {
    become(meeting, 'lost');
    become(oneCase, 'live');
    become(meeting, 'not-live');
    expect(liveState()).toBe('live');
    become(oneCase, 'not-live');
    expect(liveState()).toBe('not-live');
  });
});
