import { type EventBody, type IsoDate, problem } from '@tumor-board/kernel';
import type { ChangedPart, SitePolicy } from '@tumor-board/knowledge';
import { type CaseHead, caseHead, type Fact, type FactType, fact, faultsOf, type IdentifiedFact, isoDate } from '@tumor-board/oncology';
import { z } from 'zod';
import { DELIBERATION_EVENT_DATA, type DeliberationEvent } from '../deliberation/deliberation-event.js';
import { ERASURE_REASONS, type ErasureReason } from '../patient/patient-event.js';
import { BOARD_EVENT_DATA, type BoardEvent } from './board-event.js';

/** The stream of a case: `case-<uuid>`. */
export const caseStream = (caseId: string): string => `case-${caseId}`;

/** The id of the case whose stream this is, or undefined when it is the stream of something else. */
export const caseIdOf = (streamId: string): string | undefined =>
  streamId.startsWith('case-') ? streamId.slice('case-'.length) : undefined;

/** What a case file says before its facts; the format's name is not part of what happened. */
export type CaseOpenedData = Omit<CaseHead, 'format'>;

/** A case was opened. */
export interface CaseOpened {
  readonly type: 'CaseOpened';
  readonly data: CaseOpenedData;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A fact was recorded: one event type for each type of fact, with the fact's own fields and always its id. */
export type FactRecorded = {
  readonly [Type in FactType]: {
    readonly type: Type;
    readonly data: DistributiveOmit<Extract<Fact, { type: Type }>, 'type' | 'id'> & { readonly id: string };
  };
}[FactType];

/** What made the assessment differ from the last recorded one. */
export const revisionCause = z.strictObject({
  kind: z.enum(['new-fact', 'corrected-fact', 'retracted-fact', 'new-release', 'new-policy']),
  /** Ids of the facts concerned: the new one, and the one it corrects or retracts. */
  facts: z.array(z.string()).readonly(),
});
export type RevisionCause = z.infer<typeof revisionCause>;

/**
 * The assessment differs from the last recorded one. Holds the parts of the headline that changed and what it takes to
 * recompute and check the whole assessment, not the assessment itself.
 */
export interface AssessmentRevised {
  readonly type: 'AssessmentRevised';
  readonly data: {
    readonly cause: RevisionCause;
    /** The day the assessment describes; empty when the case has no facts. */
    readonly asOf: string;
    /** Id of the knowledge release. */
    readonly release: string;
    /** The policy as it was used. */
    readonly policy: SitePolicy;
    readonly changed: readonly ChangedPart[];
    readonly fingerprint: string;
    /** SHA-256 of the canonical JSON of the whole assessment. */
    readonly digest: string;
  };
}

/**
 * What was written about the person was erased: the tombstone. The key of the case is destroyed after it, and nothing
 * about the case may be recorded any more. Who asked for it stands with the event as with every other.
 */
export interface CaseErased {
  readonly type: 'CaseErased';
  readonly data: {
    /** The day of the command. */
    readonly on: IsoDate;
    readonly because: ErasureReason;
  };
}

/** What can happen to a case. */
export type CaseEvent = CaseOpened | FactRecorded | AssessmentRevised | CaseErased | BoardEvent | DeliberationEvent;
export type CaseEventType = CaseEvent['type'];

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });
const { format: _format, ...opened } = caseHead.shape;

/** Data of `CaseOpened`, schema version 1. */
export const caseOpenedData = z.strictObject(opened);

/** Data of `AssessmentRevised`, schema version 1. */
export const assessmentRevisedData = z.strictObject({
  cause: revisionCause,
  asOf: z.string(),
  release: z.string().min(1),
  policy: z.looseObject({ oligometastaticMax: z.literal([3, 4, 5]), upfrontAblationMax: z.number(), cisplatinCrClMin: z.number() }),
  changed: z.array(z.strictObject({ part: z.string().min(1), before: z.string().nullable(), after: z.string().nullable() })),
  fingerprint: sha256Text,
  digest: sha256Text,
});

/** Data of `CaseErased`, schema version 1. */
export const caseErasedData = z.strictObject({ on: isoDate, because: z.enum(ERASURE_REASONS) });

/** The types of facts, each of which is an event type. */
export const FACT_TYPES: readonly FactType[] = fact.options.map((option) => option.shape.type.value);

/** Data of the event of one type of fact, schema version 1: the fact with its id and without its type. */
export const factEventData = (type: FactType) =>
  z.looseObject({ id: z.string().min(1) }).superRefine((data, context) => {
    const parsed = fact.safeParse({ ...data, type });
    if (parsed.success) return;
    for (const issue of parsed.error.issues) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message, input: data });
    }
  });

/** The schema of every event's data by event type. All are at schema version 1. */
export const CASE_EVENT_DATA: ReadonlyMap<string, z.ZodType> = new Map<CaseEventType, z.ZodType>([
  ['CaseOpened', caseOpenedData],
  ['AssessmentRevised', assessmentRevisedData],
  ['CaseErased', caseErasedData],
  ...FACT_TYPES.map((type): [FactType, z.ZodType] => [type, factEventData(type)]),
  ...(Object.entries(BOARD_EVENT_DATA) as [BoardEvent['type'], z.ZodType][]),
  ...(Object.entries(DELIBERATION_EVENT_DATA) as [DeliberationEvent['type'], z.ZodType][]),
]);

/**
 * Checks an event from outside against its schema.
 * @throws Problem `case.invalid-event` with the faults
 */
export function parseCaseEvent(event: EventBody): CaseEvent {
  const schema = CASE_EVENT_DATA.get(event.type);
  if (schema === undefined) throw problem('case.invalid-event', `"${event.type}" is not an event of a case.`, { type: event.type });
  const parsed = schema.safeParse(event.data);
  if (!parsed.success) {
    const faults = faultsOf(parsed.error, ['data']);
    throw problem(
      'case.invalid-event',
      `The event ${event.type} is not as its schema says: ${faults.map((found) => `${found.path}: ${found.message}`).join('; ')}`,
      { type: event.type },
      faults,
    );
  }
  return { type: event.type, data: parsed.data } as CaseEvent;
}

/** The event that records a fact. */
export function factRecorded({ type, ...data }: IdentifiedFact): FactRecorded {
  return { type, data } as FactRecorded;
}

/** The fact that an event records. */
export const factOf = (event: FactRecorded): IdentifiedFact => ({ type: event.type, ...event.data }) as IdentifiedFact;

const FACTS: ReadonlySet<string> = new Set(FACT_TYPES);

/** True for an event that records a fact. */
export const recordsFact = (event: EventBody): event is FactRecorded => FACTS.has(event.type);
