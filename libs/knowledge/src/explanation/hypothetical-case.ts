import { daysAfter, type IsoDate } from '@tumor-board/kernel';
import { cyclesBy } from '@tumor-board/oncology';
import type { CaseRecord } from '../assess.js';
import type { Assessment } from '../assessment.js';
import type { SitePolicy } from '../policy.js';
import { type CaseReading, readCase } from './case-reading.js';
import type { Recorded } from './hypothesis.js';
import type { Part } from './part.js';

/** A case as hypotheses are made for it. */
export interface HypotheticalCase extends Recorded {
  readonly part: Part;
  readonly policy: SitePolicy;
  readonly assessment: Assessment;
  readonly reading: CaseReading;
  /** When an item of the baseline that is recorded now was true: before any treatment, and known since the last day on record. */
  readonly atBaseline: { readonly on: IsoDate; readonly knownOn?: IsoDate };
  /** The day after the last one on record. */
  readonly nextDay: IsoDate;
  /** True while nothing was given. */
  readonly untreated: boolean;
  /** Cycles completed in the current line. */
  readonly cycles: number;
}

/** Reads a case for the hypotheses about one part of its assessment. */
export function hypotheticalCase(record: CaseRecord, assessment: Assessment, part: Part): HypotheticalCase {
  const reading = readCase(record);
  const { timeline, course } = reading;
  const { asOf, policy } = assessment;
  const { first } = course;
  const lastBefore = first === undefined ? undefined : timeline.facts.findLast((fact) => fact.on < first.on);
  return {
    record,
    part,
    policy,
    assessment,
    reading,
    timeline,
    asOf,
    atBaseline: first === undefined ? { on: asOf } : { on: lastBefore?.on ?? daysAfter(first.on, -1), knownOn: asOf },
    nextDay: daysAfter(asOf, 1),
    untreated: first === undefined,
    cycles: cyclesBy(course.currentLine, asOf),
  };
}
