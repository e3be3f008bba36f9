import { kindOf } from '../decision/decision-content.js';
import type { AgendaItem } from './meeting-queries.js';

/** The quorum that the proposed step needs, as far as an agenda can tell. */
export interface QuorumFor {
  /** The kinds of decision that the step may be; all of them while no step is proposed. */
  readonly relevant: readonly string[];
  /** Whom these kinds lack. */
  readonly missing: readonly string[];
}

/** Who is missing for the proposed step. Whether a case is presented for the first time is not known here, so both kinds count. */
export function quorumFor(quorum: NonNullable<AgendaItem['quorum']>, step: AgendaItem['nextStep']): QuorumFor {
  const wanted = step === null ? Object.keys(quorum) : [kindOf(step, true), kindOf(step, false)];
  const relevant = Object.keys(quorum).filter((kind) => wanted.includes(kind));
  return { relevant, missing: [...new Set(relevant.flatMap((kind) => quorum[kind]?.missing ?? []))] };
}
