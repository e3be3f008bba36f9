import { DISCIPLINES } from '@tumor-board/knowledge';
import { isoDate, text } from '@tumor-board/oncology';
import { z } from 'zod';

/** Why a panel was asked to deliberate. */
export const DELIBERATION_CAUSES = ['listing', 'request', 're-evaluation'] as const;
export type DeliberationCause = (typeof DELIBERATION_CAUSES)[number];

/** Why a discipline gave no opinion: every attempt failed, or it had not spoken by the deadline. */
export const ABSENCE_REASONS = ['failed', 'deadline'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** What makes a run one of the past: the case or its rules are others, or the panel deliberates again. */
export const SUPERSESSIONS = ['new-fact', 'corrected-fact', 'retracted-fact', 'new-release', 'new-policy', 'repeated'] as const;
export type Supersession = (typeof SUPERSESSIONS)[number];

/** How a claim of a person stands to an option. */
export const CLAIM_STANCES = ['for', 'against', 'concern', 'request'] as const;
/** What a claim of a person weighs; a plain argument when it is not said. */
export const CLAIM_SEVERITIES = ['veto', 'data-gap', 'preference'] as const;

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });
const id = z.uuid();
const texts = (most: number) => z.array(text.max(200)).max(most);

/**
 * An opinion as its author gave it. Only what the rules of the case look at is named here: the form of an opinion belongs
 * to who speaks, is checked before it is recorded, and may grow without a new shape of this event.
 */
export const recordedOpinion = z.looseObject({
  discipline: text.max(100),
  author: z.looseObject({ kind: z.enum(['agent', 'model']) }),
  status: z.literal('given'),
  /** Fingerprint of the assessment that it was given on. */
  fingerprint: sha256Text,
  claims: z.array(z.looseObject({ id: text.max(200) })),
});
export type RecordedOpinion = z.infer<typeof recordedOpinion>;

/** Whom the log names where a language model speaks in a run: no discipline, and never waited for. */
export const MODEL_VOICE = 'language-model';

/**
 * What passed between us and a language model, as the gateway keeps it: only what says whether it answered is named here.
 * Coded data alone was sent, so what came back is kept in clear like the words of the agents.
 */
export const recordedExchange = z.looseObject({ format: text.max(100), model: text.max(200), outcome: text.max(100) });
export type RecordedExchange = z.infer<typeof recordedExchange>;

/** What the ledger found of one claim of a run. */
export const verdict = z.strictObject({
  claim: text.max(200),
  standing: z.enum(['admitted', 'struck']),
  /** Why it was struck. */
  struck: texts(20),
  /** What a reader must know of it. */
  flags: texts(20),
  weight: z.enum(CLAIM_SEVERITIES).nullable(),
});

/** Who speaks for himself or herself beside the agents. */
export const claimAuthor = z.strictObject({
  account: text.max(200),
  name: text.max(200),
  discipline: z.enum(DISCIPLINES),
});
export type ClaimAuthor = z.infer<typeof claimAuthor>;

/** What a person claims. `text`, `option` and `item` are protected: anything can be written there. */
export const claimContent = z.strictObject({
  stance: z.enum(CLAIM_STANCES),
  /** The proposed step's code, the title of an alternative, a blocked option, or `case`. */
  option: text.max(500),
  text: text.max(2_000),
  /** Ids of facts. */
  facts: texts(50),
  rule: text.max(100).optional(),
  /** Ids of entries or sources in the evidence register. */
  evidence: texts(50),
  /** What a request asks for. */
  item: text.max(500).optional(),
  severity: z.enum(CLAIM_SEVERITIES).optional(),
});
export type ClaimContent = z.infer<typeof claimContent>;

/** Data of the events of deliberations in the stream of a case, schema version 1. */
export const DELIBERATION_EVENT_DATA = {
  /** The panel is to deliberate on the case as it is assessed now: everything that it takes to give it the same again. */
  DeliberationRequested: z.strictObject({
    runId: id,
    on: isoDate,
    because: z.enum(DELIBERATION_CAUSES),
    fingerprint: sha256Text,
    asOf: isoDate,
    release: text,
    /** Content hash of the release. */
    releaseHash: sha256Text,
    policy: z.looseObject({ oligometastaticMax: z.literal([3, 4, 5]), upfrontAblationMax: z.number(), cisplatinCrClMin: z.number() }),
    /** Of whatever speaks and weighs in the run. */
    versions: z.looseObject({ agents: z.record(z.string(), text), chair: text }),
    /** Whose opinions are waited for, in the order of the panel. */
    disciplines: z.array(text.max(100)).min(1).max(30),
    /** Who has not spoken by then is absent. */
    deadline: z.iso.datetime(),
  }),
  OpinionRecorded: z.strictObject({ runId: id, opinion: recordedOpinion }),
  DisciplineAbsent: z.strictObject({ runId: id, discipline: text.max(100), reason: z.enum(ABSENCE_REASONS) }),
  /** A language model was asked; what it said, or that it was absent, is recorded with it. */
  ModelConsulted: z.strictObject({ runId: id, exchange: recordedExchange }),
  /** The chair has weighed what the agents said. */
  DeliberationConcluded: z.strictObject({
    runId: id,
    on: isoDate,
    ledger: z.strictObject({ admitted: z.int().min(0), struck: z.int().min(0), verdicts: z.array(verdict) }),
    /** As the chair gave it, for whoever reads the log; its form belongs to the panel. */
    synthesis: z.looseObject({ format: text }),
    /** SHA-256 of the canonical JSON of the whole run. */
    digest: sha256Text,
  }),
  /** What the panel said or was about to say is about a case that is no longer so. */
  DeliberationSuperseded: z.strictObject({ runId: id, on: isoDate, because: z.enum(SUPERSESSIONS) }),
  /** A person entered a claim into the ledger. */
  ClaimMade: z.strictObject({
    claimId: id,
    on: isoDate,
    author: claimAuthor,
    /** Fingerprint of the assessment that it was made on. */
    fingerprint: sha256Text,
    ...claimContent.shape,
  }),
  ClaimWithdrawn: z.strictObject({ claimId: id, on: isoDate }),
} as const;

export type DeliberationEventType = keyof typeof DELIBERATION_EVENT_DATA;

/** What happens to a case besides facts, assessments and the work of the board: the panel's deliberations and people's claims. */
export type DeliberationEvent = {
  readonly [Type in DeliberationEventType]: {
    readonly type: Type;
    readonly data: Readonly<z.infer<(typeof DELIBERATION_EVENT_DATA)[Type]>>;
  };
}[DeliberationEventType];

export const DELIBERATION_EVENT_TYPES = Object.keys(DELIBERATION_EVENT_DATA) as readonly DeliberationEventType[];

const TYPES: ReadonlySet<string> = new Set(DELIBERATION_EVENT_TYPES);

/** True for an event of a deliberation. */
export const isDeliberationEvent = (event: { readonly type: string; readonly data: object }): event is DeliberationEvent =>
  TYPES.has(event.type);

const PEOPLE: ReadonlySet<string> = new Set<DeliberationEventType>(['ClaimMade', 'ClaimWithdrawn']);

/** True for what agents say of a case beside its record: nobody who acts on the case has to have read it first. */
export const isSaidByPanel = (event: { readonly type: string; readonly data: object }): boolean =>
  isDeliberationEvent(event) && !PEOPLE.has(event.type);

/** Protected text of these events: what people wrote. Agents speak of coded facts only, and their words stay in clear. */
export const DELIBERATION_PROTECTED_FIELDS: Partial<Readonly<Record<DeliberationEventType, readonly string[]>>> = {
  ClaimMade: ['text', 'option', 'item'],
};
