import {
  type DiseaseBurden,
  hasBone,
  isBoneOnly,
  lesionsOf,
  liverLesionsOf,
  organsOf,
  possibleBurdens,
  readBurden,
  readBurdens,
  withLesions,
} from './disease-burden.js';
import { CHART_MISSING, type MetastaticExtent } from './metastatic-extent.js';
import { EBER_NEGATIVE, type Picture, type Question, type RuleRow, type RuleTable } from './rule-table.js';

/** What a rule gives over every completion of the facts. */
export interface Evaluation {
  /** The classes left, in the order of the table. */
  readonly classes: readonly string[];
  /** Why the system does not apply in some completions. */
  readonly doesNotApply: readonly string[];
  /** The rows that give the classes. */
  readonly rows: readonly RuleRow[];
  /** Each open item whose variation changes the outcome. */
  readonly missing: readonly string[];
}

/** How the facts bound the completions, beside what the questions say. */
export interface Bounds {
  readonly eberNegative: boolean;
  /** An external judgement that the disease is, or is not, oligometastatic. */
  readonly oligometastatic?: boolean | undefined;
}

// An outcome is a set of bits: one for each class of the table, above them one for each reason not to apply.
const EXCLUDED = -1;
const NONE: readonly never[] = [];
const REASON_SHIFT = 8;
const EBER_BIT = 1 << 15;
const CLASS_BITS = (1 << REASON_SHIFT) - 1;

type Draft = { -readonly [Key in keyof Picture]: Picture[Key] } & {
  rowsHit: number;
  oligometastaticMax: number;
  nodesAreAnOrgan: boolean;
  sitesAreDistinct: boolean;
};

const draft = (): Draft => ({
  lesions: 0,
  liverLesions: 0,
  bone: false,
  boneOnly: false,
  organs: 0,
  oligometastatic: false,
  ebvDna: 'below',
  ebvDnaAfterChemotherapy: 'undetectable',
  petCtScore: 'low',
  machineAnswer: '',
  oligometastaticMax: 0,
  nodesAreAnOrgan: true,
  sitesAreDistinct: true,
  rowsHit: 0,
});

function put(picture: Draft, question: Question, index: number): void {
  switch (question.asks) {
    case 'ebvDna':
      picture.ebvDna = question.answers[index] ?? picture.ebvDna;
      return;
    case 'ebvDnaAfterChemotherapy':
      picture.ebvDnaAfterChemotherapy = question.answers[index] ?? picture.ebvDnaAfterChemotherapy;
      return;
    case 'oligometastaticMax':
      picture.oligometastaticMax = question.answers[index] ?? 0;
      return;
    case 'petCtScore':
      picture.petCtScore = question.answers[index] ?? picture.petCtScore;
      return;
    case 'machineAnswer':
      picture.machineAnswer = question.answers[index] ?? '';
      return;
    case 'nodesAreAnOrgan':
      picture.nodesAreAnOrgan = question.answers[index] ?? true;
      return;
    case 'sitesAreDistinct':
      picture.sitesAreDistinct = question.answers[index] ?? true;
      return;
  }
}

function see(picture: Draft, burden: DiseaseBurden): void {
  picture.lesions = lesionsOf(burden);
  picture.liverLesions = liverLesionsOf(burden);
  picture.bone = hasBone(burden);
  picture.boneOnly = isBoneOnly(burden);
  picture.organs = organsOf(burden, picture.nodesAreAnOrgan, picture.sitesAreDistinct);
  picture.oligometastatic = picture.lesions <= picture.oligometastaticMax;
}

/** The outcome of a picture; a row without classes outranks the others. Collects the rows that give classes as bits. */
function outcomeOf(table: RuleTable, picture: Draft, eberNegative: boolean): number {
  let bits = 0;
  for (let index = 0; index < table.rows.length; index++) {
    const row = table.rows[index] as RuleRow;
    if (!row.holds(picture)) continue;
    if (row.doesNotApply !== undefined) return 1 << (REASON_SHIFT + index);
    if (eberNegative && row.reads !== undefined) {
      bits |= EBER_BIT;
      continue;
    }
    for (const value of row.gives) bits |= 1 << table.classes.indexOf(value);
    picture.rowsHit |= 1 << index;
  }
  return bits;
}

/**
 * Reads a rule against every completion of the facts. The facts leave out no completion that may be true, so more facts
 * can only take answers away.
 */
export function evaluate(table: RuleTable, extent: MetastaticExtent, questions: readonly Question[], bounds: Bounds): Evaluation {
  const burdens = readBurdens(extent.burdens, table.reads);
  let choices = 1;
  for (const question of questions) choices *= question.answers.length;

  const picture = draft();
  const outcomes: number[] = [];
  let all = 0;
  let overlap = false;
  for (const burden of burdens) {
    for (let choice = 0; choice < choices; choice++) {
      let rest = choice;
      for (const question of questions) {
        put(picture, question, rest % question.answers.length);
        rest = Math.floor(rest / question.answers.length);
      }
      see(picture, burden);
      const excluded = bounds.oligometastatic !== undefined && picture.lesions > 0 && picture.oligometastatic !== bounds.oligometastatic;
      const outcome = excluded ? EXCLUDED : outcomeOf(table, picture, bounds.eberNegative);
      if (outcome !== EXCLUDED) {
        all |= outcome;
        const given = outcome & CLASS_BITS;
        overlap ||= (given & (given - 1)) !== 0;
      }
      outcomes.push(outcome);
    }
  }

  const rows = table.rows.filter((_, index) => (picture.rowsHit & (1 << index)) !== 0);
  const classes = table.classes.filter((_, index) => (all & (1 << index)) !== 0);
  const doesNotApply = all > CLASS_BITS ? reasonsNotToApply(table, all) : NONE;
  const open = classes.length > 1 || (classes.length === 1 && doesNotApply.length > 0);
  if (!open) return { classes, doesNotApply, rows, missing: NONE };

  const missing = [...openCounts(table, extent, burdens, outcomes, choices), ...openQuestions(questions, outcomes)];
  for (const row of rows) if (row.missing !== undefined) missing.push(row.missing);
  if (table.overlap !== undefined && overlap) missing.push(table.overlap);
  return { classes, doesNotApply, rows, missing };
}

function reasonsNotToApply(table: RuleTable, outcomes: number): readonly string[] {
  const reasons = table.rows.flatMap((row, index) =>
    row.doesNotApply !== undefined && (outcomes & (1 << (REASON_SHIFT + index))) !== 0 ? [row.doesNotApply] : [],
  );
  return (outcomes & EBER_BIT) === 0 ? reasons : [...reasons, EBER_NEGATIVE];
}

/** The questions whose answer changes the outcome of some completion, all else being equal. */
function openQuestions(questions: readonly Question[], outcomes: readonly number[]): string[] {
  const missing: string[] = [];
  let stride = 1;
  for (const question of questions) {
    const count = question.answers.length;
    if (count > 1 && changesAlong(outcomes, stride, count)) {
      for (const item of question.missing) if (!missing.includes(item)) missing.push(item);
    }
    stride *= count;
  }
  return missing;
}

function changesAlong(outcomes: readonly number[], stride: number, count: number): boolean {
  for (let start = 0; start < outcomes.length; start += stride * count) {
    for (let offset = 0; offset < stride; offset++) {
      let seen = EXCLUDED;
      for (let answer = 0; answer < count; answer++) {
        const outcome = outcomes[start + offset + answer * stride] as number;
        if (outcome === EXCLUDED) continue;
        if (seen !== EXCLUDED && seen !== outcome) return true;
        seen = outcome;
      }
    }
  }
  return false;
}

const leftOut = new WeakMap<MetastaticExtent, (readonly DiseaseBurden[])[]>();

/** The burdens of an extent without one of its open counts; remembered, because 13 rule sets ask for them. */
function burdensWithout(extent: MetastaticExtent, index: number): readonly DiseaseBurden[] {
  const known = leftOut.get(extent) ?? [];
  leftOut.set(extent, known);
  known[index] ??= possibleBurdens(extent.certain, extent.open, index);
  return known[index];
}

/** The open counts of the chart whose number changes the outcome of some completion, all else being equal. */
function openCounts(
  table: RuleTable,
  extent: MetastaticExtent,
  burdens: readonly DiseaseBurden[],
  outcomes: readonly number[],
  choices: number,
): string[] {
  const differ = (places: Iterable<number>): boolean => {
    for (let choice = 0; choice < choices; choice++) {
      let seen = EXCLUDED;
      for (const place of places) {
        const outcome = outcomes[place * choices + choice] as number;
        if (outcome === EXCLUDED) continue;
        if (seen !== EXCLUDED && seen !== outcome) return true;
        seen = outcome;
      }
    }
    return false;
  };
  if (extent.chart === undefined) return differ([...burdens.keys()]) ? [CHART_MISSING] : [];
  const places = new Map(burdens.map((burden, index) => [burden, index]));
  return extent.open.flatMap((count, index) => {
    for (const other of readBurdens(burdensWithout(extent, index), table.reads)) {
      const reached = count.counts.flatMap(
        (lesions) => places.get(readBurden(withLesions(other, count.place, lesions), table.reads)) ?? [],
      );
      if (differ(reached)) return [count.missing];
    }
    return [];
  });
}
