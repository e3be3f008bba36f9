import { digestOf } from '@tumor-board/kernel';
import { z } from 'zod';
import { OPINION_DISCIPLINES, type OpinionDiscipline } from './discipline.js';

export const STANCES = ['for', 'against', 'concern', 'request'] as const;
export type Stance = (typeof STANCES)[number];

/** What a claim weighs, heaviest first. A claim without one is a plain argument. */
export const SEVERITIES = ['veto', 'data-gap', 'preference'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The option of a claim that is about the case as a whole. */
export const WHOLE_CASE = 'case';

/** Who says it. Only an agent or a person may veto; a model may only raise concerns and ask. */
export type Author =
  | { readonly kind: 'agent'; readonly version: string }
  | { readonly kind: 'person'; readonly account: string }
  | { readonly kind: 'model'; readonly model: string; readonly promptVersion: string };

/** One statement about one option of the next step, with what it rests on. */
export interface Claim {
  /** Derived from author and content, so that the same claim has the same id in every run. */
  readonly id: string;
  readonly discipline: OpinionDiscipline;
  readonly stance: Stance;
  /** The proposed step's code, the title of an alternative, a blocked option, or `case`. */
  readonly option: string;
  readonly text: string;
  /** Ids of facts. */
  readonly facts: readonly string[];
  readonly rule?: string;
  /** Ids of entries or sources in the evidence register. */
  readonly evidence: readonly string[];
  /** What a request asks for. */
  readonly item?: string;
  /** Ids of the claims that a challenge is about. */
  readonly answers?: readonly string[];
  readonly severity?: Severity;
}

/** What an author writes; the id and the discipline follow. */
export type Draft = Omit<Claim, 'id' | 'discipline'>;

const texts = z.array(z.string().min(1));

export const authorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), version: z.string().min(1) }),
  z.strictObject({ kind: z.literal('person'), account: z.string().min(1) }),
  z.strictObject({ kind: z.literal('model'), model: z.string().min(1), promptVersion: z.string().min(1) }),
]) satisfies z.ZodType<Author>;

/** The form of a claim, as it is stored. */
export const claimSchema = z.strictObject({
  id: z.string().min(1),
  discipline: z.enum(OPINION_DISCIPLINES as [OpinionDiscipline, ...OpinionDiscipline[]]),
  stance: z.enum(STANCES),
  option: z.string().min(1),
  text: z.string().trim().min(1).max(2_000),
  facts: texts,
  rule: z.string().min(1).exactOptional(),
  evidence: texts,
  item: z.string().min(1).exactOptional(),
  answers: texts.exactOptional(),
  severity: z.enum(SEVERITIES).exactOptional(),
}) satisfies z.ZodType<Claim>;

/** Who an author is whatever the version: a claim that a newer version repeats is the same claim. */
const identityOf = (author: Author): string => {
  switch (author.kind) {
    case 'agent':
      return 'agent';
    case 'person':
      return `person ${author.account}`;
    case 'model':
      return `model ${author.model}`;
  }
};

/** The id of a claim: its discipline and 16 digits of the hash of author and content. */
export function claimId(author: Author, discipline: OpinionDiscipline, draft: Draft): string {
  const { stance, option, text, facts, rule, evidence, item, answers, severity } = draft;
  const content = { by: identityOf(author), discipline, stance, option, text, facts, rule, evidence, item, answers, severity };
  return `${discipline}/${digestOf(content).slice(0, 16)}`;
}

/** The claim that a draft makes. */
export const claimOf = (author: Author, discipline: OpinionDiscipline, draft: Draft): Claim => ({
  id: claimId(author, discipline, draft),
  discipline,
  ...draft,
});
