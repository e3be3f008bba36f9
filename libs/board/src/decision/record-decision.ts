import { canonicalJson, type Problem, problem } from '@tumor-board/kernel';
import { changedParts, headlineOf } from '@tumor-board/knowledge';
import type { RecordDecision } from '../case/board-command.js';
import type { BoardEvent } from '../case/board-event.js';
import { decisionOf, isFirstPresentation, standingOf } from '../case/board-state.js';
import { type Course, noted } from '../case/course.js';
import type { BoardSituation } from '../case/decide-board.js';
import { invalid, refuseAfterDeath } from '../case/refusals.js';
import { type ListingWish, listingFor, reasonAgain, stepOf } from '../queue/listing.js';
import { rankOf } from '../queue/queue-reason.js';
import { openReferralWish } from '../queue/referral-wish.js';
import { basisHashOf, basisOf, contentHashOf } from './basis.js';
import { contentFaults } from './content-faults.js';
import { type DecisionBasis, decisionContent } from './decision-content.js';
import { signatureFaults } from './signature-faults.js';

/**
 * Records a decision on exactly what was shown. It supersedes the one that stands, answers the open referrals and ends
 * the listing; without a quorum it is provisional, the referrals stay open and the case is listed again, for them too.
 * @throws Problem `decision.id-taken`, `decision.stale` with what changed, `decision.invalid`, `decision.signature-invalid`
 * with the faults by path, `case.patient-died`
 */
export function recordDecision(situation: BoardSituation, so: Course, command: RecordDecision): Course {
  const { state, assessment, knowledge, today } = situation;
  const { decisionId, basisHash, quorum, signature, meetingId, itemId } = command;
  const same = decisionOf(state.board, decisionId);
  if (same !== undefined) {
    if (same.basisHash === basisHash && canonicalJson(same.content) === canonicalJson(command.content)) return so;
    throw problem('decision.id-taken', 'The decision id belongs to another decision on this case.', { decisionId });
  }
  refuseAfterDeath(state);
  const basis = basisOf(state, assessment);
  if (basisHashOf(basis) !== basisHash) throw stale(basis, command);

  const content = decisionContent.safeParse(command.content);
  const faults = contentFaults(content, { basis, quorum, meetingId, today, first: isFirstPresentation(state.board) });
  if (faults.length > 0 || !content.success) throw invalid('decision.invalid', 'The decision cannot be recorded', faults);
  const wrong = signatureFaults(signature, content.data, 'first');
  if (wrong.length > 0) throw invalid('decision.signature-invalid', 'The decision cannot be signed like this', wrong);

  const provisional = quorum.state === 'not-met';
  const supersedes = standingOf(state.board)?.decisionId;
  const recorded: BoardEvent = {
    type: 'DecisionRecorded',
    data: {
      decisionId,
      on: today,
      ...(meetingId === undefined ? {} : { meetingId }),
      ...(itemId === undefined ? {} : { itemId }),
      content: content.data,
      basis,
      basisHash,
      contentHash: contentHashOf(decisionId, content.data, basisHash),
      quorum,
      provisional,
      ...(supersedes === undefined ? {} : { supersedes }),
      signature,
    },
  };
  const after = noted(so, [recorded]);
  if (!provisional) return after;
  const step = stepOf(basis.headline);
  const wish: ListingWish = {
    reason: step === undefined ? 'routine' : reasonAgain(step),
    trigger: { kind: 'no-quorum', facts: [], changed: [] },
    waiting: 'result',
    decisionId,
  };
  const asked = openReferralWish(after.state, basis.headline);
  const urgent = asked !== undefined && rankOf(asked.reason) < rankOf(wish.reason) ? asked : wish;
  return noted(after, listingFor(after.state.board, urgent, today, knowledge.policy));
}

/** What differs is only told to whoever also sends the basis that they saw; its hash alone does not say it. */
function stale(now: DecisionBasis, { basisHash, shown }: RecordDecision): Problem {
  const expected = basisHashOf(now);
  const seen = shown !== undefined && basisHashOf(shown) === basisHash ? shown : undefined;
  const changed = seen === undefined ? null : changedParts(seen.headline, now.headline);
  const other = seen === undefined ? null : otherThanHeadline(seen, now);
  const named = [...(changed ?? []).map(({ part }) => part), ...(other ?? [])];
  return problem(
    'decision.stale',
    `The case has changed since it was shown${named.length === 0 ? '' : ` (${named.join(', ')})`}: look at it again before signing.`,
    { expected, actual: basisHash, version: now.version, fingerprint: now.fingerprint, changed, other },
    [{ path: 'basisHash', message: `expected the hash of what is known now, ${expected}` }],
  );
}

const otherThanHeadline = (seen: DecisionBasis, now: DecisionBasis): string[] =>
  (Object.keys(now) as (keyof DecisionBasis)[]).filter(
    (field) => field !== 'headline' && field !== 'digest' && canonicalJson({ of: seen[field] }) !== canonicalJson({ of: now[field] }),
  );

/** The parts of the headline in which what is known now differs from what was decided on. */
export const changedSince = (basis: DecisionBasis, assessment: BoardSituation['assessment']) =>
  changedParts(basis.headline, headlineOf(assessment));
