import { describe, expect, it } from 'vitest';
import { changedOf, liveTopics, topicsAbout } from './live-topics.js';

const id = '3f1e9c52-0b5f-4d0c-9f57-6d1f1c2a7b10';
const other = '3f1e9c52-0b5f-4d0c-9f57-6d1f1c2a7b11';

describe('the topics of a request', () => {
  it('are read once each, in their order', () => {
    expect(liveTopics.parse(`queue, case:${id},queue,meetings`)).toEqual(['queue', `case:${id}`, 'meetings']);
  });

  it.each(['', ',', 'everything', 'case', 'case:7', `series:${id}`, `case:${id.toUpperCase()}`, `queue;cases`])('are not %j', (text) => {
    expect(liveTopics.safeParse(text).success).toBe(false);
  });

  it('are twenty at most', () => {
    const cases = Array.from({ length: 21 }, (_, n) => `case:3f1e9c52-0b5f-4d0c-9f57-6d1f1c2a7b${n + 10}`);
    expect(liveTopics.safeParse(cases.slice(0, 20).join(',')).success).toBe(true);
    expect(liveTopics.safeParse(cases.join(',')).success).toBe(false);
  });
});

describe('a change', () => {
  const all = ['queue', 'cases', 'meetings', `case:${id}`, `meeting:${id}`];

  it.each([
    [`case-${id}`, ['queue', 'cases', `case:${id}`]],
    [`case-${other}`, ['queue', 'cases']],
    [`meeting-${id}`, ['meetings', `meeting:${id}`]],
    [`series-${id}`, ['meetings']],
    [`patient-${id}`, []],
    ['knowledge-default', []],
  ])('of %s is told under its topics', (streamId, topics) => {
    expect(topicsAbout(all)(changedOf(streamId))).toEqual(topics);
  });
});
