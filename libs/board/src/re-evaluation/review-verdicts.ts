import type { TriggerKind } from '../case/board-event.js';
import { inputOf, type RecordedChange, type ReEvaluation, type Verdict } from './re-evaluation.js';
import { REVIEW_RULES } from './review-rules.js';

/** For each fact of a command, which rule brings the decided case back to the board, or why none does. */
export function reviewVerdicts(recorded: readonly RecordedChange[], reading: ReEvaluation): readonly Verdict[] {
  return recorded.map((change): Verdict => {
    const { id } = change.fact;
    const input = inputOf(change, reading);
    if (input === undefined) return { kind: 'ignore', fact: id, reason: 'a death closes the case' };
    const rule = REVIEW_RULES.find(({ fires }) => fires(input, reading));
    if (rule !== undefined) return { kind: 'review', fact: id, rule: rule.id, trigger: rule.trigger };
    return {
      kind: 'ignore',
      fact: id,
      reason:
        input.news.length === 0
          ? 'it changes nothing that the decision rests on'
          : `it changes only ${input.news.map(({ part }) => part).join(', ')}, which takes its course without the board`,
    };
  });
}

/** The kinds of trigger among the verdicts, each once, with the facts behind it. */
export function triggersOf(verdicts: readonly Verdict[]): ReadonlyMap<TriggerKind, readonly string[]> {
  const triggers = new Map<TriggerKind, string[]>();
  for (const verdict of verdicts) {
    if (verdict.kind === 'ignore') continue;
    const facts = triggers.get(verdict.trigger);
    if (facts === undefined) triggers.set(verdict.trigger, [verdict.fact]);
    else facts.push(verdict.fact);
  }
  return triggers;
}
