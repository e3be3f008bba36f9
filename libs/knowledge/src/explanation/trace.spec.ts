import type { Fact } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess.js';
import { baseline, cycles, lungLesion, newLesion, radiotherapy, recordOf, sample, scan, systemic } from '../pathway/pathway.fixture.js';
import { sitePolicy } from '../policy.js';
import { knowledgeRelease, knowledgeReleases } from '../releases/catalogue.js';
import { PARTS } from './part.js';
import { trace } from './trace.js';

const release = knowledgeRelease('npc-2023.08');
const policy = sitePolicy();
const traceOf = (facts: readonly Fact[], part: string) => {
  const record = recordOf(facts);
  return trace(record, assess(record, release, policy), part);
};
const ruleIds = (facts: readonly Fact[], part: string) => traceOf(facts, part).reasons.map(({ rule }) => rule?.id);
const responded = [...baseline(), systemic(), cycles('2025-04-14', 4), sample('2025-04-14', 0), scan('2025-04-15', 20)];

describe('a trace', () => {
  it('goes from the chart and the sample over the row of the paper to the paper', () => {
    const { value, settled, flags, reasons } = traceOf(
      baseline({ lesions: [lungLesion({ count: 6 })], ebv: { value: 70_000 } }),
      'm1.YAO23',
    );
    expect({ value, settled, flags }).toEqual({ value: 'high', settled: true, flags: ['threshold-of-another-assay', 'near-threshold'] });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]?.facts.map(({ text }) => text)).toEqual([
      'M1: 6 in lung, 15 mm, definite',
      '70000 copies/mL, plasma, LabA-BamHIW, limit of detection 20',
      'non-keratinising-undifferentiated, EBER positive',
    ]);
    expect(reasons[0]?.rule).toMatchObject({
      id: 'YAO23/4',
      kind: 'published system',
      words: expect.stringContaining('more than 4 lesions, EBV DNA above 62,000 copies/mL: high'),
    });
    expect(reasons[0]?.sources.map(({ id, verified }) => [id, verified])).toEqual([
      ['yao-2023', true],
      ['liu-2023', true],
    ]);
  });

  it('of a stage group goes on to the M category that it rests on, and says what was not verified', () => {
    const { value, reasons } = traceOf(baseline(), 'stage.TNM-9.group');
    expect(value).toBe('IVA');
    expect(reasons.map(({ rule }) => [rule?.id, rule?.verified])).toEqual([
      ['TNM-9/groups', false],
      ['TNM-9/M1a', false],
    ]);
  });

  it('of the gate goes on to the scan with its baseline, and to the marker', () => {
    expect(ruleIds(responded, 'response.gate')).toEqual(['gate/4', 'RECIST 1.1', 'iRECIST', 'ebv/clearance']);
    const [gate, recist] = traceOf(responded, 'response.gate').reasons;
    expect(gate?.facts.map(({ type }) => type)).toEqual(['ResponseAssessed', 'EbvDnaMeasured']);
    expect(recist?.facts.map(({ id }) => id)[0]).toBe('baseline');
    expect(recist?.text).toContain('sum 20 mm against 40 mm at baseline');
  });

  it('of a step names the row of the pathway, with its conditions in words', () => {
    const { value, reasons } = traceOf(responded, 'nextStep');
    expect(value).toBe('locoregional-rt');
    expect(reasons[0]?.rule).toMatchObject({ id: 'P24', kind: 'pathway', basis: 'review' });
    expect(reasons[0]?.rule?.words).toContain('and at least 4 cycles');
    expect(reasons.flatMap(({ sources }) => sources.map(({ id }) => id))).toContain('you-2020');
  });

  it('of what a row adds for a case names the row', () => {
    const liver = traceOf([...baseline({ lesions: [lungLesion({ organ: 'liver' })] }), ...responded.slice(baseline().length)], 'nextStep');
    expect(liver.reasons.find(({ rule }) => rule?.id === 'P24/liver')?.rule?.words).toContain('Locoregional radiotherapy, 66–70 Gy');
  });

  it('of blocked options and of the regimen names the fitness guard of each agent at the limit of the site', () => {
    const unfit = baseline({ lesions: [lungLesion({ count: 7 })], fitness: { creatinineClearanceMlMin: 42 } });
    const [blocked] = traceOf(unfit, 'nextStep.blocked').reasons;
    expect(blocked).toMatchObject({
      about: 'cisplatin',
      rule: {
        id: 'fitness.cisplatin/crcl',
        words: 'Cisplatin blocked: creatinine clearance below 50 mL/min; no cisplatin.',
        verified: true,
      },
    });
    expect(traceOf(unfit, 'nextStep.regimen').reasons.map(({ about, rule }) => [about, rule?.id])).toEqual([
      ['gemcitabine', 'fitness.gemcitabine/eligible'],
      ['cisplatin', 'fitness.cisplatin/crcl'],
      ['carboplatin', 'fitness.carboplatin/eligible'],
      ['anti-PD-1', 'fitness.anti-pd1/eligible'],
    ]);
  });

  it('of progression under immunotherapy names the agent and what is unconfirmed', () => {
    const facts = [...baseline(), systemic(), scan('2025-04-15', 40, { newLesions: [newLesion('N1', 'liver')] })];
    const immune = traceOf(facts, 'response').reasons.find(({ rule }) => rule?.id === 'iRECIST');
    expect(immune?.text).toBe('iUPD on 2025-04-15; unconfirmed since 2025-04-15');
    expect(immune?.facts.map(({ type }) => type)).toEqual(['SystemicTherapyStarted', 'ResponseAssessed']);
  });

  it('of a finding that does not apply says why not', () => {
    expect(traceOf(baseline(), 'm1.SUN19')).toMatchObject({ value: 'not applicable', reasons: [{ rule: { id: 'SUN19/not-bone-only' } }] });
    expect(traceOf(baseline({ histology: { eber: 'negative' } }), 'm1.CHAN25-2').reasons).toMatchObject([
      { facts: [{ id: 'chart' }, { id: 'histology' }], rule: { id: 'ebv/eber-negative' } },
    ]);
  });

  it('of a reported class names who reported it', () => {
    const score = {
      type: 'ExternalScoreReported',
      on: '2025-01-08',
      system: 'JIANG16',
      item: 'class',
      value: 'M1b',
      reportedBy: 'Centre X',
    } as const;
    expect(traceOf([...baseline(), score], 'm1.JIANG16')).toMatchObject({
      value: 'M1b',
      settled: true,
      reasons: [{ text: 'Centre X reported M1b', facts: [{ type: 'ExternalScoreReported' }], rule: { id: 'external/reported-class' } }],
    });
  });

  it('of an open finding names what is missing', () => {
    expect(traceOf(baseline({ ebv: null }), 'm1.CHAN25-2')).toMatchObject({
      value: 'M1a or M1b?',
      settled: false,
      missing: ['baseline EBV DNA'],
    });
  });

  it('shows a corrected fact as it stands, and that it was corrected', () => {
    const correction = {
      type: 'FactCorrected',
      on: '2025-01-09',
      corrects: 'ecog',
      reason: 'entered for Mr Example',
      replacement: { type: 'PerformanceStatusRecorded', on: '2025-01-06', ecog: 4 },
    } as const;
    const [reason] = traceOf([...baseline(), correction], 'nextStep').reasons;
    expect(reason?.facts).toEqual([{ id: 'ecog', type: 'PerformanceStatusRecorded', on: '2025-01-06', text: 'ECOG 4', corrected: true }]);
  });

  it('says nothing that was written as a note, a cause or a reason', () => {
    const secret = 'Mr Example of 1 Long Street';
    const facts: Fact[] = [
      ...baseline(),
      { type: 'PatientPreferenceRecorded', on: '2025-01-08', declines: ['radiotherapy'], note: secret },
      { type: 'DeathRecorded', on: '2025-01-09', cause: secret },
      {
        type: 'FactCorrected',
        on: '2025-01-09',
        corrects: 'ecog',
        reason: secret,
        replacement: { type: 'PerformanceStatusRecorded', on: '2025-01-06', ecog: 1 },
      },
    ];
    for (const part of PARTS) expect(JSON.stringify(traceOf(facts, part))).not.toContain('Example');
  });

  it('takes the short names of the parts that are read most', () => {
    expect(traceOf(responded, 'stage').part).toBe('stage.TNM-8.group');
    expect(traceOf(responded, 'ebvDna').part).toBe('ebvDna.category');
    expect(traceOf(responded, 'response').part).toBe('response.latest');
    const record = recordOf(responded);
    const current = knowledgeRelease('npc-2026.11');
    expect(trace(record, assess(record, current, policy), 'stage').part).toBe('stage.TNM-9.group');
  });

  it('of an unknown part is refused, with the known ones', () => {
    expect(() => traceOf(responded, 'm1.NOBODY99')).toThrow(
      expect.objectContaining({
        code: 'knowledge.unknown-part',
        data: { part: 'm1.NOBODY99', known: ['stage', 'ebvDna', 'response', ...PARTS] },
      }),
    );
  });

  it('of the assessment of another record is refused', () => {
    const assessment = assess(recordOf([...baseline(), radiotherapy('2025-02-01')]), release, policy);
    expect(() => trace(recordOf([]), assessment, 'm1.YAO23')).toThrow(
      expect.objectContaining({ code: 'knowledge.assessment-of-another-record' }),
    );
  });

  it('of an assessment at a horizon is made at that horizon', () => {
    const record = recordOf(responded);
    const horizon = { validOn: '2025-01-31' };
    const assessment = assess(record, release, policy, horizon);
    expect(trace(record, assessment, 'response.gate', { horizon }).reasons).toMatchObject([{ text: 'no response assessment', facts: [] }]);
  });

  it('of any part of any case is complete: every fact, every rule and every source is found', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(...knowledgeReleases()), (record, used) => {
        const assessment = assess(record, used, policy);
        const ids = new Set(record.facts.map(({ id }) => id));
        for (const part of PARTS) {
          const { reasons } = trace(record, assessment, part);
          for (const { facts, rule, text } of reasons) {
            expect(text).not.toBe('');
            expect(rule, text).not.toBeNull();
            for (const fact of facts) {
              expect(ids).toContain(fact.id);
              expect(fact.text).toMatch(/^\S.*\S$/);
            }
          }
        }
        expect(trace(record, assessment, 'nextStep').reasons.flatMap(({ sources }) => sources)).not.toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
