import type { Assessment, ChangedPart, Headline } from '@tumor-board/knowledge';
import type { ClinicalFact, IdentifiedFact } from '@tumor-board/oncology';
import type { TriggerKind } from '../case/board-event.js';
import type { BoardDecision } from '../case/board-state.js';
import type { FactLog } from '../case/fact-log.js';

/** A case at one moment, as far as re-evaluation looks at it. */
export interface CaseMoment {
  readonly facts: FactLog;
  readonly headline: Headline;
}

/** A fact that a command recorded, with the parts of the headline that changed with it. */
export interface RecordedChange {
  readonly fact: IdentifiedFact;
  readonly changed: readonly ChangedPart[];
}

/** What a rule looks at: a decision, the case before a command and after it. */
export interface ReEvaluation {
  readonly decision: BoardDecision;
  readonly before: CaseMoment;
  readonly after: CaseMoment;
  /** The assessment that stands after the command. */
  readonly assessment: Assessment;
}

/** One recorded fact as the rules see it. */
export interface Input {
  readonly id: string;
  /** What was recorded, or what stands in its place; of a retraction, what was taken back. */
  readonly fact: ClinicalFact;
  /** `new`: recorded for the first time. The others: a correction or retraction of an earlier one. */
  readonly kind: 'new' | 'corrected' | 'retracted';
  /** True when it changes a fact that was on record when the board decided, or takes a death back. */
  readonly knownAtDecision: boolean;
  /** The parts that changed with it and differ now both from before the command and from what was decided on. */
  readonly news: readonly ChangedPart[];
}

/** A rule of re-evaluation: which input brings a decided case back to the board. */
export interface ReviewRule {
  /** `R01`, in the order in which they are tried. */
  readonly id: string;
  readonly trigger: TriggerKind;
  readonly words: string;
  /** `product rule`, with what it follows. */
  readonly source: string;
  readonly verified: boolean;
  readonly fires: (input: Input, reading: ReEvaluation) => boolean;
}

/** What became of one input. */
export type Verdict =
  | { readonly kind: 'review'; readonly fact: string; readonly rule: string; readonly trigger: TriggerKind }
  | { readonly kind: 'ignore'; readonly fact: string; readonly reason: string };

/** The input that a recorded fact is; undefined for a death, which closes a case instead of bringing it back. */
export function inputOf({ fact, changed }: RecordedChange, { decision, before, after }: ReEvaluation): Input | undefined {
  const news = changed.filter(
    ({ part }) => after.headline[part] !== before.headline[part] && after.headline[part] !== decision.basis.headline[part],
  );
  if (fact.type !== 'FactCorrected' && fact.type !== 'FactRetracted') {
    return fact.type === 'DeathRecorded' ? undefined : { id: fact.id, fact, kind: 'new', knownAtDecision: false, news };
  }
  const target = fact.type === 'FactCorrected' ? fact.corrects : fact.retracts;
  const found = after.facts.get(target);
  // `identify` has seen to it that a correction names an earlier clinical fact.
  if (found === undefined || found.type === 'FactCorrected' || found.type === 'FactRetracted') return undefined;
  const place = after.facts.placeOf(target);
  const knownAtDecision =
    (place !== undefined && place < decision.factsKnown) || (fact.type === 'FactRetracted' && found.type === 'DeathRecorded');
  return fact.type === 'FactCorrected'
    ? { id: fact.id, fact: fact.replacement, kind: 'corrected', knownAtDecision, news }
    : { id: fact.id, fact: found, kind: 'retracted', knownAtDecision, news };
}
