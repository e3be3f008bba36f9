import { type CaseEvent, caseIdOf, factOf, recordsFact } from '@tumor-board/board';
import { currentHorizon, scanStreams } from '@tumor-board/event-store';
import type { RecordedEvent } from '@tumor-board/kernel';
import type { CaseRecord } from '@tumor-board/knowledge';
import type { IdentifiedFact } from '@tumor-board/oncology';
import type pg from 'pg';

/** A case as its stream tells it, without what it was assessed as. */
export interface ScannedCase {
  readonly caseId: string;
  readonly record: CaseRecord;
}

/**
 * The records of every open case of a site that was not erased, from the log. A page of events is held at a time, and the facts of one
 * case: memory does not grow with the log.
 */
export async function* caseRecords(pool: pg.Pool, site: string): AsyncGenerator<ScannedCase[], void, void> {
  let open: { caseId: string; reference: string; patient: CaseRecord['patient']; facts: IdentifiedFact[] } | undefined;
  for await (const page of scanStreams(pool, { category: 'case', upTo: await currentHorizon(pool), except: ['AssessmentRevised'] })) {
    const complete: ScannedCase[] = [];
    for (const event of page as readonly unknown[] as readonly (RecordedEvent & CaseEvent)[]) {
      if (event.type === 'CaseOpened') {
        if (open !== undefined) complete.push(scanned(open));
        const caseId = caseIdOf(event.streamId);
        const { reference, patient } = event.data;
        open = caseId === undefined || event.metadata.site !== site ? undefined : { caseId, reference, patient, facts: [] };
      } else if (event.type === 'CaseErased') {
        open = undefined;
      } else if (open !== undefined && recordsFact(event)) {
        open.facts.push(factOf(event));
      }
    }
    yield complete;
  }
  if (open !== undefined) yield [scanned(open)];
}

const scanned = ({ caseId, ...record }: { readonly caseId: string } & CaseRecord): ScannedCase => ({ caseId, record });
