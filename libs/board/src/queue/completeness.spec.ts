import { describe, expect, it } from 'vitest';
import { baseline, CaseStory, histology, sample, staging, uuid } from '../case/case.fixture.js';
import { completenessOf, ownerOf, readinessOf } from './completeness.js';

describe('who owes an item', () => {
  it.each([
    ['histology with EBER', 'pathology'],
    ['EBER status', 'pathology'],
    ['confirmation of an equivocal metastasis (biopsy when safe)', 'pathology'],
    ['imaging of the liver', 'radiology'],
    ['chart of the metastases', 'radiology'],
    ['PET-CT', 'nuclear-medicine'],
    ['ablation feasibility (interventional radiology, surgery or stereotactic radiotherapy)', 'interventional-radiology'],
    ['palliative care referral', 'palliative-care'],
    ['EBV DNA after palliative chemotherapy', 'medical-oncology'],
    ['baseline EBV DNA', 'medical-oncology'],
    ['creatinine clearance', 'medical-oncology'],
  ])('%s: %s', (item, owner) => {
    expect(ownerOf(item)).toBe(owner);
  });
});

describe('a case', () => {
  const readiness = (story: CaseStory, today = '2025-01-10') => readinessOf(story.assessment, story.board, today);
  const incomplete = (): CaseStory => CaseStory.opened([histology, staging]);

  it('says what its baseline lacks and that the board cannot decide without it', () => {
    const story = incomplete();
    const items = completenessOf(story.assessment, story.board);
    const blocking = items.filter((item) => item.blocking).map(({ item }) => item);
    expect(blocking).toEqual(['chart of the metastases', 'baseline EBV DNA', 'ECOG performance status', 'creatinine clearance']);
    expect(items.find(({ item }) => item === 'baseline EBV DNA')?.wouldSettle).toContain('nextStep');
  });

  it('is not ready, then awaits what was asked for, until that is late', () => {
    const story = incomplete();
    expect(readiness(story)).toBe('not-ready');
    for (const { item, owner } of completenessOf(story.assessment, story.board).filter(({ blocking }) => blocking)) {
      expect(readiness(story)).toBe('not-ready');
      story.give({ type: 'RequestItem', item, owner: { discipline: owner }, dueOn: '2025-01-15' });
    }
    expect(readiness(story)).toBe('awaiting-result');
    expect(readiness(story, '2025-01-15')).toBe('awaiting-result');
    expect(readiness(story, '2025-01-16')).toBe('not-ready');
  });

  it('asks nobody for what a paper leaves open', () => {
    const { assessment, board } = CaseStory.opened();
    const open = assessment.missing.map(({ item }) => item).filter((item) => /not verified|not published|^definition/.test(item));
    expect(open.length).toBeGreaterThan(0);
    expect(completenessOf(assessment, board).map(({ item }) => item)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/not verified|not published|^definition/)]),
    );
  });

  it('is ready with a complete baseline, even while something else is missing', () => {
    const story = CaseStory.opened();
    expect(completenessOf(story.assessment, story.board).length).toBeGreaterThan(0);
    expect(readiness(story)).toBe('ready');
  });

  it('that is on an agenda is listed; deferred until the day it was deferred to', () => {
    const story = CaseStory.opened();
    story.give({ type: 'DeferCase', reason: 'result-awaited', until: '2025-01-12' });
    expect(readiness(story, '2025-01-11')).toBe('deferred');
    expect(readiness(story, '2025-01-12')).toBe('ready');
    story.give({ type: 'ScheduleCase', meetingId: uuid(1), itemId: uuid(2), meetingOn: '2025-01-14', mode: 'discussion' });
    expect(readiness(story)).toBe('listed');
  });

  it('is answered by the fact that brings an item', () => {
    const story = CaseStory.opened(baseline.slice(0, 5));
    story.give({ type: 'RequestItem', item: 'baseline EBV DNA', owner: { account: 'account:1' }, dueOn: '2025-01-15' });
    story.record(sample('2025-01-06', 20_000));
    expect(completenessOf(story.assessment, story.board).map(({ item }) => item)).not.toContain('baseline EBV DNA');
    expect(readiness(story)).toBe('ready');
  });
});
