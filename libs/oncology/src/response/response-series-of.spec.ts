import { describe, expect, it } from 'vitest';
import type { FactOf, IdentifiedFact } from '../facts/clinical-fact.js';
import type { Target } from '../facts/lesion.js';
import { timelineOf } from '../facts/timeline.js';
import { treatmentCourse } from '../treatment/treatment-course.js';
import { responseSeries } from './response-series-of.js';

type Assessed = Partial<FactOf<'ResponseAssessed'>>;

const size = (lesion: string, mm: number, organ = 'lung', kind: Target['kind'] = 'non-nodal'): Target => ({
  lesion,
  organ,
  kind,
  state: 'measured',
  mm,
});
const node = (lesion: string, mm: number, organ = 'regional-node'): Target => size(lesion, mm, organ, 'node');
const state = (lesion: string, what: 'absent' | 'too-small' | 'not-evaluated', organ = 'lung'): Target => ({
  lesion,
  organ,
  kind: 'non-nodal',
  state: what,
});
const baseline = (on: string, targets: Target[], nonTarget: 'present' | 'none' = 'present'): IdentifiedFact => ({
  id: `baseline ${on}`,
  type: 'BaselineLesionsMeasured',
  on,
  modality: 'mri+ct',
  targets,
  nonTarget,
});
const scan = (on: string, targets: Target[], more: Assessed = {}): IdentifiedFact => ({
  id: `scan ${on}`,
  type: 'ResponseAssessed',
  on,
  modality: 'mri+ct',
  targets,
  nonTarget: 'non-CR/non-PD',
  newLesions: [],
  ...more,
});
const therapy = (on: string, line: number, ...agents: string[]): IdentifiedFact => ({
  id: `start ${on}`,
  type: 'SystemicTherapyStarted',
  on,
  line,
  regimen: agents.join('+'),
  agents,
});
const GP = ['gemcitabine', 'cisplatin'];
const newLesion = (lesion: string, organ: string, unequivocal = true) => ({ lesion, organ, unequivocal });

function respond(...facts: IdentifiedFact[]) {
  const timeline = timelineOf(facts);
  const computed = responseSeries(timeline, treatmentCourse(timeline));
  return { ...computed, assessments: computed.series.assessments, codes: computed.alerts.map((alert) => alert.code) };
}

describe('published letters on whole cases', () => {
  it('partial response under GP and toripalimab; a normal node beside a measurable primary is not CR', () => {
    const np = (mm: number) => size('NP', mm, 'nasopharynx');
    const { assessments, series, alerts } = respond(
      baseline('2024-08-30', [np(40), node('NodeL2', 30)]),
      therapy('2024-09-02', 1, ...GP, 'toripalimab'),
      scan('2024-11-01', [np(22), node('NodeL2', 16)]),
      scan('2025-01-08', [np(12), node('NodeL2', 8)]),
    );
    expect(assessments).toEqual([
      {
        on: '2024-11-01',
        sumMm: 38,
        changeFromBaselinePct: -45.7,
        changeFromNadirPct: -45.7,
        overall: 'PR',
        immune: 'iPR',
        fact: 'scan 2024-11-01',
        line: 1,
        flags: [],
      },
      {
        on: '2025-01-08',
        sumMm: 20,
        changeFromBaselinePct: -71.4,
        changeFromNadirPct: -47.4,
        overall: 'PR',
        immune: 'iPR',
        fact: 'scan 2025-01-08',
        line: 1,
        flags: [],
      },
    ]);
    expect(series.best).toEqual({ overall: 'PR', on: '2024-11-01', immune: 'iPR', immuneOn: '2024-11-01' });
    expect(alerts).toEqual([]);
  });

  it('exactly -30 % is a partial response', () => {
    const { assessments } = respond(
      baseline('2024-11-03', [size('NP', 40, 'nasopharynx'), size('LungA', 30), size('LungB', 30)]),
      therapy('2024-11-05', 1, ...GP, 'tislelizumab'),
      scan('2025-01-05', [size('NP', 30, 'nasopharynx'), size('LungA', 20), size('LungB', 20)]),
    );
    expect(assessments[0]).toMatchObject({ sumMm: 70, changeFromBaselinePct: -30, overall: 'PR', immune: 'iPR' });
  });

  it('from a nadir of 20 mm to 25 mm is progression, unconfirmed under camrelizumab, with its window for confirmation', () => {
    const { assessments, details } = respond(
      baseline('2024-06-28', [size('RLL1', 25), size('RLL2', 25)]),
      therapy('2024-07-01', 1, ...GP, 'camrelizumab'),
      scan('2024-08-20', [size('RLL1', 11), size('RLL2', 9)]),
      scan('2024-09-20', [size('RLL1', 14), size('RLL2', 11)], { clinicallyStable: true }),
    );
    expect(assessments[0]).toMatchObject({ sumMm: 20, changeFromBaselinePct: -60, overall: 'PR' });
    expect(assessments[1]).toMatchObject({ sumMm: 25, changeFromNadirPct: 25, overall: 'PD', immune: 'iUPD' });
    expect(details[1]).toMatchObject({
      target: 'PD',
      nadirSumMm: 20,
      clinicallyStable: true,
      progression: { target: true, onlyNewLesions: false },
      pending: { fact: 'scan 2024-09-20', opensOn: '2024-10-18', closesOn: '2024-11-15' },
    });
  });

  it('an unequivocal new lesion is progression although the targets halved; without anti-PD-1 there is no iRECIST letter', () => {
    const { assessments, details } = respond(
      baseline('2024-10-05', [size('RUL', 24), size('NP', 36, 'nasopharynx')]),
      therapy('2024-10-08', 1, ...GP),
      scan('2025-01-05', [size('RUL', 12), size('NP', 20, 'nasopharynx')], { newLesions: [newLesion('NEW1', 'liver')] }),
    );
    expect(assessments[0]).toMatchObject({ sumMm: 32, changeFromBaselinePct: -46.7, overall: 'PD', immune: null });
    expect(details[0]).toMatchObject({
      target: 'PR',
      progression: { onlyNewLesions: true, newLesions: 1, newLesionOrgans: ['liver'] },
      pending: null,
    });
  });

  it('a gone primary beside a node of 8 mm is complete, flagged as irradiated', () => {
    const { assessments, series } = respond(
      { id: 'rfa', type: 'LocalTherapyDelivered', on: '2024-01-15', modality: 'rfa', lesions: ['M1'] },
      baseline('2024-01-25', [size('NP', 30, 'nasopharynx'), node('NodeL', 20)]),
      therapy('2024-01-29', 1, ...GP, 'toripalimab'),
      scan('2024-05-30', [size('NP', 8, 'nasopharynx'), node('NodeL', 9)]),
      { id: 'rt', type: 'RadiotherapyDelivered', on: '2024-06-10', target: 'locoregional', doseGy: 68, fractions: 34 },
      scan('2024-12-05', [state('NP', 'absent', 'nasopharynx'), node('NodeL', 8)], { nonTarget: 'CR' }),
    );
    expect(assessments[0]).toMatchObject({ sumMm: 17, overall: 'PR', changeFromBaselinePct: -66, immune: 'iPR', flags: [] });
    expect(assessments[1]).toMatchObject({
      sumMm: 8,
      overall: 'CR',
      changeFromBaselinePct: -84,
      immune: 'iCR',
      flags: ['irradiated-target'],
    });
    expect(series.best).toMatchObject({ overall: 'CR', on: '2024-12-05', immune: 'iCR' });
  });

  it('-8.9 % is stable disease', () => {
    const { assessments } = respond(
      baseline('2024-09-28', [size('RLL', 26), size('NP', 30, 'nasopharynx')]),
      therapy('2024-10-01', 1, ...GP),
      scan('2024-12-01', [size('RLL', 24), size('NP', 27, 'nasopharynx')]),
    );
    expect(assessments[0]).toMatchObject({ sumMm: 51, changeFromBaselinePct: -8.9, overall: 'SD', immune: null });
  });
});

describe('a scan', () => {
  const start = baseline('2025-01-01', [size('a', 40), size('b', 60)], 'none');

  it('that lacks a target is not evaluable and leaves the nadir alone', () => {
    const { assessments } = respond(
      start,
      scan('2025-02-01', [size('a', 5)], { nonTarget: 'none' }),
      scan('2025-03-01', [size('a', 40), size('b', 60)], { nonTarget: 'none' }),
    );
    expect(assessments[0]).toMatchObject({ overall: 'NE', sumMm: null, changeFromBaselinePct: null, changeFromNadirPct: null });
    expect(assessments[1]).toMatchObject({ overall: 'SD', changeFromNadirPct: 0 });
  });

  it('that lacks a target is progression when the rest already is', () => {
    const { assessments, details } = respond(
      start,
      scan('2025-02-01', [size('b', 120), state('a', 'not-evaluated')], { nonTarget: 'none' }),
    );
    expect(assessments[0]).toMatchObject({ overall: 'PD', sumMm: null, changeFromNadirPct: null });
    expect(details[0]).toMatchObject({ target: 'PD', targetsEvaluated: 1, targets: 2 });
  });

  it('after a complete response stands as stable disease when something grows back, and is progression from 5 mm on', () => {
    const gone = [state('a', 'absent'), state('b', 'absent')];
    const { assessments, series, details } = respond(
      start,
      scan('2025-03-01', gone, { nonTarget: 'none' }),
      scan('2025-04-01', [size('a', 4.9), state('b', 'absent')], { nonTarget: 'none' }),
      scan('2025-05-01', gone, { nonTarget: 'none' }),
      scan('2025-06-01', [state('a', 'too-small'), state('b', 'absent')], { nonTarget: 'none' }),
    );
    expect(assessments.map(({ overall, flags }) => [overall, ...flags])).toEqual([
      ['CR'],
      ['PR', 'after-complete-response'],
      ['CR'],
      ['PD'],
    ]);
    expect(details.map(({ standing }) => standing)).toEqual(['CR', 'SD', 'CR', 'PD']);
    expect(assessments[3]).toMatchObject({ changeFromNadirPct: null });
    expect(series.best).toMatchObject({ overall: 'CR', on: '2025-03-01' });
  });

  it('with an equivocal new lesion is flagged, not progression', () => {
    const { assessments } = respond(
      start,
      scan('2025-02-01', [size('a', 40), size('b', 60)], { newLesions: [newLesion('n', 'liver', false)] }),
    );
    expect(assessments[0]).toMatchObject({ overall: 'SD', flags: ['equivocal-new-lesion'] });
  });

  it('counts new lesions by organ, tolerant of spelling', () => {
    const lesions = [newLesion('n1', 'Liver'), newLesion('n2', 'liver '), newLesion('n3', 'bone'), newLesion('n4', 'lung', false)];
    const { details } = respond(start, scan('2025-02-01', [size('a', 40), size('b', 60)], { newLesions: lesions }));
    expect(details[0]?.progression).toMatchObject({ newLesions: 3, newLesionOrgans: ['bone', 'liver'] });
  });

  it('that passes over non-target disease present at baseline cannot be complete', () => {
    const { assessments, codes } = respond(
      baseline('2025-01-01', [size('a', 40)], 'present'),
      scan('2025-03-01', [state('a', 'absent')], { nonTarget: 'none' }),
    );
    expect(assessments[0]?.overall).toBe('PR');
    expect(codes).toEqual(['non-target-not-reported']);
  });

  it('keeps progression over growth of normal-sized nodes, with a flag', () => {
    const { assessments } = respond(
      baseline('2025-01-01', [node('n1', 16), node('n2', 16)], 'none'),
      scan('2025-03-01', [node('n1', 6), node('n2', 6)], { nonTarget: 'none' }),
      scan('2025-05-01', [node('n1', 9), node('n2', 9)], { nonTarget: 'none' }),
    );
    expect(assessments.map(({ overall, flags }) => [overall, ...flags])).toEqual([['CR'], ['PD', 'progression-in-normal-sized-nodes']]);
  });
});

describe('disease without targets', () => {
  const start = baseline('2025-01-01', [], 'present');
  it('goes by the non-targets', () => {
    const { assessments, series } = respond(
      start,
      scan('2025-02-20', []),
      scan('2025-04-01', [], { nonTarget: 'NE' }),
      scan('2025-06-01', [], { nonTarget: 'CR' }),
      scan('2025-08-01', []),
      scan('2025-09-01', [], { nonTarget: 'PD' }),
    );
    expect(assessments.map(({ overall, sumMm }) => [overall, sumMm])).toEqual([
      ['non-CR/non-PD', null],
      ['NE', null],
      ['CR', null],
      ['non-CR/non-PD', null],
      ['PD', null],
    ]);
    expect(assessments[3]?.flags).toEqual(['after-complete-response']);
    expect(series.best).toMatchObject({ overall: 'CR', on: '2025-06-01' });
  });

  it('has its own iRECIST letter', () => {
    const { assessments } = respond(start, therapy('2025-01-02', 1, 'toripalimab'), scan('2025-02-20', []));
    expect(assessments[0]?.immune).toBe('non-iCR/non-iUPD');
  });
});

describe('without a baseline', () => {
  it('a scan is not evaluable and an alert says why', () => {
    const { assessments, alerts } = respond(scan('2025-02-01', [size('a', 10)]), scan('2025-03-01', [size('a', 40)]));
    expect(assessments.map((one) => [one.overall, one.sumMm])).toEqual([
      ['NE', null],
      ['NE', null],
    ]);
    expect(alerts).toMatchObject([{ code: 'baseline-measurements-missing', facts: ['scan 2025-02-01', 'scan 2025-03-01'] }]);
  });

  it('an unequivocal new lesion or non-target progression is progression nevertheless', () => {
    const { assessments } = respond(
      scan('2025-02-01', [], { newLesions: [newLesion('n', 'liver')] }),
      scan('2025-03-01', [], { nonTarget: 'PD' }),
    );
    expect(assessments.map((one) => one.overall)).toEqual(['PD', 'PD']);
  });

  it('a scan that precedes the only baseline is not compared with it', () => {
    const { assessments, codes } = respond(scan('2025-01-01', [size('a', 10)]), baseline('2025-02-01', [size('a', 40)]));
    expect(assessments[0]?.overall).toBe('NE');
    expect(codes).toContain('baseline-measurements-missing');
  });
});

describe('the baseline of a line', () => {
  const a = (mm: number) => [size('a', mm)];

  it('needs no therapy: measurements alone get their response', () => {
    const { assessments, series } = respond(baseline('2025-01-01', a(40)), scan('2025-03-01', a(20)));
    expect(assessments[0]).toMatchObject({ overall: 'PR', line: null });
    expect(series.best).toMatchObject({ overall: 'PR' });
  });

  it('serves the scans before therapy, whose sums do not lower the nadir of the line', () => {
    const { assessments } = respond(
      baseline('2025-01-01', a(40)),
      scan('2025-01-10', a(20)),
      therapy('2025-01-12', 1, ...GP),
      scan('2025-03-01', a(26)),
    );
    expect(assessments.map(({ line, overall }) => [line, overall])).toEqual([
      [null, 'PR'],
      [1, 'PR'],
    ]);
  });

  it('is the first one of several before the start', () => {
    const { details } = respond(
      baseline('2025-01-01', a(40)),
      baseline('2025-01-05', a(50)),
      therapy('2025-01-06', 1, ...GP),
      scan('2025-03-01', a(40)),
    );
    expect(details[0]?.baseline).toBe('baseline 2025-01-01');
  });

  it('may be recorded on the day of the start, after it', () => {
    const { assessments } = respond(therapy('2025-01-06', 1, ...GP), baseline('2025-01-06', a(40)), scan('2025-03-01', a(20)));
    expect(assessments[0]).toMatchObject({ overall: 'PR', flags: [] });
  });

  it('is the first after the start when there is none before, with a flag; earlier scans have none', () => {
    const { assessments, codes } = respond(
      therapy('2025-01-06', 1, ...GP),
      scan('2025-01-20', a(50)),
      baseline('2025-01-27', a(40)),
      scan('2025-03-01', a(20)),
    );
    expect(assessments.map(({ overall, flags }) => [overall, ...flags])).toEqual([['NE'], ['PR', 'baseline-after-start']]);
    expect(codes).toEqual(['baseline-measurements-missing']);
  });

  it('starts anew with the second line: another baseline and nadir, another best response', () => {
    const { assessments, series, details } = respond(
      baseline('2025-01-01', a(40)),
      therapy('2025-01-06', 1, ...GP, 'toripalimab'),
      scan('2025-03-01', a(10)),
      scan('2025-05-01', a(30)),
      baseline('2025-05-20', a(36)),
      therapy('2025-05-25', 2, 'capecitabine'),
      scan('2025-07-20', a(30)),
    );
    expect(assessments.map(({ line, overall, immune }) => [line, overall, immune])).toEqual([
      [1, 'PR', 'iPR'],
      [1, 'PD', 'iUPD'],
      [2, 'SD', null],
    ]);
    expect(details[2]).toMatchObject({ baseline: 'baseline 2025-05-20', nadirSumMm: 36, pending: null });
    expect(series.best).toMatchObject({ overall: 'SD', on: '2025-07-20', immune: null });
  });

  it('is that of the earlier line when the second has none, with a flag and an alert', () => {
    const { assessments, alerts } = respond(
      baseline('2025-01-01', a(40)),
      therapy('2025-01-06', 1, ...GP),
      scan('2025-03-01', a(50)),
      therapy('2025-03-10', 2, 'capecitabine'),
      scan('2025-05-01', a(42)),
      scan('2025-07-01', a(41)),
    );
    expect(assessments[1]).toMatchObject({ overall: 'SD', line: 2, changeFromBaselinePct: 5, flags: ['baseline-of-earlier-line'] });
    expect(alerts).toMatchObject([{ code: 'baseline-of-earlier-line', facts: ['baseline 2025-01-01', 'scan 2025-05-01'] }]);
  });

  it('is not one that was measured only after a later line had started, unless that line has no other', () => {
    const { assessments } = respond(
      therapy('2025-01-06', 1, ...GP),
      scan('2025-02-01', a(50)),
      therapy('2025-03-10', 2, 'capecitabine'),
      baseline('2025-03-17', a(40)),
      scan('2025-05-01', a(20)),
    );
    expect(assessments.map(({ line, overall, flags }) => [line, overall, ...flags])).toEqual([
      [1, 'NE'],
      [2, 'PR', 'baseline-after-start'],
    ]);
  });

  it('leaves the current line without a best response until it has a scan', () => {
    const { series } = respond(
      baseline('2025-01-01', a(40)),
      therapy('2025-01-06', 1, ...GP),
      scan('2025-03-01', a(10)),
      therapy('2025-06-01', 2, 'capecitabine'),
    );
    expect(series.best).toBeNull();
  });
});

describe('iRECIST', () => {
  const a = (mm: number) => [size('a', mm)];

  it('applies from the first anti-PD-1 agent of the line on, also after it stopped', () => {
    const { assessments } = respond(
      baseline('2025-01-01', a(40)),
      therapy('2025-01-06', 1, ...GP),
      scan('2025-02-01', a(40)),
      therapy('2025-03-01', 1, 'toripalimab'),
      scan('2025-04-01', a(20)),
      { id: 'end', type: 'SystemicTherapyEnded', on: '2025-04-10', reason: 'toxicity' },
      scan('2025-06-01', a(18)),
    );
    expect(assessments.map(({ immune }) => immune)).toEqual([null, 'iPR', 'iPR']);
  });

  it('tells of a reset on every scan that follows it, and of a late confirmation', () => {
    const { assessments, details, series } = respond(
      baseline('2025-01-01', a(40)),
      therapy('2025-01-06', 1, 'toripalimab'),
      scan('2025-02-01', a(50)),
      scan('2025-03-01', a(25)),
      scan('2025-04-01', a(31)),
      scan('2025-06-01', a(36)),
    );
    expect(assessments.map(({ overall, immune, flags }) => [overall, immune, ...flags])).toEqual([
      ['PD', 'iUPD'],
      ['PR', 'iPR', 'earlier-progression-reset'],
      ['PD', 'iUPD', 'earlier-progression-reset'],
      ['PD', 'iCPD', 'earlier-progression-reset', 'confirmation-later-than-8-weeks'],
    ]);
    expect(details.map(({ pending, confirmedBy, earlierProgressionReset }) => [pending?.on, confirmedBy, earlierProgressionReset])).toEqual(
      [
        ['2025-02-01', [], false],
        [undefined, [], true],
        ['2025-04-01', [], true],
        [undefined, ['target-growth'], true],
      ],
    );
    expect(series.best).toMatchObject({ overall: 'PD', immune: 'iPR', immuneOn: '2025-03-01' });
  });
});

describe('a treated target', () => {
  const liver = (mm: number, chartedAs?: string): Target => ({
    ...size('L', mm, 'liver'),
    ...(chartedAs === undefined ? {} : { chartedAs }),
  });
  const ablation = (lesion: string): IdentifiedFact => ({
    id: 'mwa',
    type: 'LocalTherapyDelivered',
    on: '2025-02-01',
    modality: 'mwa',
    lesions: [lesion],
  });
  const flagsOf = (target: (mm: number) => Target, treatment: IdentifiedFact) =>
    respond(
      baseline('2025-01-01', [target(30)]),
      scan('2025-01-20', [target(30)]),
      treatment,
      scan('2025-03-01', [target(10)]),
    ).assessments.map(({ overall, sumMm, flags }) => [overall, sumMm, ...flags]);

  it('is flagged after treatment under its own name and stays in the sum', () => {
    expect(flagsOf((mm) => liver(mm), ablation('L'))).toEqual([
      ['SD', 30],
      ['PR', 10, 'locally-treated-target'],
    ]);
  });

  it('is flagged after treatment under the name it is charted by', () => {
    expect(flagsOf((mm) => liver(mm, 'M2'), ablation('M2'))[1]).toEqual(['PR', 10, 'locally-treated-target']);
  });

  it('is flagged after radiotherapy to the metastasis', () => {
    const sbrt: IdentifiedFact = {
      id: 'rt',
      type: 'RadiotherapyDelivered',
      on: '2025-02-01',
      target: 'metastasis',
      lesions: ['M2'],
      doseGy: 40,
      fractions: 5,
    };
    expect(flagsOf((mm) => liver(mm, 'M2'), sbrt)[1]).toContain('locally-treated-target');
  });

  it('is not flagged when another lesion was treated', () => {
    expect(flagsOf((mm) => liver(mm, 'M2'), ablation('M3'))[1]).toEqual(['PR', 10]);
  });

  it('is irradiated in the nasopharynx and the neck, not in the lung', () => {
    const rt: IdentifiedFact = {
      id: 'rt',
      type: 'RadiotherapyDelivered',
      on: '2025-02-01',
      target: 'locoregional',
      doseGy: 70,
      fractions: 33,
    };
    expect(flagsOf((mm) => size('NP', mm, 'Naso pharynx'), rt)[1]).toContain('irradiated-target');
    expect(flagsOf((mm) => node('N', mm, 'Neck'), rt)[1]).toContain('irradiated-target');
    expect(flagsOf((mm) => size('RUL', mm), rt)[1]).toEqual(['PR', 10]);
  });
});

describe('alerts', () => {
  const charted: IdentifiedFact = {
    id: 'chart',
    type: 'MetastasesCharted',
    on: '2025-01-01',
    lesions: [
      { id: 'M1', organ: 'bone', count: 1, countIsExact: true, certainty: 'definite', boneType: 'sclerotic' },
      { id: 'M2', organ: 'bone', count: 1, countIsExact: true, certainty: 'definite', boneType: 'soft-tissue' },
    ],
    organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
  };

  it.each([
    ['a lesion of 9.9 mm', [size('a', 9.9)], ['target-below-measurable']],
    ['a lesion of 10 mm', [size('a', 10)], []],
    ['a node of 14.9 mm', [node('n', 14.9)], ['target-below-measurable']],
    ['a node of 15 mm', [node('n', 15)], []],
    ['a target without a size', [state('a', 'not-evaluated')], ['target-not-measured-at-baseline']],
    ['a sclerotic bone lesion', [{ ...size('a', 20, 'bone'), chartedAs: 'M1' }], ['sclerotic-bone-target']],
    ['a sclerotic bone lesion under its charted name', [size('M1', 20, 'bone')], ['sclerotic-bone-target']],
    ['a bone lesion with soft tissue', [{ ...size('a', 20, 'bone'), chartedAs: 'M2' }], []],
    ['three in one organ', [size('a', 20, 'Lung'), size('b', 20, 'lung'), size('c', 20, ' lung ')], ['too-many-targets-of-an-organ']],
    ['three nodes in different places', [node('a', 20), node('b', 20, 'axilla'), node('c', 20, 'hilum')], ['too-many-targets-of-an-organ']],
    [
      'six targets',
      [size('a', 20), size('b', 20), node('c', 20), node('d', 20), size('e', 20, 'liver'), size('f', 20, 'liver')],
      ['too-many-targets'],
    ],
  ])('about the choice of targets: %s', (_, targets, codes) => {
    expect(respond(charted, baseline('2025-01-01', targets)).codes).toEqual(codes);
  });

  it('about a baseline 29 days before the start, not 28', () => {
    const codes = (start: string) => respond(baseline('2025-01-01', [size('a', 20)]), therapy(start, 1, ...GP)).codes;
    expect(codes('2025-01-30')).toEqual(['baseline-too-old']);
    expect(codes('2025-01-29')).toEqual([]);
  });

  it('about a target that was none at baseline, and one that changed organ or kind', () => {
    const { codes, assessments } = respond(
      baseline('2025-01-01', [size('a', 20), node('n', 20)]),
      scan('2025-03-01', [size('a', 20, 'liver'), size('n', 20, 'regional-node'), size('x', 50)]),
    );
    expect(codes).toEqual(['target-changed', 'target-changed', 'target-not-at-baseline']);
    expect(assessments[0]?.sumMm).toBe(40);
  });

  it.each([
    ['PR', []],
    ['pr', []],
    ['iPR', []],
    ['Partial response', []],
    ['SD', ['reported-response-differs']],
    ['iUPD', ['reported-response-differs']],
    ['much better', ['reported-response-not-understood']],
  ])('about a report that says %j where PR and iPR are computed: %j', (reported, codes) => {
    const facts = [baseline('2025-01-01', [size('a', 40)]), therapy('2025-01-02', 1, 'toripalimab')];
    expect(respond(...facts, scan('2025-03-01', [size('a', 20)], { reported })).codes).toEqual(codes);
  });

  it('name the facts in doubt', () => {
    const { alerts } = respond(baseline('2025-01-01', [size('a', 40)]), scan('2025-03-01', [size('a', 20)], { reported: 'SD' }));
    expect(alerts).toEqual([
      {
        code: 'reported-response-differs',
        text: 'The response reported on 2025-03-01 is SD; computed from the measurements: PR.',
        facts: ['scan 2025-03-01'],
      },
    ]);
  });
});
