import {
  assessmentRevisedData,
  BOARD_EVENT_DATA,
  type CaseEvent,
  describeFact,
  FACT_TYPES,
  type FactRecorded,
  factOf,
  recordsFact,
} from '@tumor-board/board';
import { assessmentSchema } from '@tumor-board/knowledge';
import { isoDate } from '@tumor-board/oncology';
import type { ConsideredCase } from '@tumor-board/write-side';
import { z } from 'zod';

const changed = assessmentRevisedData.shape.changed;
const { reason, dueBy, trigger } = BOARD_EVENT_DATA.CaseListed.shape;

/** One fact that would be recorded, and the parts of the assessment that it would change. */
const previewedFact = z.strictObject({
  /** The id that it brings or would be given. */
  fact: z.string(),
  type: z.enum(FACT_TYPES),
  on: isoDate,
  knownOn: isoDate.nullable(),
  what: z.string(),
  changed,
});

/** What recording would lead to. Nothing has been recorded, and the case may move on before it is. */
export const previewAnswer = z.strictObject({
  /** The id of the case; it follows from the reference where the case is not open yet. */
  id: z.uuid(),
  /** The version of the case as it is, for `If-Match`; 0 when it is not open yet. */
  version: z.int(),
  /** True when the case would be opened. */
  opens: z.boolean(),
  /** The facts that would be recorded, in order; those that are recorded already are left out. */
  facts: z.array(previewedFact),
  /** What rules that came into force since the last assessment would change first; null when none did. */
  rules: changed.nullable(),
  /** For what the case would be put into the queue. */
  listings: z.array(z.strictObject({ reason, dueBy, trigger })),
  /** Decisions that would be marked for review. */
  reviews: z.array(z.strictObject({ decisionId: z.uuid(), trigger })),
  /** The assessment that would stand. */
  assessment: assessmentSchema,
});

export type Preview = z.infer<typeof previewAnswer>;

/** The preview of what a command would lead to. */
export function toPreview({ caseId, version, events, assessment }: ConsideredCase) {
  return {
    id: caseId,
    version,
    opens: events.some(({ type }) => type === 'CaseOpened'),
    facts: events.flatMap((event, index) => (recordsFact(event) ? [previewed(event, events[index + 1])] : [])),
    rules: rulesOf(events),
    listings: events.flatMap(({ type, data }) =>
      type === 'CaseListed' ? [{ reason: data.reason, dueBy: data.dueBy, trigger: data.trigger }] : [],
    ),
    reviews: events.flatMap(({ type, data }) =>
      type === 'DecisionNeedsReview' ? [{ decisionId: data.decisionId, trigger: data.trigger }] : [],
    ),
    assessment,
  };
}

function previewed(event: FactRecorded, next: CaseEvent | undefined) {
  const fact = factOf(event);
  return {
    fact: fact.id,
    type: fact.type,
    on: fact.on,
    knownOn: fact.knownOn ?? null,
    what: describeFact(fact),
    // A fact that changes the headline is followed at once by the revision that it caused.
    changed: next?.type === 'AssessmentRevised' ? next.data.changed : [],
  };
}

function rulesOf(events: readonly CaseEvent[]) {
  const first = events.find(({ type }) => type !== 'CaseOpened');
  return first?.type === 'AssessmentRevised' ? first.data.changed : null;
}
