import { describe, expect, it } from 'vitest';
import type { AuditDecision } from '../case/board-command.js';
import { erasedBoard } from '../case/board-state.js';
import { boardTypes, CaseStory, problemOf, uuid } from '../case/case.fixture.js';

const auditor = { account: 'account:a', name: 'Dr Auditor' };
const decided = (): CaseStory => {
  const story = CaseStory.opened();
  story.decide(1, { actions: [], expectations: [] });
  return story;
};
const audit = (story: CaseStory, changes: Partial<AuditDecision> = {}) =>
  story.give({ type: 'AuditDecision', decisionId: uuid(1), auditor, finding: 'agrees', isSampled: true, ...changes });

describe('the audit of a decision without discussion', () => {
  it('says who looked, when and what was found, and changes nothing else', () => {
    const story = decided();
    story.today = '2025-02-01';
    expect(boardTypes(audit(story))).toEqual(['DecisionAudited']);
    expect(story.board.decisions[0]?.audit).toEqual({ on: '2025-02-01', auditor, finding: 'agrees' });
    expect(story.board.listing).toBeNull();
  });

  it('is recorded once, and gives way to a later one', () => {
    const story = decided();
    audit(story);
    story.today = '2025-03-01';
    expect(audit(story)).toEqual([]);
    audit(story, { finding: 'should-have-been-discussed', comment: 'The marker rose.' });
    expect(story.board.decisions[0]?.audit).toMatchObject({ finding: 'should-have-been-discussed', comment: 'The marker rose.' });
  });

  it('has a comment that an erasure takes', () => {
    const story = decided();
    audit(story, { finding: 'not-assessable', comment: 'Nothing is written of her wish.' });
    expect(erasedBoard(story.board).decisions[0]?.audit).toMatchObject({ finding: 'not-assessable', comment: '[erased]' });
  });

  it.each<[Partial<AuditDecision>, string]>([
    [{ isSampled: false }, 'decision.not-sampled'],
    [{ decisionId: uuid(9) }, 'decision.unknown'],
    [{ finding: 'should-have-been-discussed' }, 'decision.audit-invalid'],
    [{ finding: 'not-assessable' }, 'decision.audit-invalid'],
  ])('is refused when it does not fit (%#)', (changes, code) => {
    expect(problemOf(() => audit(decided(), changes)).code).toBe(code);
  });
});
