import { emptyImpactTally, type Impact, impactReport, knowledgeRelease, sitePolicy, withImpact } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { impactLines, reportLines } from './impact-text.js';

const reason = (text: string, ...facts: string[]) => ({ text, facts, rule: 'P24' });
const impact: Impact = {
  reference: 'V04',
  relist: true,
  relistBecause: ['nextStep: maintenance → locoregional-rt'],
  parts: [
    { part: 'nextStep', before: 'maintenance', after: 'locoregional-rt', because: [reason('good response', '#7', '#9')] },
    { part: 'stage', before: 'IVB (TNM-8)', after: 'IVA (TNM-9)', because: ['a', 'b', 'c', 'd', 'e'].map((text) => reason(text)) },
  ],
};

describe('the impact on a case', () => {
  it('names what changes, from what to what, and why, with the facts', () => {
    expect(impactLines(impact)).toEqual([
      'V04: for the board to look at again',
      '  nextStep: maintenance → locoregional-rt',
      '    because good response [#7, #9, P24]',
      '  stage: IVB (TNM-8) → IVA (TNM-9)',
      '    because a [P24]',
      '    because b [P24]',
      '    because c [P24]',
      '    and for 2 more reasons',
    ]);
  });
});

describe('a report', () => {
  const current = { release: knowledgeRelease('npc-2023.08'), policy: sitePolicy() };

  it('counts the cases of each change, and says what would be in force', () => {
    const candidate = { ...current, release: knowledgeRelease('npc-2026.11') };
    const tally = [impact, { ...impact, reference: 'V05' }, null].reduce(withImpact, emptyImpactTally(current, candidate, 1));
    const report = impactReport(tally);
    expect(reportLines(report)).toEqual([
      'npc-2023.08 → npc-2026.11; policy as it is',
      '3 cases assessed both ways: 2 would change, 2 for the board to look at again',
      '  nextStep: 2 cases',
      '          2  maintenance → locoregional-rt  (V04, …)',
      '  stage: 2 cases',
      '          2  IVB (TNM-8) → IVA (TNM-9)  (V04, …)',
      `content of npc-2026.11: ${candidate.release.contentHash}`,
      `digest of this report: ${report.digest}`,
    ]);
  });

  it('says of a policy which one it was and would be', () => {
    const candidate = { ...current, policy: sitePolicy({ oligometastaticMax: 3 }) };
    expect(reportLines(impactReport(emptyImpactTally(current, candidate)))[0]).toMatch(
      /^release npc-2023\.08 as it is; policy \{.*"oligometastaticMax":5.*\} → \{.*"oligometastaticMax":3.*\}$/,
    );
  });
});
