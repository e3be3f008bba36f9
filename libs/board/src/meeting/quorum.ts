import type { DecisionKind, Discipline, SitePolicy } from '@tumor-board/knowledge';
import type { QuorumResult } from '../decision/decision-content.js';
import type { Attendee } from './meeting-state.js';

/** Where a rule comes from, and whether its source was verified. */
export interface RuleSource {
  readonly by: 'site-policy' | 'product-rule';
  readonly text: string;
  readonly verified: boolean;
}

/** Who must be there for a decision to be more than provisional. */
export interface Quorum {
  readonly kind: DecisionKind;
  /** Each must be filled by a person of its own; of several disciplines any one will do. */
  readonly seats: readonly (readonly Discipline[])[];
  /** Somebody has to chair, who may also fill a seat. */
  readonly chair: true;
  readonly source: RuleSource;
}

/** Product rule after what head and neck boards require; no source gives a quorum for this board. */
const SUGGESTED: RuleSource = {
  by: 'product-rule',
  text: 'Product rule: core roles of head and neck boards as quorum, with those whom the decision itself needs. Opinion, not taken from a study.',
  verified: false,
};

const SEATS_OF_ANY: readonly (readonly Discipline[])[] = [['radiation-oncology'], ['medical-oncology'], ['radiology']];

const SUGGESTED_SEATS: Readonly<Record<DecisionKind, readonly (readonly Discipline[])[]>> = {
  any: SEATS_OF_ANY,
  'first-presentation': [...SEATS_OF_ANY, ['pathology']],
  'local-therapy': [...SEATS_OF_ANY, ['interventional-radiology', 'surgery']],
};

/**
 * The quorum for a kind of decision: what the site decided, else the product's suggestion. A site's list names
 * disciplines; a chair is needed either way.
 */
export function quorumFor(kind: DecisionKind, { quorum }: Pick<SitePolicy, 'quorum'> = {}): Quorum {
  const own = quorum?.[kind];
  if (own === undefined) return { kind, seats: SUGGESTED_SEATS[kind], chair: true, source: SUGGESTED };
  const source = { by: 'site-policy', text: 'Policy of the site.', verified: true } as const;
  return { kind, seats: own.map((discipline) => [discipline]), chair: true, source };
}

/** Who counts towards a quorum. */
export type Voice = Pick<Attendee, 'disciplines' | 'chairs' | 'conflicts'>;

/** The name of a seat as results tell it: `interventional-radiology or surgery`. */
export const seatName = (seat: readonly Discipline[]): string => seat.join(' or ');

/**
 * Whether those present make the quorum for a decision of this kind about this case. One person fills one seat, the
 * chair's place apart; who has a conflict of interest in the case fills none. Outside a meeting there is nothing to count.
 */
export function quorumOf(
  present: readonly Voice[] | 'not-in-a-meeting',
  caseId: string,
  kind: DecisionKind,
  policy: Pick<SitePolicy, 'quorum'> = {},
): QuorumResult {
  const { seats } = quorumFor(kind, policy);
  const required = ['chair', ...seats.map(seatName)];
  if (present === 'not-in-a-meeting') return { state: 'not-in-a-meeting', required, present: [], missing: [] };
  const voices = present.filter(({ conflicts }) => !conflicts.includes(caseId));
  const filled = filledSeats(seats, voices);
  const there = [
    ...(voices.some(({ chairs }) => chairs) ? ['chair'] : []),
    ...seats.filter((_seat, index) => filled.has(index)).map(seatName),
  ];
  const missing = required.filter((name) => !there.includes(name));
  return { state: missing.length === 0 ? 'met' : 'not-met', required, present: there, missing };
}

/** As many seats as these people can fill, each a seat of their own: earlier seats first. */
function filledSeats(seats: readonly (readonly Discipline[])[], voices: readonly Voice[]): ReadonlySet<number> {
  const seatOf = new Map<number, number>();
  const place = (seat: number, asked: Set<number>): boolean => {
    for (const [index, { disciplines }] of voices.entries()) {
      if (asked.has(index) || !disciplines.some((discipline) => seats[seat]?.includes(discipline))) continue;
      asked.add(index);
      const taken = seatOf.get(index);
      if (taken === undefined || place(taken, asked)) {
        seatOf.set(index, seat);
        return true;
      }
    }
    return false;
  };
  for (const seat of seats.keys()) place(seat, new Set());
  return new Set(seatOf.values());
}
