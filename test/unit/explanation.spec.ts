import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess, impactOf, knowledgeRelease, knowledgeReleases, PARTS, sitePolicy, trace, whatWouldChange } from '@tumor-board/knowledge';
import { type CaseFile, parseCaseFile } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const examples = path.join(root, 'apps/cli/examples');
const read = (reference: string): CaseFile =>
  parseCaseFile(JSON.parse(readFileSync(path.join(examples, `${reference}.case.json`), 'utf8')));
const references = readdirSync(examples)
  .filter((file) => file.endsWith('.case.json'))
  .map((file) => file.replace('.case.json', ''));

const release = knowledgeRelease('npc-2023.08');
const policy = sitePolicy();
const answers = (reference: string, part: string): string[] =>
  whatWouldChange(read(reference), release, policy, part, { limit: 50 }).sets.map(
    ({ assumptions, value }) => `${assumptions.map(({ label }) => label).join(' and ')} → ${value}`,
  );

describe.each(references)('the explanation of example case %s', (reference) => {
  const record = read(reference);

  it.each(knowledgeReleases().map(({ id }) => id))('names a rule for every reason, and finds every fact and source, under %s', (id) => {
    const assessment = assess(record, knowledgeRelease(id), policy);
    const traces = PARTS.map((part) => trace(record, assessment, part));
    const reasons = traces.flatMap((one) => one.reasons);
    expect(reasons.length).toBeGreaterThan(20);
    expect(reasons.filter(({ rule }) => rule === null)).toEqual([]);
    expect(traces.find(({ part }) => part === 'nextStep')?.value).toBe(assessment.nextStep.code);
  });

  it('finds what would settle or change each part, within the assessments it may make', () => {
    for (const part of PARTS) {
      const { sets, value, settled, searched } = whatWouldChange(record, release, policy, part);
      expect(searched.assessments).toBeLessThanOrEqual(310);
      for (const set of sets) {
        expect(set.value).not.toBe(value);
        expect(set.settled || settled).toBe(true);
      }
    }
  });

  it('changes under npc-2026.11 in the edition read first, and comes back to no board', () => {
    const impact = impactOf(record, { release, policy }, { release: knowledgeRelease('npc-2026.11'), policy });
    expect(impact?.parts.map(({ part }) => part)).toContain('stage');
    expect(impact?.relist).toBe(false);
  });
});

describe('the example cases', () => {
  it('V07: the sample of exactly 62,000 copies/mL that Yao leaves unassigned is settled by either side of it', () => {
    expect(answers('V07', 'm1.YAO23')).toEqual(
      expect.arrayContaining(['baseline EBV DNA below 62,000 copies/mL → intermediate', 'baseline EBV DNA above 62,000 copies/mL → high']),
    );
  });

  it('V10: the baseline sample that is missing settles Yang and lets the case go on, whatever it shows', () => {
    expect(answers('V10', 'm1.YANG21')).toEqual(
      expect.arrayContaining(['baseline EBV DNA below 25,000 copies/mL → low', 'baseline EBV DNA above 25,000 copies/mL → intermediate']),
    );
    expect(answers('V10', 'nextStep')).toEqual(
      expect.arrayContaining(['baseline EBV DNA not detected → ablate-upfront', 'baseline EBV DNA detected → ablate-upfront']),
    );
  });

  it('V13: a fourth cycle brings radiotherapy, progression on a scan brings its confirmation', () => {
    expect(answers('V13', 'nextStep')).toEqual(
      expect.arrayContaining([
        'four cycles completed → locoregional-rt',
        'next scan: progression by growth, clinically stable → confirm-progression',
        'systemic therapy ended for toxicity → board-discussion',
      ]),
    );
  });

  it('V15: the scan that is due confirms the progression or resets it', () => {
    expect(answers('V15', 'nextStep')).toEqual(
      expect.arrayContaining([
        'next scan, from 2024-10-18: progression by growth, clinically stable → change-systemic',
        'next scan, from 2024-10-18: partial response → continue-systemic',
      ]),
    );
  });

  it('V19: the 55 mm metastasis at 50 mm would be ablated up front', () => {
    expect(answers('V19', 'nextStep')).toContain('M1 (liver, S5/8) measures at most 50 mm → ablate-upfront');
  });

  it('V20: recovery of the kidney, or no transplant, gives the agent back', () => {
    expect(answers('V20', 'nextStep.regimen')).toEqual(
      expect.arrayContaining([
        'creatinine clearance 60 mL/min or more → gemcitabine, cisplatin',
        'organ transplant: no → gemcitabine, carboplatin, anti-PD-1',
      ]),
    );
  });

  it('V22: EBV DNA not detected again ends the conflict', () => {
    expect(answers('V22', 'response.gate')).toContain('next EBV DNA not detected at the same assay → good');
  });
});
