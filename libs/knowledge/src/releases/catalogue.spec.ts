import { describe, expect, it } from 'vitest';
import { contentHashOf } from '../release.js';
import { knowledgeRelease, knowledgeReleases } from './catalogue.js';

describe('a knowledge release', () => {
  it.each(knowledgeReleases())('$id is as it was sealed: a change is a new release', (release) => {
    const { contentHash, ...content } = release;
    expect(contentHashOf(content)).toBe(contentHash);
  });

  it('ends its pathway with a row that always holds', () => {
    for (const release of knowledgeReleases())
      expect(release.pathway.at(-1)?.when.map((condition) => condition.words)).toEqual(['in every other situation']);
  });

  it('that does not exist is refused by name', () => {
    expect(() => knowledgeRelease('npc-1999.01')).toThrow(expect.objectContaining({ code: 'knowledge.unknown-release' }));
    expect(() => knowledgeRelease('npc-1999.01')).toThrow('npc-1999.01');
  });
});
