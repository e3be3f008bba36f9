import { type AssessmentRevised, afterRevision, caseIdOf, type InForceSince } from '@tumor-board/board';
import { type Subscription, type SubscriptionOptions, subscribe } from '@tumor-board/event-store';
import { type JobQueue, type JobRequest, request } from '@tumor-board/job-queue';
import type { RecordedEvent } from '@tumor-board/kernel';
import { beginningOf, type KnowledgeInForce, today } from '@tumor-board/write-side';
import { reassessCase } from './jobs.js';
import { activationOf, type Reassessment } from './reassessment.js';

/** What the workflow follows the log with. */
export interface FollowOptions extends Pick<SubscriptionOptions<unknown>, 'pool' | 'onError' | 'idlePollMs'> {
  readonly reassessment: Reassessment;
  readonly queue: JobQueue;
  readonly inForce: KnowledgeInForce;
}

/**
 * The workflow of re-assessment: an activation asks for all cases of its site, and a case that was assessed under
 * something else after that for itself. Any number of processes may follow; they share the partitions.
 */
export const followReassessment = ({ reassessment, queue, inForce, ...options }: FollowOptions): Subscription =>
  subscribe({
    ...options,
    name: 'reassessment',
    categories: ['knowledge', 'case'],
    // Nothing is written in the transaction of the checkpoint: whatever is noted or asked for twice is one and the same.
    async handle(events) {
      const activations = events.filter(({ streamId }) => !streamId.startsWith('case-')).flatMap((event) => activationOf(event) ?? []);
      if (activations.length > 0) {
        await reassessment.progress.note(activations);
        await reassessment.refill();
      }
      const revisions = events.filter(({ type, streamId }) => type === 'AssessmentRevised' && streamId.startsWith('case-'));
      await queue.add(...(await stragglers(revisions, reassessment, inForce)));
    },
  });

/** The cases that whoever recorded them assessed under something that was no longer in force. */
async function stragglers(
  revisions: readonly RecordedEvent[],
  reassessment: Reassessment,
  inForce: KnowledgeInForce,
): Promise<JobRequest[]> {
  const requests: JobRequest[] = [];
  for (const site of new Set(revisions.map(({ metadata }) => metadata.site))) {
    const ofSite = revisions.filter(({ metadata }) => metadata.site === site);
    // What was in force a second ago tells apart almost all; only where it differs it is read anew.
    const believed = await inForceSince(reassessment, (day) => inForce.on(site, day));
    if (ofSite.every((event) => isDone(event, believed))) continue;
    const now = await inForceSince(reassessment, (day) => inForce.readOn(site, day));
    for (const event of ofSite) {
      const caseId = caseIdOf(event.streamId);
      if (caseId === undefined || isDone(event, now)) continue;
      requests.push(request(reassessCase, `reassess.case ${event.eventId}`, { site, caseId, event: event.eventId }));
    }
  }
  return requests;
}

const isDone = (event: RecordedEvent, inForce: InForceSince | undefined): boolean =>
  inForce === undefined || afterRevision(event.data as unknown as AssessmentRevised['data'], event.recordedAt, inForce).kind === 'ignore';

/** An append may be stamped a moment before it is ordered. */
const SLACK_MS = 1_000;

/**
 * What is in force, and since when: the day of a change or the moment at which it was decided, whichever is later.
 * Undefined at a site that has decided nothing, of which nobody can have missed anything.
 */
async function inForceSince(
  { progress }: Reassessment,
  inForceOn: (day: string) => ReturnType<KnowledgeInForce['on']>,
): Promise<InForceSince | undefined> {
  const { inForce } = await inForceOn(today());
  const changes = [inForce.releaseBy, inForce.policyBy].flatMap((change) => change ?? []);
  if (changes.length === 0) return undefined;
  const decided = await progress.activatedAt(changes.map(({ reportId }) => reportId));
  const moments = changes.map(({ reportId, effectiveFrom }) =>
    Math.max(beginningOf(effectiveFrom), Date.parse(decided.get(reportId) ?? effectiveFrom)),
  );
  return { release: inForce.release, policy: inForce.policy, since: new Date(Math.max(...moments) - SLACK_MS).toISOString() };
}
