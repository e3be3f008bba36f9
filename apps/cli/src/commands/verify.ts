import { caseIdOf, verifyAssessments } from '@tumor-board/board';
import { readSettings } from '@tumor-board/config';
import { currentHorizon, scanStreams, verifyAll } from '@tumor-board/event-store';
import type { RecordedEvent } from '@tumor-board/kernel';
import { failureLine } from '@tumor-board/observability';
import { type Pool, withDatabase } from '../database.js';
import { type Terminal, writeLine } from '../terminal.js';

const FAULTS_AT_MOST = 1_000;

/** Checks the hash chain of every stream, and that every recorded assessment comes out of its facts again. */
export async function verify(terminal: Terminal): Promise<number> {
  const settings = readSettings(process.env);
  return await withDatabase({ settings, mayBeNew: false }, (pool) => verifyLog(pool, terminal));
}

/** {@link verify} over an open database. */
export async function verifyLog(pool: Pool, { output, errors }: Terminal): Promise<number> {
  const chain = await verifyAll(pool, { faultsAtMost: FAULTS_AT_MOST });
  for (const { streamId, streamVersion, message } of chain.broken)
    await writeLine(errors, `${streamId}: version ${streamVersion}: ${message}`);
  if (chain.brokenStreams > chain.broken.length) {
    await writeLine(errors, `and ${chain.brokenStreams - chain.broken.length} more streams are broken`);
  }

  const broken = new Set(chain.broken.map(({ streamId }) => streamId));
  let [checked, different] = [0, 0];
  for await (const [streamId, events] of wholeStreams(pool)) {
    // What was changed is named already; what comes out of it says nothing more.
    if (broken.has(streamId)) continue;
    try {
      const verification = verifyAssessments(events);
      checked += verification.checked;
      for (const { version, what, recorded, recomputed } of verification.mismatches) {
        different += 1;
        await writeLine(
          errors,
          `${streamId}: version ${version}: the ${what} of the assessment was recorded as ${recorded}, its facts give ${recomputed}`,
        );
      }
    } catch (error) {
      different += 1;
      await writeLine(errors, `${streamId}: cannot be replayed: ${failureLine(error)}`);
    }
  }
  const holds = chain.brokenStreams === 0 && different === 0;
  const outcome = holds ? 'all as they were recorded' : `${chain.brokenStreams} broken streams, ${different} assessments that differ`;
  await writeLine(output, `${chain.streams} streams, ${chain.events} events, ${checked} assessments recomputed: ${outcome}`);
  return holds ? 0 : 1;
}

/** The streams of cases, each whole; as much as the longest is held in memory. */
async function* wholeStreams(pool: Pool): AsyncGenerator<[streamId: string, events: RecordedEvent[]]> {
  let open: RecordedEvent[] = [];
  for await (const page of scanStreams(pool, { category: 'case', upTo: await currentHorizon(pool) })) {
    for (const event of page) {
      const last = open.at(-1);
      if (last !== undefined && last.streamId !== event.streamId) {
        yield [last.streamId, open];
        open = [];
      }
      open.push(event);
    }
  }
  const last = open.at(-1);
  if (last !== undefined && caseIdOf(last.streamId) !== undefined) yield [last.streamId, open];
}
