import { readFileSync } from 'node:fs';
import { type IdentifiedFact, responseSeries, type ScanDetail, type Target, timelineOf, treatmentCourse } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';

interface Visit {
  readonly visit: string;
  readonly date: readonly string[];
  readonly targets: Readonly<Record<string, number | null>>;
  readonly nonTargets: Readonly<Record<string, string>>;
  readonly newLesions: readonly unknown[];
  readonly recorded: { readonly overall: string };
}
interface Series {
  readonly subject: string;
  readonly assessor: string;
  readonly assessorId: string | null;
  readonly baseline: {
    readonly date: string;
    readonly targets: readonly { readonly id: string; readonly site: string; readonly lymphNode: boolean; readonly diameterMm: number }[];
    readonly nonTargets: readonly { readonly id: string }[];
  };
  readonly visits: readonly Visit[];
}

const { series } = JSON.parse(readFileSync(new URL('../data/recist-series.json', import.meta.url), 'utf8')) as {
  series: readonly Series[];
};

/** A date recorded to the month lies somewhere in it: the 15th keeps the order of the visits. */
const wholeDate = (date: string): string => (date.length === 'YYYY-MM'.length ? `${date}-15` : date);

function sized(id: string, organ: string, lymphNode: boolean, mm: number | null | undefined): Target {
  const kind = lymphNode ? 'node' : 'non-nodal';
  if (mm === null || mm === undefined) return { lesion: id, organ, kind, state: 'not-evaluated' };
  return mm === 0 && !lymphNode ? { lesion: id, organ, kind, state: 'absent' } : { lesion: id, organ, kind, state: 'measured', mm };
}

function nonTargetOf(visit: Visit): 'CR' | 'non-CR/non-PD' | 'none' {
  const states = Object.values(visit.nonTargets);
  if (states.length === 0) return 'none';
  return states.every((state) => state === 'ABSENT') ? 'CR' : 'non-CR/non-PD';
}

function detailsOf({ baseline, visits }: Series): readonly ScanDetail[] {
  const facts: IdentifiedFact[] = [
    {
      id: 'baseline',
      type: 'BaselineLesionsMeasured',
      on: wholeDate(baseline.date),
      modality: 'ct',
      targets: baseline.targets.map((target) => sized(target.id, target.site, target.lymphNode, target.diameterMm)),
      nonTarget: baseline.nonTargets.length > 0 ? 'present' : 'none',
    },
    ...visits.map(
      (visit): IdentifiedFact => ({
        id: visit.visit,
        type: 'ResponseAssessed',
        on: wholeDate(visit.date[0] ?? ''),
        modality: 'ct',
        targets: baseline.targets.map((target) => sized(target.id, target.site, target.lymphNode, visit.targets[target.id])),
        nonTarget: nonTargetOf(visit),
        newLesions: [],
      }),
    ),
  ];
  const timeline = timelineOf(facts);
  return responseSeries(timeline, treatmentCourse(timeline)).details;
}

const rows = series.flatMap((one) => {
  const details = detailsOf(one);
  return one.visits.map((visit, index) => ({
    name: `${one.subject}, ${one.assessorId ?? one.assessor}, ${visit.visit}`,
    recorded: visit.recorded.overall.toLowerCase(),
    visit,
    detail: details[index],
  }));
});

/** Here something regrew after a complete response: the sums say PR, and the product flags it. */
const REGROWTH = '01-701-1133, RADIOLOGIST 2, WEEK 9';

describe('the overall response recorded in the reference series', () => {
  it('is complete: 66 assessments, none with a new lesion', () => {
    expect(rows).toHaveLength(66);
    expect(rows.filter(({ visit }) => visit.newLesions.length > 0)).toEqual([]);
  });

  it.each(rows)('comes out of the sums and the non-targets: $name ($recorded)', ({ detail, recorded, visit }) => {
    expect(detail?.scan.fact).toBe(visit.visit);
    expect(detail?.scan.overall.toLowerCase()).toBe(recorded);
  });

  it('flags the one regrowth of 4.95 mm after a complete response, which stands as stable disease', () => {
    const row = rows.find(({ name }) => name === REGROWTH);
    expect(row?.detail).toMatchObject({
      standing: 'SD',
      nadirSumMm: 0,
      scan: { overall: 'PR', sumMm: 4.95, changeFromBaselinePct: -91.7, flags: ['after-complete-response'] },
    });
    expect(rows.filter(({ detail }) => detail?.scan.flags.includes('after-complete-response'))).toHaveLength(1);
  });
});
