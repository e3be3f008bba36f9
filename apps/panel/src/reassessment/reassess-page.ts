import type { CommandBus } from '@nestjs/cqrs';
import { callsForTheBoard, caseIdOf } from '@tumor-board/board';
import { derivedId, isProblem } from '@tumor-board/kernel';
import type { PageDone } from '@tumor-board/read-side';
import { type CaseCommandResult, ReassessCaseCommand } from '@tumor-board/write-side';

/** Who assesses cases anew, as the log names it. */
const ACTOR = 'reassessment';

/** Why a case is assessed anew: an activation, or an event that was recorded without knowing of it. */
export interface Occasion {
  readonly site: string;
  readonly id: string;
}

/** Assesses a case anew under what is in force. The same occasion gives the same command, so that it is recorded once. */
export const reassess = (commands: CommandBus, { site, id }: Occasion, caseId: string): Promise<CaseCommandResult> =>
  commands.execute(
    new ReassessCaseCommand(caseId, {
      commandId: derivedId('reassess', id, caseId),
      metadata: { site, actor: ACTOR, causationId: id },
      receivedAt: new Date().toISOString(),
    }),
  );

/** Cases at the same time: their appends share commits. */
const AT_ONCE = 16;

/**
 * Assesses the cases of some streams anew. A case that cannot be is named and left, so that it does not keep the
 * others from it.
 * @throws what another attempt may get over: the log is away, or a case that others keep writing to
 */
export async function reassessPage(commands: CommandBus, activation: Occasion, streams: readonly string[]): Promise<PageDone> {
  const waiting = streams.flatMap((stream) => caseIdOf(stream) ?? []);
  const failures: string[] = [];
  let [changed, relist] = [0, 0];
  const workThrough = async () => {
    for (let caseId = waiting.pop(); caseId !== undefined; caseId = waiting.pop()) {
      try {
        const { revisions } = await reassess(commands, activation, caseId);
        const parts = revisions.flatMap((revision) => revision.changed);
        if (parts.length > 0) changed += 1;
        if (callsForTheBoard(parts)) relist += 1;
      } catch (error) {
        if (!isCaseItself(error)) throw error;
        failures.push(`case ${caseId}: ${error.message}`);
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, workThrough));
  const broken = outcomes.find((outcome) => outcome.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  return { done: streams.length, changed, relist, failures };
}

/** True when it is this case that cannot be assessed, and no other attempt will change that. */
const isCaseItself = (error: unknown): error is Error =>
  isProblem(error) && !error.code.startsWith('log.') && error.code !== 'case.version-conflict' && !error.code.startsWith('knowledge.');
