import {
  type ClinicalFact,
  type FactOf,
  FITNESS_ITEMS,
  FITNESS_REQUIREMENTS,
  type FitnessGuard,
  type FitnessItem,
  fitnessGuards,
  isAntiPd1,
  type Limit,
  limitText,
  withinLimit,
} from '@tumor-board/oncology';
import { future, type Hypothesis, missing } from './hypothesis.js';
import type { HypotheticalCase } from './hypothetical-case.js';

type Recordable = Exclude<keyof FactOf<'FitnessRecorded'>, 'type' | 'id' | 'on' | 'knownOn'>;
type Value = number | string | boolean;
interface Guarded {
  readonly item: Recordable;
  readonly guards: readonly (FitnessGuard & { readonly kind: 'value' })[];
}

/** The items of a fitness record; ALT has another limit where the liver is involved. */
const RECORDABLE: Readonly<Partial<Record<FitnessItem, Recordable>>> = {
  creatinineClearanceMlMin: 'creatinineClearanceMlMin',
  hearingLossGrade: 'hearingLossGrade',
  neuropathyGrade: 'neuropathyGrade',
  neutrophilsE9L: 'neutrophilsE9L',
  plateletsE9L: 'plateletsE9L',
  hemoglobinGL: 'hemoglobinGL',
  dpyd: 'dpyd',
  autoimmuneDisease: 'autoimmuneDisease',
  organTransplant: 'organTransplant',
  pregnant: 'pregnant',
};

/** What performance status, organ function and adverse events could be, at the limits of the guards. */
export function fitnessHypotheses(given: HypotheticalCase): readonly Hypothesis[] {
  return [...ecogHypotheses(given), ...guardedItems(given).flatMap((guarded) => itemHypotheses(guarded, given)), ...eventHypotheses(given)];
}

/** An item not on record is obtained now, as part of the baseline while nothing was given; a recorded one may change. */
const expected = (isMissing: boolean, given: HypotheticalCase): { readonly make: typeof missing; readonly on: string } =>
  isMissing ? { make: missing, on: given.asOf } : { make: future, on: given.nextDay };

function ecogHypotheses(given: HypotheticalCase): readonly Hypothesis[] {
  const now = given.reading.timeline.latest('PerformanceStatusRecorded')?.ecog;
  const { make, on } = expected(now === undefined, given);
  return ([0, 2, 3, 4] as const)
    .filter((ecog) => (ecog === 0 ? now === undefined || now > 1 : ecog !== now))
    .map((ecog) =>
      make(
        { id: `ecog/${ecog}`, question: 'ECOG', label: ecog === 0 ? 'ECOG 0 or 1' : `ECOG ${ecog}` },
        { type: 'PerformanceStatusRecorded', on, ecog },
      ),
    );
}

function guardedItems({ policy, record }: HypotheticalCase): readonly Guarded[] {
  const guards = fitnessGuards({ cisplatinCrClMin: policy.cisplatinCrClMin });
  return Object.entries(RECORDABLE)
    .filter(([item]) => item !== 'pregnant' || record.patient.sex === 'female')
    .map(([item, recordable]) => ({
      item: recordable,
      guards: guards.flatMap((guard) => (guard.kind === 'value' && guard.looksAt === item ? [guard] : [])),
    }));
}

function itemHypotheses({ item, guards }: Guarded, given: HypotheticalCase): readonly Hypothesis[] {
  const now = given.reading.timeline.of('FitnessRecorded').findLast((record) => record[item] !== undefined)?.[item];
  const asked = FITNESS_REQUIREMENTS.some(({ looksAt }) => looksAt === item);
  const { make, on } = expected(now === undefined && asked, given);
  const { label, unit } = FITNESS_ITEMS[item];
  const question = `fitness: ${item}`;
  const record = (id: string, words: string, value: Value): Hypothesis =>
    make({ id: `fitness/${item}/${id}`, question, label: `${label}${typeof value === 'number' ? '' : ':'} ${words}` }, {
      type: 'FitnessRecorded',
      on,
      [item]: value,
    } as Fitness);

  const blocking = guards.filter(({ effect }) => effect === 'blocked');
  const limits = new Map(blocking.map(({ limit }) => [limitText(limit, unit), limit]));
  const hypotheses = [...limits].flatMap(([words, limit]) => {
    const value = valueWithin(limit);
    return value === undefined || (now !== undefined && withinLimit(limit, now)) ? [] : [record(`within ${words}`, words, value)];
  });
  if (now === undefined || blocking.some(({ limit }) => withinLimit(limit, now))) {
    const value = CLEAR.concat(guards.flatMap(({ limit }) => bounds(limit))).find(
      (candidate) => candidate !== now && isOf(item, candidate) && !guards.some(({ limit }) => withinLimit(limit, candidate)),
    );
    if (value !== undefined) hypotheses.unshift(record('clear', clearWords(value, unit), value));
  }
  return hypotheses;
}

type Fitness = Extract<ClinicalFact, { type: 'FitnessRecorded' }> & { readonly id?: never };

/** Values against which no guard speaks, for items that are words, answers or grades. */
const CLEAR: readonly Value[] = ['normal', 'none', false, 0];
const WORDS: Readonly<Partial<Record<Recordable, readonly Value[]>>> = { dpyd: ['normal'], autoimmuneDisease: ['none'] };
const ANSWERS: readonly Recordable[] = ['organTransplant', 'pregnant'];

const isOf = (item: Recordable, value: Value): boolean =>
  WORDS[item] === undefined ? typeof value === (ANSWERS.includes(item) ? 'boolean' : 'number') : WORDS[item].includes(value);

const clearWords = (value: Value, unit: string): string =>
  typeof value === 'number'
    ? value === 0
      ? '0'
      : `${value}${unit === '' ? '' : ` ${unit}`} or more`
    : value === false
      ? 'no'
      : `${value}`;

const bounds = (limit: Limit): readonly number[] =>
  'is' in limit ? [] : [limit.below, limit.from, limit.to].filter((bound) => bound !== undefined);

/** A value just within a limit. */
function valueWithin(limit: Limit): Value | undefined {
  if ('is' in limit) return limit.is[0];
  if (limit.from !== undefined) return limit.from;
  return limit.below === undefined ? undefined : limit.below < 10 ? Math.round(limit.below * 10 - 1) / 10 : limit.below - 1;
}

/** Events that rule out an agent, where it was given. */
function eventHypotheses({ nextDay, reading }: HypotheticalCase): readonly Hypothesis[] {
  const agents = reading.course.lines.flatMap(({ starts }) => starts.flatMap((start) => start.agents));
  const hypotheses: Hypothesis[] = [];
  if (agents.some(isAntiPd1)) {
    hypotheses.push(
      future(
        { id: 'event/immune-3', question: 'immune-related event', label: 'an immune-related adverse event of grade 3' },
        { type: 'AdverseEventRecorded', on: nextDay, term: 'immune-related event', grade: 3, immuneRelated: true },
      ),
    );
  }
  const platinum = agents.find((agent) => /platin/i.test(agent));
  if (platinum !== undefined) {
    hypotheses.push(
      future(
        { id: 'event/platinum-allergy', question: 'platinum allergy', label: 'an allergic reaction to platinum' },
        { type: 'AdverseEventRecorded', on: nextDay, term: 'allergic reaction', grade: 2, immuneRelated: false, attributedTo: platinum },
      ),
    );
  }
  return hypotheses;
}
