import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactOf, IdentifiedFact } from '../facts/clinical-fact.js';
import type { Target } from '../facts/lesion.js';
import { timelineOf } from '../facts/timeline.js';
import { treatmentCourse } from '../treatment/treatment-course.js';
import { type ComputedResponse, responseSeries } from './response-series-of.js';

type Scan = FactOf<'ResponseAssessed'>;
type Baseline = FactOf<'BaselineLesionsMeasured'>;

const IDS = ['a', 'b', 'c', 'd'];
/** Tenths of a mm, small enough that scans often come close to the limits. */
const mm = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10);
const KINDS: Readonly<Record<string, Target['kind']>> = { a: 'non-nodal', b: 'non-nodal', c: 'node', d: 'node' };

const targetAtScan = (lesion: string): fc.Arbitrary<Target> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constant('measured' as const) },
        { weight: 3, arbitrary: fc.constant('absent' as const) },
        { weight: 1, arbitrary: fc.constantFrom('too-small' as const, 'not-evaluated' as const) },
      ),
      mm,
    )
    .map(([state, size]) => {
      const target = { lesion, organ: 'lung', kind: KINDS[lesion] ?? 'non-nodal', state };
      return state === 'measured' ? { ...target, mm: size } : target;
    });

const scanOn = (on: string): fc.Arbitrary<Scan> =>
  fc.record({
    id: fc.constant(`scan ${on}`),
    type: fc.constant('ResponseAssessed' as const),
    on: fc.constant(on),
    modality: fc.constant('ct'),
    targets: fc.tuple(...IDS.map(targetAtScan)),
    nonTarget: fc.constantFrom('CR', 'CR', 'non-CR/non-PD', 'non-CR/non-PD', 'NE', 'PD'),
    newLesions: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Scan['newLesions']>([]) },
      { weight: 1, arbitrary: fc.subarray(['n1', 'n2']).chain((ids): fc.Arbitrary<Scan['newLesions']> => fc.tuple(...ids.map(newLesion))) },
    ),
    nonTargetFurtherGrowth: fc.boolean(),
    clinicallyStable: fc.boolean(),
  });
const newLesion = (lesion: string) =>
  fc.record({ lesion: fc.constant(lesion), organ: fc.constant('liver'), mm, unequivocal: fc.boolean() });

/** Scans 3 to 4 weeks apart, on both sides of the 28 days of iRECIST. */
const DAYS = ['2025-01-25', '2025-02-22', '2025-03-15', '2025-04-12', '2025-05-10', '2025-07-30'];
const scansOf = fc.tuple(...DAYS.map(scanOn));
const baselineOf = fc.array(mm, { minLength: IDS.length, maxLength: IDS.length }).map(
  (sizes): Baseline => ({
    id: 'baseline',
    type: 'BaselineLesionsMeasured',
    on: '2025-01-01',
    modality: 'ct',
    targets: IDS.map((lesion, index) => ({
      lesion,
      organ: 'lung',
      kind: KINDS[lesion] ?? 'non-nodal',
      state: 'measured',
      mm: sizes[index] ?? 0,
    })),
    nonTarget: 'present',
  }),
);
const START: IdentifiedFact = {
  id: 'start',
  type: 'SystemicTherapyStarted',
  on: '2025-01-02',
  line: 1,
  regimen: 'GP+toripalimab',
  agents: ['gemcitabine', 'cisplatin', 'toripalimab'],
};

function respond(baseline: Baseline, scans: readonly Scan[]): ComputedResponse {
  const timeline = timelineOf([baseline, START, ...scans]);
  return responseSeries(timeline, treatmentCourse(timeline));
}
/** The report of a case that breaks a law at some scan; a law that does not speak of a scan is true of it. */
const counterexample = (law: (computed: ComputedResponse, index: number, scan: Scan) => boolean): string | undefined =>
  fc.defaultReportMessage(
    fc.check(
      fc.property(baselineOf, scansOf, (baseline, scans) => {
        const computed = respond(baseline, scans);
        return scans.every((scan, index) => law(computed, index, scan));
      }),
      { numRuns: 400 },
    ),
  );
const detailAt = ({ details }: ComputedResponse, index: number) => {
  const detail = details[index];
  if (detail === undefined) throw new Error(`no scan ${index}`);
  return detail;
};

const progressesOtherwise = (scan: Scan): boolean => scan.nonTarget === 'PD' || scan.newLesions.some((lesion) => lesion.unequivocal);

describe('laws of the response', () => {
  it('progression is never called at or below the nadir without a new lesion or non-target progression', () => {
    const broken = counterexample((computed, index, scan) => {
      const { scan: response, nadirSumMm } = detailAt(computed, index);
      if (response.overall !== 'PD' || progressesOtherwise(scan) || response.sumMm === null) return true;
      return nadirSumMm !== null && response.sumMm > nadirSumMm;
    });
    expect(broken).toBeUndefined();
  });

  it('a new lesion or non-target progression is always progression', () => {
    const broken = counterexample((computed, index, scan) => !progressesOtherwise(scan) || detailAt(computed, index).scan.overall === 'PD');
    expect(broken).toBeUndefined();
  });

  it('complete response means that every lesion is gone and every node below 10 mm', () => {
    const broken = counterexample((computed, index, scan) => {
      if (detailAt(computed, index).scan.overall !== 'CR') return true;
      return scan.targets.every((target) => {
        if (target.kind === 'node') return target.state !== 'not-evaluated' && (target.mm ?? 0) < 10;
        return target.state === 'absent' || (target.state === 'measured' && target.mm === 0);
      });
    });
    expect(broken).toBeUndefined();
  });

  it('a scan that lacks a target is progression or not evaluable, never better', () => {
    const broken = counterexample((computed, index) => {
      const { scan, target } = detailAt(computed, index);
      return scan.sumMm !== null || target === 'PD' || target === 'NE';
    });
    expect(broken).toBeUndefined();
  });

  it('the nadir starts at the baseline and never rises', () => {
    const broken = counterexample((computed, index) => {
      const { nadirSumMm, baselineSumMm } = detailAt(computed, index);
      if (nadirSumMm === null || baselineSumMm === null) return false;
      return index === 0 ? nadirSumMm === baselineSumMm : nadirSumMm <= (detailAt(computed, index - 1).nadirSumMm ?? -1);
    });
    expect(broken).toBeUndefined();
  });

  it('a percent change is the true change of the sums, to half a tenth', () => {
    const tenths = (sum: number): number => Math.round(sum * 10);
    const isTrue = (from: number | null, to: number | null, percent: number | null): boolean => {
      if (from === null || to === null || from === 0) return percent === null;
      const error = Math.abs((percent ?? Number.NaN) * tenths(from) - 100 * (tenths(to) - tenths(from)));
      return error <= 0.05 * tenths(from) + 1e-6;
    };
    const broken = counterexample((computed, index) => {
      const { scan, baselineSumMm, nadirSumMm } = detailAt(computed, index);
      return isTrue(baselineSumMm, scan.sumMm, scan.changeFromBaselinePct) && isTrue(nadirSumMm, scan.sumMm, scan.changeFromNadirPct);
    });
    expect(broken).toBeUndefined();
  });

  it('iRECIST is progression exactly where RECIST is, until it is confirmed', () => {
    const broken = counterexample((computed, index) => {
      const { immune, overall } = detailAt(computed, index).scan;
      return immune === 'iCPD' || (immune === 'iUPD') === (overall === 'PD');
    });
    expect(broken).toBeUndefined();
  });

  it('a confirmed progression was seen before, at most unevaluable in between, and is final', () => {
    const broken = counterexample(({ series }, index) => {
      const letters = series.assessments.map((scan) => scan.immune);
      if (letters[index] !== 'iCPD') return true;
      const before = letters.slice(0, letters.indexOf('iCPD')).findLast((letter) => letter !== 'NE');
      return before === 'iUPD' && letters.slice(index).every((letter) => letter === 'iCPD');
    });
    expect(broken).toBeUndefined();
  });

  it('the order in which targets are listed changes nothing', () => {
    fc.assert(
      fc.property(baselineOf, scansOf, fc.shuffledSubarray(IDS, { minLength: IDS.length }), (baseline, scans, order) => {
        const shuffled = <Item extends { targets: Target[] }>(item: Item): Item => ({
          ...item,
          targets: order.flatMap((id) => item.targets.filter((target) => target.lesion === id)),
        });
        const { series, details } = respond(baseline, scans);
        expect(respond(shuffled(baseline), scans.map(shuffled))).toMatchObject({ series, details });
      }),
    );
  });

  it('later scans never change the response of earlier ones', () => {
    fc.assert(
      fc.property(baselineOf, scansOf, fc.integer({ min: 0, max: DAYS.length }), (baseline, scans, count) => {
        expect(respond(baseline, scans.slice(0, count)).details).toEqual(respond(baseline, scans).details.slice(0, count));
      }),
    );
  });
});
