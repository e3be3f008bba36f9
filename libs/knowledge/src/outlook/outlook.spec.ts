import { classified, type Finding, indeterminate, notApplicable, reported } from '@tumor-board/kernel';
import { M1_SUBDIVISIONS, M1_SYSTEMS, type M1System } from '@tumor-board/oncology';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../assessment.js';
import { isEvidenceId } from '../evidence/register.js';
import { assessed, baseline, cycles, lungLesion, radiotherapy, recordOf, sample, scan, systemic } from '../pathway/pathway.fixture.js';
import { trialSubject } from '../trials/trial-subject.js';
import { outlookOf } from './outlook.js';
import { outlookSchema } from './outlook-schema.js';
import { type RadiotherapyPosition, radiotherapyPosition } from './radiotherapy-position.js';
import { systemOutlooks } from './system-outlook.js';

type Facts = Parameters<typeof assessed>[0];
const outlook = (facts: Facts) => outlookOf(assessed(facts), trialSubject(recordOf(facts)));

/** The findings of a case in which only some systems apply. */
const findings = (some: Partial<Record<M1System, Finding<string>>>): Assessment['m1'] =>
  ({ ...Object.fromEntries(M1_SYSTEMS.map((id) => [id, notApplicable('not asked')])), ...some }) as Assessment['m1'];
const radiotherapyOf = (some: Partial<Record<M1System, Finding<string>>>): RadiotherapyPosition =>
  radiotherapyPosition(systemOutlooks(findings(some)));
const open = (possible: readonly string[], mayNotApply?: string) => indeterminate(possible, ['a sample'], [], mayNotApply);

describe('the outlook under the published systems', () => {
  it('gives beside each system the figures of its own paper for the class of the case, and of no other class', () => {
    const { systems } = outlook(baseline({ lesions: [lungLesion()] }));
    expect(systems.map(({ system }) => system)).toEqual(M1_SUBDIVISIONS.map(({ id }) => id));
    expect(systems.find(({ system }) => system === 'YAO23')).toMatchObject({
      status: 'classified',
      evidence: 'yao-2023',
      entries: ['table-2/yao-2023', 'radiotherapy/yao-2023'],
      classes: [
        {
          class: 'low',
          survival: [{ text: '3-year OS 80.4% (P<0.05)', status: 'S', verified: true }],
          locoregionalRadiotherapy: { claim: 'benefit', figures: { text: 'P=0.0032' } },
        },
      ],
    });
    expect(systems.find(({ system }) => system === 'SUN19')).toMatchObject({
      status: 'not-applicable',
      classes: [],
      doesNotApply: expect.stringContaining('bone'),
    });
  });

  it('gives every class that is still possible, with what would settle it', () => {
    const { systems } = outlook(baseline({ ebv: null }));
    expect(systems.find(({ system }) => system === 'YANG21')).toMatchObject({
      status: 'indeterminate',
      classes: [{ class: 'intermediate' }, { class: 'low' }],
      missing: [expect.stringContaining('EBV DNA')],
    });
  });

  it('gives no figure where the paper gives none', () => {
    const [, , shen2016] = systemOutlooks(findings({ SHEN16: classified('M1a', []) }));
    expect(shen2016).toMatchObject({ system: 'SHEN16', classes: [{ class: 'M1a', survival: [], locoregionalRadiotherapy: null }] });
  });

  it('says who reported a class', () => {
    const [, jiang] = systemOutlooks(findings({ JIANG16: reported('M1a', 'Guangzhou') }));
    expect(jiang).toMatchObject({ status: 'reported', reportedBy: 'Guangzhou', classes: [{ class: 'M1a' }] });
  });
});

describe('the systems beside each other on locoregional radiotherapy', () => {
  it('agree where all that say something say the same', () => {
    const agreed = radiotherapyOf({ YAO23: classified('low', []), YANG21: classified('low', []), CHAN24: classified('M1a', []) });
    expect(agreed).toMatchObject({
      position: 'benefit',
      settled: true,
      benefit: ['YANG21', 'YAO23'],
      noBenefit: [],
      notStated: ['CHAN24'],
    });
    expect(radiotherapyOf({ YAO23: classified('high', []) })).toMatchObject({ position: 'no-benefit', noBenefit: ['YAO23'] });
  });

  it('disagree where one says benefit and another none, and both are named', () => {
    const disagreeing = radiotherapyOf({ YAO23: classified('intermediate', []), ZOU17: classified('M1c', []) });
    expect(disagreeing).toMatchObject({ position: 'disagree', settled: true, benefit: ['YAO23'], noBenefit: ['ZOU17'] });
    expect(disagreeing.text).toMatch(/disagree.*YAO23 \(intermediate\).*ZOU17 \(M1c\).*retrospective/);
  });

  it('are not settled while an open system may contradict', () => {
    const benefit = { YANG21: classified('low', []) };
    expect(radiotherapyOf({ ...benefit, YAO23: open(['intermediate', 'high']) })).toMatchObject({
      position: 'benefit',
      settled: false,
      open: ['YAO23'],
    });
    expect(radiotherapyOf({ ...benefit, YAO23: open(['intermediate', 'low']) })).toMatchObject({
      position: 'benefit',
      settled: true,
      benefit: ['YANG21', 'YAO23'],
      open: [],
    });
    expect(radiotherapyOf({ ...benefit, SUN19: open(['low'], 'not bone-only') })).toMatchObject({ settled: true, open: ['SUN19'] });
    expect(radiotherapyOf({ SUN19: open(['low'], 'not bone-only') })).toMatchObject({ position: 'not-stated', settled: false });
  });

  it('that disagree stay so whatever else turns out', () => {
    const found = radiotherapyOf({ YAO23: classified('low', []), ZOU17: classified('M1c', []), JIANG16: open(['M1a', 'M1b']) });
    expect(found).toMatchObject({ position: 'disagree', settled: true, open: ['JIANG16'] });
  });

  it('say nothing where no system applies', () => {
    expect(radiotherapyOf({})).toMatchObject({ position: 'not-stated', settled: true, benefit: [], noBenefit: [], open: [] });
  });

  it('a settled position stays when an open system is settled', () => {
    const systems = M1_SUBDIVISIONS.filter(({ classes }) => classes.length > 1);
    const some = fc.record(
      Object.fromEntries(systems.map(({ id, classes }) => [id, fc.subarray([...classes], { minLength: 1 })])) as Record<
        string,
        fc.Arbitrary<string[]>
      >,
    );
    fc.assert(
      fc.property(some, fc.nat(), (possible, choice) => {
        const as = (values: Record<string, string[]>): RadiotherapyPosition =>
          radiotherapyOf(
            Object.fromEntries(
              Object.entries(values).map(([id, names]) => [id, names.length === 1 ? classified(names[0] ?? '', []) : open(names)]),
            ),
          );
        const before = as(possible);
        const after = as(Object.fromEntries(Object.entries(possible).map(([id, names]) => [id, [names[choice % names.length] ?? '']])));
        fc.pre(before.settled);
        expect(after.settled).toBe(true);
        expect(after.position).toBe(before.position);
      }),
      { numRuns: 200 },
    );
  });
});

describe('guidelines and trials in an outlook', () => {
  const responded = [...baseline({ lesions: [lungLesion({ count: 4 })] }), systemic(), cycles('2025-04-14', 4), scan('2025-04-15', 20)];

  it('compares the proposed step with the guidelines', () => {
    const { guidelines } = outlook(responded);
    expect(assessed(responded).nextStep.code).toBe('locoregional-rt');
    expect(guidelines.find(({ guideline }) => guideline === 'CSCO 2021')).toMatchObject({ position: 'agrees', grades: ['1A'] });
    for (const { evidence } of guidelines) for (const id of evidence) expect(isEvidenceId(id)).toBe(true);
  });

  it('asks the guidelines about locoregional radiotherapy until it is given', () => {
    const after = [...responded, sample('2025-04-15', 0)];
    const given = [...after, radiotherapy('2025-06-01'), scan('2025-09-15', 0)];
    const csco = (facts: Facts) => outlook(facts).guidelines.find(({ guideline }) => guideline === 'CSCO 2021')?.text;
    expect(csco(given)).not.toContain('local radiotherapy');
    expect(csco(after)).toContain('local radiotherapy');
  });

  it('puts possible trials first and excluded ones last, each criterion with its facts', () => {
    const { trials } = outlook(responded);
    const order = trials.map(({ overall }) => ['possible', 'unknown', 'excluded'].indexOf(overall));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const [first] = trials;
    expect(first?.overall).toBe('possible');
    expect(first?.criteria.some(({ outcome, facts }) => outcome === 'met' && facts.length > 0)).toBe(true);
  });

  it('has its published form, whatever is known', () => {
    for (const facts of [[], baseline(), baseline({ ebv: null, lesions: null }), responded]) {
      const plain: unknown = JSON.parse(JSON.stringify(outlook(facts)));
      expect(outlookSchema.parse(plain)).toEqual(plain);
    }
  });
});
