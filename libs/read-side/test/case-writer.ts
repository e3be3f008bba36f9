import { randomUUID } from 'node:crypto';
import { type CaseCommand, type CaseEvent, caseStream, decideCase, evolveCase, type Knowledge, noCase } from '@tumor-board/board';
import type { Appended, EventStore } from '@tumor-board/event-store';
import { fold } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import type { CaseHead, Fact } from '@tumor-board/oncology';

export const knowledge: Knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };

export const histology: Fact = {
  type: 'HistologyReported',
  on: '2024-01-08',
  histology: 'non-keratinising-undifferentiated',
  eber: 'positive',
};
export const staging: Fact = { type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
export const ecog = (on: string, value: 0 | 1 | 2 | 3 | 4 = 1): Fact => ({ type: 'PerformanceStatusRecorded', on, ecog: value });
export const ebvDna = (on: string, value: number): Fact => ({
  type: 'EbvDnaMeasured',
  on,
  result: 'quantified',
  value,
  unit: 'copies/mL',
  assay: 'A',
  specimen: 'plasma',
});

/** Writes cases to the log for specs of the read side, which does not know the write side. */
export class CaseWriter {
  constructor(
    private readonly store: EventStore,
    private readonly site = 'default',
  ) {}

  /** Opens a case and answers with its id and where its last event stands. */
  async open(
    reference: string,
    facts: readonly Fact[] = [],
    head: Partial<CaseHead> = {},
  ): Promise<Appended & { readonly caseId: string }> {
    const caseId = randomUUID();
    const patient = { ageYears: 50, sex: 'female' as const };
    const command: CaseCommand = { type: 'OpenCase', head: { format: 'tumor-board-case/1', reference, patient, ...head }, facts };
    return { ...(await this.give(caseId, command)), caseId };
  }

  record(caseId: string, ...facts: readonly Fact[]): Promise<Appended> {
    return this.give(caseId, { type: 'RecordFacts', facts });
  }

  async give(caseId: string, command: CaseCommand, under: Knowledge = knowledge): Promise<Appended> {
    const streamId = caseStream(caseId);
    const recorded = await this.store.read(streamId);
    const state = fold({ evolve: evolveCase }, noCase(), recorded as readonly unknown[] as readonly CaseEvent[]);
    const { events } = decideCase(state, command, under, { today: '2025-01-06' });
    return await this.append(streamId, state.version, events);
  }

  append(streamId: string, expectedVersion: number, events: readonly CaseEvent[]): Promise<Appended> {
    const context = { commandId: randomUUID(), metadata: { site: this.site, actor: 'dr-a' }, receivedAt: '2025-01-06T09:00:00Z' };
    return this.store.append({ streamId, expectedVersion, events, context });
  }
}
