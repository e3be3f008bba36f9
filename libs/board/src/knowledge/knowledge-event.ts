import { derivedId, type EventBody, problem } from '@tumor-board/kernel';
import type { SitePolicy } from '@tumor-board/knowledge';
import { faultsOf, isoDate } from '@tumor-board/oncology';
import { z } from 'zod';

/** The stream of what is in force at a site: `knowledge-<uuid>`, one a site. */
export const knowledgeStream = (site: string): string => `knowledge-${derivedId('knowledge', site)}`;

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });
const policyData = z.custom<SitePolicy>(
  (value) =>
    z
      .looseObject({ oligometastaticMax: z.literal([3, 4, 5]), upfrontAblationMax: z.number(), cisplatinCrClMin: z.number() })
      .safeParse(value).success,
  { error: 'expected a site policy' },
);
const reportId = z.uuid();
const count = z.int().nonnegative();

/** How many cases a change would reach, as its report counted them. */
export const impactSummary = z.strictObject({
  /** Open cases that were assessed both ways. */
  cases: count,
  /** Those whose assessment says something else. */
  changed: count,
  /** Those that the board would have to look at again. */
  relist: count,
});
export type ImpactSummary = z.infer<typeof impactSummary>;

/** Data of `ImpactReported`, schema version 1. */
export const impactReportedData = z.strictObject({
  reportId,
  /** What would be in force: another release or another policy, and the content of the release either way. */
  candidate: z.strictObject({
    release: z.string().min(1).optional(),
    /** Content hash of the release that would be in force. */
    contentHash: sha256Text,
    policy: policyData.optional(),
  }),
  /** What was in force when the report was made. */
  against: z.strictObject({ release: z.string().min(1), policyVersion: count }),
  summary: impactSummary,
  /** SHA-256 of the canonical JSON of the whole report. */
  digest: sha256Text,
});

/** Data of `ImpactSigned`, schema version 1. */
export const impactSignedData = z.strictObject({
  reportId,
  /** The digest of the report that was signed. */
  digest: sha256Text,
  /** What the signature stands for, in the signer's words. */
  meaning: z.string().min(1),
  signer: z.string().min(1),
});

/** Data of `ReleaseActivated`, schema version 1. */
export const releaseActivatedData = z.strictObject({
  release: z.string().min(1),
  contentHash: sha256Text,
  reportId,
  /** The day from which cases are assessed under it. */
  effectiveFrom: isoDate,
});

/** Data of `PolicyChanged`, schema version 1. */
export const policyChangedData = z.strictObject({
  /** 1 for the first policy that a site decided on. */
  version: z.int().positive(),
  policy: policyData,
  /** The day from which cases are assessed under it. */
  effectiveFrom: isoDate,
  reportId,
});

/** What a change would do to every open case was reported. */
export interface ImpactReported {
  readonly type: 'ImpactReported';
  readonly data: z.infer<typeof impactReportedData>;
}

/** Somebody answers for having read a report. */
export interface ImpactSigned {
  readonly type: 'ImpactSigned';
  readonly data: z.infer<typeof impactSignedData>;
}

/** A knowledge release comes into force at the site. */
export interface ReleaseActivated {
  readonly type: 'ReleaseActivated';
  readonly data: z.infer<typeof releaseActivatedData>;
}

/** A site policy comes into force. */
export interface PolicyChanged {
  readonly type: 'PolicyChanged';
  readonly data: z.infer<typeof policyChangedData>;
}

/** What can happen to the knowledge and the policy of a site. */
export type KnowledgeEvent = ImpactReported | ImpactSigned | ReleaseActivated | PolicyChanged;

/** The schema of every event's data by event type. All are at schema version 1. */
export const KNOWLEDGE_EVENT_DATA: ReadonlyMap<string, z.ZodType> = new Map<KnowledgeEvent['type'], z.ZodType>([
  ['ImpactReported', impactReportedData],
  ['ImpactSigned', impactSignedData],
  ['ReleaseActivated', releaseActivatedData],
  ['PolicyChanged', policyChangedData],
]);

/**
 * Checks an event from outside against its schema.
 * @throws Problem `knowledge.invalid-event` with the faults
 */
export function parseKnowledgeEvent(event: EventBody): KnowledgeEvent {
  const schema = KNOWLEDGE_EVENT_DATA.get(event.type);
  if (schema === undefined)
    throw problem('knowledge.invalid-event', `"${event.type}" is not an event of a site's knowledge.`, { type: event.type });
  const parsed = schema.safeParse(event.data);
  if (!parsed.success) {
    const faults = faultsOf(parsed.error, ['data']);
    throw problem(
      'knowledge.invalid-event',
      `The event ${event.type} is not as its schema says: ${faults.map((found) => `${found.path}: ${found.message}`).join('; ')}`,
      { type: event.type },
      faults,
    );
  }
  return { type: event.type, data: parsed.data } as KnowledgeEvent;
}
