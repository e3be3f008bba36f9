import { z } from 'zod';
import { OPINION_DISCIPLINES, type OpinionDiscipline, PANEL, type PanelDiscipline } from '../opinion/discipline.js';

/** A sentence of the chair. It points at the claims that it comes from; one without a claim cannot be made. */
export interface Statement {
  readonly text: string;
  readonly claims: readonly [string, ...string[]];
}

/** What somebody said, word for word. */
export interface Voice {
  readonly claim: string;
  readonly discipline: OpinionDiscipline;
  readonly author: 'agent' | 'person' | 'model';
  readonly text: string;
}

/** Where an option stands: a veto outranks a data gap, which outranks argument. Never a count of voices. */
export type Position = 'vetoed' | 'waits-for-data' | 'dissent' | 'supported' | 'opposed' | 'questioned' | 'silent';
export const POSITIONS = ['vetoed', 'waits-for-data', 'dissent', 'supported', 'opposed', 'questioned', 'silent'] as const;

/** One option with everything that stands for and against it. */
export interface WeighedOption {
  readonly option: string;
  readonly kind: 'proposed' | 'alternative' | 'blocked' | 'case';
  readonly title: string;
  readonly position: Position;
  readonly for: readonly Voice[];
  readonly against: readonly Voice[];
  readonly concerns: readonly Voice[];
  /** What the red team holds against the citations of other claims. */
  readonly challenges: readonly Voice[];
  /** Null for an option that nobody spoke of. */
  readonly statement: Statement | null;
}

/** The words on both sides of an option on which the disciplines part. */
export interface Dissent {
  readonly option: string;
  readonly for: readonly Voice[];
  readonly against: readonly Voice[];
}

/** What the chair makes of a ledger: an order of what was said, not a decision. */
export interface Synthesis {
  readonly format: 'tumor-board-synthesis/1';
  readonly vetoes: readonly Statement[];
  readonly dataGaps: readonly Statement[];
  readonly options: readonly WeighedOption[];
  readonly dissent: readonly Dissent[];
  readonly openQuestions: readonly Statement[];
  /** Disciplines of the panel that gave no opinion. */
  readonly absent: readonly PanelDiscipline[];
}

const discipline = z.enum(OPINION_DISCIPLINES as [OpinionDiscipline, ...OpinionDiscipline[]]);
const statement = z.strictObject({ text: z.string().min(1), claims: z.tuple([z.string().min(1)], z.string().min(1)) });
const voice = z.strictObject({
  claim: z.string().min(1),
  discipline,
  author: z.enum(['agent', 'person', 'model']),
  text: z.string().min(1),
});
const voices = z.array(voice);

/** The form of a synthesis, as it is stored. */
export const synthesisSchema = z.strictObject({
  format: z.literal('tumor-board-synthesis/1'),
  vetoes: z.array(statement),
  dataGaps: z.array(statement),
  options: z.array(
    z.strictObject({
      option: z.string().min(1),
      kind: z.enum(['proposed', 'alternative', 'blocked', 'case']),
      title: z.string().min(1),
      position: z.enum(POSITIONS),
      for: voices,
      against: voices,
      concerns: voices,
      challenges: voices,
      statement: statement.nullable(),
    }),
  ),
  dissent: z.array(z.strictObject({ option: z.string().min(1), for: voices, against: voices })),
  openQuestions: z.array(statement),
  absent: z.array(z.enum(PANEL)),
}) satisfies z.ZodType<Synthesis>;
