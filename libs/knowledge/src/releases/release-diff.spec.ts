import { describe, expect, it } from 'vitest';
import { type KnowledgeRelease, releaseContent } from '../release.js';
import { knowledgeRelease, knowledgeReleases } from './catalogue.js';
import { contentDiff, releaseDiff } from './release-diff.js';
import { releaseDiffText } from './release-diff-text.js';

const [review, current] = [knowledgeRelease('npc-2023.08'), knowledgeRelease('npc-2026.11')];
const edited = (changes: Partial<KnowledgeRelease>): KnowledgeRelease => ({ ...review, ...changes });

describe('the difference of two releases', () => {
  it('is nothing between a release and itself', () => {
    for (const release of knowledgeReleases()) {
      expect(releaseDiff(release, release)).toMatchObject({ fields: [], lists: {}, computedOtherwise: [] });
      expect(releaseDiffText(releaseDiff(release, release))).toContain('Nothing differs.');
    }
  });

  it('from the review to npc-2026.11 is the edition read first, the rows that were revised and the sources since', () => {
    const diff = releaseDiff(review, current);
    expect(diff.fields).toContainEqual({ field: 'defaultEdition', before: 'TNM-8', after: 'TNM-9' });
    expect(diff.lists['pathway']).toMatchObject({ added: [], removed: [], reordered: false });
    expect(diff.lists['pathway']?.changed.map(({ id }) => id)).toEqual(['P10', 'P19', 'P21', 'P24']);
    expect(diff.lists['pathway']?.changed.find(({ id }) => id === 'P19')?.fields).toEqual([
      {
        field: 'evidence',
        before: ['liu-2023', 'liao-2021', 'li-2020-bone'],
        after: ['liu-2023', 'huang-2024', 'liao-2021', 'li-2020-bone'],
      },
    ]);
    expect(diff.lists['sources']?.added).toContain('nct07235319');
    expect(diff.lists['sources']?.removed).toEqual([]);
    expect(Object.keys(diff.lists)).not.toContain('m1');
    expect(diff.computedOtherwise).toEqual(['P10', 'P24']);
  });

  it('backwards removes what forwards added', () => {
    const [forth, back] = [releaseDiff(review, current), releaseDiff(current, review)];
    expect(back.lists['sources']?.removed).toEqual(forth.lists['sources']?.added);
    expect(back.lists['pathway']?.changed.map(({ id }) => id)).toEqual(forth.lists['pathway']?.changed.map(({ id }) => id));
  });

  it('names rows that came, went and moved', () => {
    const [first, second, ...others] = review.pathway;
    if (first === undefined || second === undefined) throw new Error('a pathway has rows');
    const next = edited({ id: 'next', pathway: [second, first, ...others.slice(1), { ...first, id: 'P99' }] });
    expect(releaseDiff(review, next).lists['pathway']).toMatchObject({ added: ['P99'], removed: ['P03'], changed: [], reordered: true });
  });

  it('names a row whose words are the same and whose test is not', () => {
    const pathway = review.pathway.map((rule) =>
      rule.id === 'P24' ? { ...rule, when: rule.when.map((condition) => ({ ...condition, test: () => undefined })) } : rule,
    );
    expect(releaseDiff(review, edited({ pathway }))).toMatchObject({ fields: [], lists: {}, computedOtherwise: ['P24'] });
  });

  it('compares the published systems and the fitness guards as well', () => {
    const content = JSON.parse(releaseContent(review)) as {
      m1: { id: string; ebvDnaCutOff?: number }[];
      fitness: { id: string; limit: unknown }[];
    };
    const next = structuredClone(content);
    const [yao, crcl] = [next.m1.find(({ id }) => id === 'YAO23'), next.fitness.find(({ id }) => id === 'fitness.cisplatin/crcl')];
    if (yao === undefined || crcl === undefined) throw new Error('the release holds them');
    yao.ebvDnaCutOff = 60_000;
    crcl.limit = { below: 45 };
    expect(contentDiff(JSON.stringify(content), JSON.stringify(next)).lists).toMatchObject({
      m1: { changed: [{ id: 'YAO23', fields: [{ field: 'ebvDnaCutOff', before: 62_000, after: 60_000 }] }] },
      fitness: { changed: [{ id: 'fitness.cisplatin/crcl', fields: [{ field: 'limit', before: { below: 50 }, after: { below: 45 } }] }] },
    });
  });

  it('tells a field that was not there from one that was empty', () => {
    const before = JSON.stringify({ sources: [{ id: 'a', note: '' }] });
    const after = JSON.stringify({ sources: [{ id: 'a', doi: '10.1/1' }] });
    expect(contentDiff(before, after).lists['sources']?.changed).toEqual([
      {
        id: 'a',
        fields: [
          { field: 'note', before: '' },
          { field: 'doi', after: '10.1/1' },
        ],
      },
    ]);
  });
});

describe('the difference as a document', () => {
  const text = releaseDiffText(releaseDiff(review, current));

  it('has a section for each part that differs, and none for the others', () => {
    expect(text).toMatch(/^# From npc-2023\.08 to npc-2026\.11\n/);
    expect(text.match(/^## .*/gm)).toEqual(['## The release', '## Pathway rows', '## Sources', '## Computed otherwise']);
  });

  it('tells each field before and after', () => {
    expect(text).toContain('- TNM edition read first: TNM-8 → TNM-9');
    expect(text).toContain(
      '- changed: P19\n  - evidence: liu-2023, liao-2021, li-2020-bone → liu-2023, huang-2024, liao-2021, li-2020-bone',
    );
    expect(text).toContain('- added: nct07235319');
  });

  it('lets no text of a release break out of its line', () => {
    const evil = releaseDiffText(releaseDiff(review, edited({ title: 'One\n# Two <script>' })));
    expect(evil).toContain('One # Two \\<script\\>');
    expect(evil.match(/^# /gm)).toHaveLength(1);
  });
});
