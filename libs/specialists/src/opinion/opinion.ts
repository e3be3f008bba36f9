import { z } from 'zod';
import type { PanelInput } from '../input/panel-input.js';
import { type Author, authorSchema, type Claim, claimOf, claimSchema, type Draft } from './claim.js';
import { OPINION_DISCIPLINES, type OpinionDiscipline, type PanelDiscipline } from './discipline.js';
import { type Need, needsOfCase, requestsFor, type StatedNeed } from './need.js';

/** What one discipline says of a case. An absent one is shown as absent: it has no claims, and nothing is made up for it. */
export interface Opinion {
  readonly discipline: OpinionDiscipline;
  readonly author: Author;
  readonly status: 'given' | 'absent';
  /** Fingerprint of the assessment that it was given on; none for an absent one. */
  readonly fingerprint?: string;
  /** What the discipline needs of this case. */
  readonly needs: readonly StatedNeed[];
  /** Items of the needs that nothing on record settles. */
  readonly missing: readonly string[];
  readonly claims: readonly Claim[];
}

/** An agent: its version, what it needs, and the pure function that speaks for its discipline. */
export interface Agent {
  readonly discipline: PanelDiscipline;
  /** Raised whenever what it says may change for the same case. */
  readonly version: string;
  readonly needs: readonly Need[];
  /** `heard`: the first opinions, for the red team alone. */
  readonly argue: (input: PanelInput, heard: readonly Opinion[]) => readonly Draft[];
}

const statedNeed = z.strictObject({ item: z.string().min(1), why: z.string().min(1), owner: z.string().min(1) });

/** The form of an opinion, as it is stored. */
export const opinionSchema = z.strictObject({
  discipline: z.enum(OPINION_DISCIPLINES as [OpinionDiscipline, ...OpinionDiscipline[]]),
  author: authorSchema,
  status: z.enum(['given', 'absent']),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
  needs: z.array(statedNeed),
  missing: z.array(z.string().min(1)),
  claims: z.array(claimSchema),
}) satisfies z.ZodType<Opinion>;

/** The opinion of an agent on a case: its arguments, then a request for each item that it needs and that is missing. */
export function opine(agent: Agent, input: PanelInput, heard: readonly Opinion[] = []): Opinion {
  const { discipline, version } = agent;
  const author: Author = { kind: 'agent', version };
  const ofCase = needsOfCase(agent.needs, input);
  const drafts = [...agent.argue(input, heard), ...requestsFor(ofCase, discipline)];
  const claims = new Map(drafts.map((draft) => claimOf(author, discipline, draft)).map((claim) => [claim.id, claim]));
  return {
    discipline,
    author,
    status: 'given',
    fingerprint: input.assessment.fingerprint,
    needs: ofCase.needs,
    missing: ofCase.missing.map(({ item }) => item),
    claims: [...claims.values()],
  };
}

/** The opinion of an agent that did not answer. */
export const absentOpinion = ({ discipline, version }: Pick<Agent, 'discipline' | 'version'>): Opinion => ({
  discipline,
  author: { kind: 'agent', version },
  status: 'absent',
  needs: [],
  missing: [],
  claims: [],
});
