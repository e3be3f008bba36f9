import type { ClinicalFact, FactOf, IdentifiedFact, ScanDetail, Target } from '@tumor-board/oncology';
import { responseSeries, timelineOf, treatmentCourse } from '@tumor-board/oncology';
import { future, type Hypothesis, timelineWith, withFacts } from './hypothesis.js';
import type { HypotheticalCase } from './hypothetical-case.js';

type Scan = Extract<ClinicalFact, { type: 'ResponseAssessed' }> & { readonly id?: never };
type Baseline = FactOf<'BaselineLesionsMeasured'>;

/** What a scan of the next day would be compared with. */
interface Comparison {
  readonly baseline: Baseline;
  /** mm; null where there are no targets or one has no size. */
  readonly baselineSum: number | null;
  readonly nadir: number | null;
  /** The last scan against the same baseline. */
  readonly last: FactOf<'ResponseAssessed'> | undefined;
  readonly lastSum: number | null;
}

const lastScanIn = (facts: readonly IdentifiedFact[]): ScanDetail | undefined => {
  const timeline = timelineOf(facts);
  return responseSeries(timeline, treatmentCourse(timeline)).details.at(-1);
};

/** Asks the response calculator what it would compare with, by way of a scan that shows nothing. */
function comparison({ record, reading, nextDay }: HypotheticalCase): Comparison | undefined {
  const probe: IdentifiedFact = {
    type: 'ResponseAssessed',
    id: 'if probe',
    on: nextDay,
    modality: 'scan',
    targets: [],
    nonTarget: 'NE',
    newLesions: [],
  };
  const detail = lastScanIn(withFacts(record, [probe]).facts);
  const { timeline, scans } = reading;
  const baseline = timeline.of('BaselineLesionsMeasured').find(({ id }) => id === detail?.baseline);
  if (detail === undefined || baseline === undefined) return undefined;
  const before = scans.findLast((scan) => scan.baseline === baseline.id && scan.scan.line === detail.scan.line);
  return {
    baseline,
    baselineSum: detail.baselineSumMm,
    nadir: detail.nadirSumMm,
    last: timeline.of('ResponseAssessed').find(({ id }) => id === before?.scan.fact),
    lastSum: before?.scan.sumMm ?? null,
  };
}

/** A size that a node returns to when it is normal, in mm: below 10. */
const NORMAL_NODE_MM = 8;
/** Shares of the baseline sum that lie well within a partial response and stable disease. */
const PARTIAL = 0.6;
const STABLE = 0.85;

const rounded = (mm: number): number => Math.round(mm * 10) / 10;
const atBaseline = ({ mm, state }: Target): number => mm ?? (state === 'too-small' ? 5 : 0);

/** The targets of the baseline at a share of their baseline size. */
const sized = (baseline: Baseline, share: number): Target[] =>
  baseline.targets.map((target) => {
    const { mm: _, ...named } = target;
    if (target.state === 'absent' || target.state === 'not-evaluated') return { ...named };
    return { ...named, state: 'measured', mm: rounded(atBaseline(target) * share) };
  });

const gone = (baseline: Baseline): Target[] =>
  baseline.targets.map((target) => {
    const { mm: _, ...named } = target;
    return named.kind === 'node' ? { ...named, state: 'measured', mm: NORMAL_NODE_MM } : { ...named, state: 'absent' };
  });

/** The targets as they were last seen. */
const unchanged = ({ baseline, last }: Comparison): Target[] => [...(last?.targets ?? baseline.targets)];

/**
 * What the next response scan could show, the day after the last fact, or when the confirmation of a progression is due. Each is
 * checked against the response calculator: one whose response cannot come about from what was seen so far is left out.
 */
export function scanHypotheses(given: HypotheticalCase): readonly Hypothesis[] {
  const { reading, nextDay } = given;
  // Before any therapy there is nothing to respond to.
  if (reading.course.currentLine === undefined) return [];
  const compared = comparison(given);
  if (compared === undefined) return [];
  const pending = reading.scans.at(-1)?.pending ?? null;
  const due = pending !== null && pending.opensOn > nextDay ? pending.opensOn : nextDay;
  const { baseline, baselineSum, nadir, last, lastSum } = compared;
  const present = baseline.nonTarget === 'present';
  const non = (response: Scan['nonTarget']): Scan['nonTarget'] => (present ? response : 'none');
  const scan = (id: string, label: string, expected: readonly string[], shown: Pick<Scan, 'targets' | 'nonTarget'> & Partial<Scan>) => {
    const words = due === nextDay ? 'next scan' : `next scan, from ${due}`;
    const hypothesis = future(
      { id: `scan/${id}`, question: 'next scan', label: `${words}: ${label}` },
      {
        type: 'ResponseAssessed',
        on: due,
        modality: last?.modality ?? baseline.modality,
        newLesions: [],
        clinicallyStable: true,
        ...shown,
      },
    );
    return { hypothesis, expected };
  };

  const drafts = [scan('cr', 'complete response', ['CR'], { targets: gone(baseline), nonTarget: non('CR') })];
  if (baselineSum !== null && nadir !== null && baselineSum > 0) {
    const partial = Math.min(PARTIAL, nadir / baselineSum);
    const grown = Math.max(nadir * 1.25, nadir + 6, (lastSum ?? 0) + 6) / baselineSum;
    const growth = { targets: sized(baseline, grown), nonTarget: non('non-CR/non-PD') };
    drafts.push(
      scan('pr', 'partial response', ['PR'], { targets: sized(baseline, partial), nonTarget: non('non-CR/non-PD') }),
      scan('sd', 'stable disease', ['SD'], {
        targets: sized(baseline, Math.max(STABLE, nadir / baselineSum)),
        nonTarget: non('non-CR/non-PD'),
      }),
      scan('growth', 'progression by growth, clinically stable', ['PD'], growth),
      scan('growth-unstable', 'progression by growth, clinically worse', ['PD'], { ...growth, clinicallyStable: false }),
    );
  } else if (present) {
    const targets = sized(baseline, 1);
    drafts.push(
      scan('stable', 'neither response nor progression', ['non-CR/non-PD', 'SD'], { targets, nonTarget: 'non-CR/non-PD' }),
      scan('growth', 'progression by growth, clinically stable', ['PD'], { targets, nonTarget: 'PD', nonTargetFurtherGrowth: true }),
    );
  }
  drafts.push(
    scan('new-lesion', 'one new lesion, the rest as last seen, clinically stable', ['PD'], {
      targets: unchanged(compared),
      nonTarget: non('non-CR/non-PD'),
      newLesions: [...(last?.newLesions ?? []), { lesion: newName(last), organ: 'bone', unequivocal: true }],
    }),
  );
  return drafts
    .filter(({ hypothesis, expected }) => {
      const timeline = timelineWith(hypothesis, given);
      const overall = responseSeries(timeline, treatmentCourse(timeline)).details.at(-1)?.scan.overall;
      return overall !== undefined && expected.includes(overall);
    })
    .map(({ hypothesis }) => hypothesis);
}

/** A name that no new lesion has yet. */
function newName(last: FactOf<'ResponseAssessed'> | undefined): string {
  const taken = new Set(last?.newLesions.map(({ lesion }) => lesion));
  let name = 'NEW';
  while (taken.has(name)) name = `${name}+`;
  return name;
}
