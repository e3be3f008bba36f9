import type { CaseHead } from '../facts/case-file.js';
import type { FactOf } from '../facts/clinical-fact.js';
import type { Timeline } from '../facts/timeline.js';
import type { EventGrade, EventSelection, FitnessItem } from './guard.js';

/** A value with the facts that it was read from; none for what the head of the case says. */
export interface Observation {
  readonly value: number | string | boolean;
  readonly facts: readonly string[];
}

/** An adverse event as its records tell it: the same term recorded again is the same event followed up. */
export interface EventCourse {
  readonly term: string;
  readonly immuneRelated: boolean;
  readonly attributedTo: readonly string[];
  readonly grades: Readonly<Record<EventGrade, number>>;
  readonly facts: readonly string[];
}

/** What is known of a patient's fitness: of each item the last standing value, so that a partial record erases nothing. */
export interface FitnessProfile {
  readonly items: Readonly<Partial<Record<FitnessItem, Observation>>>;
  readonly events: readonly EventCourse[];
}

type FitnessRecord = FactOf<'FitnessRecorded'>;
const RECORDED = [
  'creatinineClearanceMlMin',
  'hearingLossGrade',
  'neuropathyGrade',
  'neutrophilsE9L',
  'plateletsE9L',
  'hemoglobinGL',
  'bilirubinUln',
  'altUln',
  'hbsAg',
  'dpyd',
  'autoimmuneDisease',
  'organTransplant',
  'pregnant',
] as const satisfies readonly (keyof FitnessRecord & FitnessItem)[];

/** Reads the profile off a timeline. */
export function fitnessProfile(timeline: Timeline, patient: CaseHead['patient']): FitnessProfile {
  const items: Partial<Record<FitnessItem, Observation>> = { ageYears: { value: patient.ageYears, facts: [] } };
  if (patient.sex === 'male') items.pregnant = { value: false, facts: [] };
  for (const record of timeline.of('FitnessRecorded')) {
    for (const item of RECORDED) {
      const value = record[item];
      if (value !== undefined) items[item] = { value, facts: [record.id] };
    }
  }
  const ecog = timeline.latest('PerformanceStatusRecorded');
  if (ecog !== undefined) items.ecog = { value: ecog.ecog, facts: [ecog.id] };
  const histology = timeline.latest('HistologyReported');
  if (histology !== undefined) items.histology = { value: histology.histology, facts: [histology.id] };
  const charted = timeline.latest('MetastasesCharted');
  if (items.altUln !== undefined && charted?.lesions.some((lesion) => lesion.organ === 'liver' && lesion.certainty !== 'equivocal')) {
    items.altUlnWithLiverMetastases = { value: items.altUln.value, facts: [...items.altUln.facts, charted.id] };
    delete items.altUln;
  }
  return { items, events: eventCourses(timeline.of('AdverseEventRecorded')) };
}

/** At this grade or below an event counts as resolved. */
const RESOLVED_AT = 1;

function eventCourses(records: readonly FactOf<'AdverseEventRecorded'>[]): EventCourse[] {
  const byTerm = new Map<string, FactOf<'AdverseEventRecorded'>[]>();
  for (const record of records) {
    const term = record.term.trim().toLowerCase();
    byTerm.set(term, [...(byTerm.get(term) ?? []), record]);
  }
  return [...byTerm].map(([term, course]) => {
    let [ever, open, closed, current] = [0, 0, 0, 0];
    for (const record of course) {
      current = record.resolvedToGrade ?? record.grade;
      ever = Math.max(ever, record.grade);
      open = Math.max(open, record.grade, current);
      if (current <= RESOLVED_AT) {
        closed = Math.max(closed, open);
        open = 0;
      }
    }
    return {
      term,
      immuneRelated: course.some((record) => record.immuneRelated),
      attributedTo: course.flatMap((record) => (record.attributedTo === undefined ? [] : [record.attributedTo.toLowerCase()])),
      grades: { 'worst-ever': ever, 'worst-unresolved': open, 'worst-resolved': closed, current },
      facts: course.map((record) => record.id),
    };
  });
}

/** The kidney is no part of the adrenal gland. */
const RENAL = /(?<!ad|supra)renal/;
const mentions = (term: string, part: string): boolean => (part === 'renal' ? RENAL.test(term) : term.includes(part));

/** True when an event is one that a guard is about. */
export function selects(selection: EventSelection, event: EventCourse): boolean {
  if (selection.immuneRelated === true && !event.immuneRelated) return false;
  if (selection.exceptTerms?.some((term) => mentions(event.term, term))) return false;
  const byTerm = selection.terms?.some((term) => mentions(event.term, term));
  // Whoever writes "anaphylaxis to cisplatin" has said what it is attributed to.
  const byAgent = selection.attributedTo?.some((agent) => [event.term, ...event.attributedTo].some((named) => named.includes(agent)));
  return selection.either === true ? byTerm === true || byAgent === true : byTerm !== false && byAgent !== false;
}
