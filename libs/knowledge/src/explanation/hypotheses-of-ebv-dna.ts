import { baselineSample, type ClinicalFact, type EbvDnaSample, M1_SUBDIVISIONS, REBOUND_LOG10, RISE_LOG10 } from '@tumor-board/oncology';
import { changing, correction, future, type Hypothesis, missing, settledBy } from './hypothesis.js';
import type { HypotheticalCase } from './hypothetical-case.js';
import { nameOf } from './part.js';

type Sample = Extract<ClinicalFact, { type: 'EbvDnaMeasured' }> & { readonly id?: never };

/** What the samples of the case were measured with; a first sample is assumed to be plasma in copies/mL. */
function seriesOf({ reading }: HypotheticalCase): Pick<Sample, 'unit' | 'assay' | 'specimen' | 'limitOfDetection'> {
  const anchor = reading.ebv.state.baseline ?? reading.timeline.of('EbvDnaMeasured')[0];
  if (anchor === undefined) return { unit: 'copies/mL', assay: 'as at baseline', specimen: 'plasma' };
  const { unit, assay, specimen, limitOfDetection } = anchor;
  return { unit, assay, specimen, ...(limitOfDetection === undefined ? {} : { limitOfDetection }) };
}

const copies = (count: number): string => count.toLocaleString('en-US');

/** The cut-off that a subdivision reads the baseline against: the paper's, else the one that the site registered. */
function cutOffOf({ part, policy }: HypotheticalCase): number | undefined {
  const name = nameOf(part);
  if (name.of !== 'm1') return undefined;
  const published = M1_SUBDIVISIONS.find(({ id }) => id === name.system)?.ebvDnaCutOff;
  const local = name.system === 'ZHENG20' || name.system === 'QIU22' ? policy.localCutoffs?.[name.system]?.ebvDnaCopiesPerMl : undefined;
  return published ?? local;
}

/** What EBV DNA before treatment could have been. Detected, but without a number, where no cut-off reads it. */
export function baselineEbvDnaHypotheses(given: HypotheticalCase): readonly Hypothesis[] {
  const { reading, atBaseline } = given;
  const recorded = baselineSample(reading.timeline, reading.course);
  const cutOff = cutOffOf(given);
  const inCopies = recorded?.specimen === 'plasma' && recorded.unit === 'copies/mL';
  const question = 'EBV DNA before treatment';
  const series = cutOff === undefined ? seriesOf(given) : { ...seriesOf(given), unit: 'copies/mL' as const, specimen: 'plasma' as const };
  const baseline = (id: string, label: string, result: Pick<Sample, 'result' | 'value'>): Hypothesis => {
    const written = { id: `ebv-baseline/${id}`, question, label };
    // A result that a cut-off cannot be compared with stays as it is: another sample is assumed beside it.
    if (recorded === undefined || (cutOff !== undefined && !inCopies)) {
      return missing(written, { type: 'EbvDnaMeasured', ...atBaseline, ...series, ...result });
    }
    return correction(
      written,
      changing(recorded, (standing) => {
        const { value: _, ...unmeasured } = standing;
        return { ...unmeasured, ...result };
      }),
    );
  };
  const undetectable = baseline('undetectable', 'baseline EBV DNA not detected', { result: 'undetectable' });
  if (cutOff !== undefined) {
    return [
      baseline(`below-${cutOff}`, `baseline EBV DNA below ${copies(cutOff)} copies/mL`, { result: 'quantified', value: cutOff / 2 }),
      baseline(`above-${cutOff}`, `baseline EBV DNA above ${copies(cutOff)} copies/mL`, { result: 'quantified', value: cutOff * 2 }),
    ];
  }
  if (recorded === undefined)
    return [undetectable, baseline('detectable', 'baseline EBV DNA detected', { result: 'below-quantification' })];
  return recorded.result === 'undetectable'
    ? [baseline('detectable', 'baseline EBV DNA detected', { result: 'below-quantification' })]
    : [undetectable];
}

/** What the next sample could show; before any treatment it would only be another baseline, unless therapy is assumed to come first. */
export function nextEbvDnaHypotheses(given: HypotheticalCase): readonly Hypothesis[] {
  const { nextDay, reading, untreated, part } = given;
  if (untreated && part !== 'm1.SUN19') return [];
  const series = seriesOf(given);
  const assay = reading.timeline.of('EbvDnaMeasured').length === 0 ? '' : ' at the same assay';
  const next = (id: string, label: string, result: Pick<Sample, 'result' | 'value'>): Hypothesis =>
    future(
      { id: `ebv-next/${id}`, question: 'next EBV DNA', label: `next EBV DNA ${label}` },
      { type: 'EbvDnaMeasured', on: nextDay, ...series, ...result },
    );
  const risen = risenValue(given);
  return [
    next('undetectable', `not detected${assay}`, { result: 'undetectable' }),
    next('detectable', `detected${assay}`, { result: 'below-quantification' }),
    ...(risen === undefined
      ? []
      : [next('risen', `${copies(risen)} ${series.unit} or more${assay}: risen`, { result: 'quantified', value: risen })]),
  ];
}

/** The least value that counts as risen under treatment, or as a rebound after clearance (product rules). */
function risenValue({ reading }: HypotheticalCase): number | undefined {
  const { baseline, latestComparable } = reading.ebv.state;
  if (latestComparable === undefined) return undefined;
  const { timeline, course } = reading;
  const start = course.currentLine?.starts[0] ?? course.firstDose;
  const since = (sample: EbvDnaSample): boolean => start !== undefined && timeline.rank(sample) > timeline.rank(start);
  const lowest = timeline
    .of('EbvDnaMeasured')
    .flatMap((sample) =>
      since(sample) && sample.assay === latestComparable.assay && sample.value !== undefined && sample.value > 0 ? [sample.value] : [],
    );
  const limit = latestComparable.limitOfDetection ?? baseline?.limitOfDetection;
  const rise = lowest.length === 0 ? undefined : Math.min(...lowest) * 10 ** RISE_LOG10;
  const rebound = limit === undefined ? undefined : limit * 10 ** REBOUND_LOG10;
  const values = [rise, rebound].filter((value) => value !== undefined);
  return values.length === 0 ? undefined : Math.ceil(Math.max(...values));
}

/** EBER, on which every reading of EBV DNA rests. */
export function eberHypotheses({ reading, atBaseline }: HypotheticalCase): readonly Hypothesis[] {
  const report = reading.timeline.latest('HistologyReported');
  const question = 'EBER';
  const results = ['positive', 'negative'] as const;
  if (report === undefined) {
    return results.map((eber) =>
      missing(
        { id: `eber/${eber}`, question, label: `non-keratinising carcinoma, EBER ${eber}` },
        { type: 'HistologyReported', ...atBaseline, histology: 'non-keratinising-undifferentiated', eber },
      ),
    );
  }
  const read = (eber: (typeof results)[number]): Hypothesis => {
    const written = { id: `eber/${eber}`, question, label: `EBER ${eber}` };
    const change = changing(report, (standing) => ({ ...standing, eber }));
    return report.eber === 'unknown' ? settledBy(written, change) : correction(written, change);
  };
  return results.filter((eber) => eber !== report.eber).map(read);
}
