import type { CommandBus } from '@nestjs/cqrs';
import {
  type CaseEvent,
  caseIdOf,
  type ErasureReason,
  type Patient,
  type PatientEvent,
  patientIdOf,
  patientStream,
} from '@tumor-board/board';
import { type SubjectKeys, type SubscriptionOptions, streamsWith } from '@tumor-board/event-store';
import type { CommandContext, RecordedEvent } from '@tumor-board/kernel';
import { derivedId, EraseCaseCommand, ErasePatientCommand, type PatientCommands, type RecordedCases } from '@tumor-board/write-side';

/** What the erasure of a person needs. */
export interface PersonErasureOptions {
  readonly pool: SubscriptionOptions<unknown>['pool'];
  readonly commands: Pick<CommandBus, 'execute'>;
  readonly patients: Pick<PatientCommands, 'read'>;
  readonly cases: Pick<RecordedCases, 'find'>;
  readonly keys: Pick<SubjectKeys, 'destroy' | 'destroyed'>;
}

/** The events that the erasure of a person may follow from. */
export type ErasureCause = Extract<CaseEvent, { readonly type: 'PatientIdentified' }> | PatientEvent;
type Cause = RecordedEvent & ErasureCause;

/**
 * After a record of a person was erased, its cases and the other records of the person are. The key goes first, and only
 * then the log is asked whom it concerns: whatever is linked or identified too late to be found finds the key destroyed
 * when its own turn comes, and is erased then. Everything may be done again: commands are named after what caused them.
 */
export class PersonErasure {
  readonly #options: PersonErasureOptions;

  constructor(options: PersonErasureOptions) {
    this.#options = options;
  }

  /** Does what follows from events, in their order. */
  async follow(events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events as readonly Cause[]) {
      switch (event.type) {
        case 'PatientErased':
          await this.#erased(event, idOf(event), event.data.because);
          break;
        case 'PatientLinked':
          await this.#linked(event, idOf(event), event.data.with);
          break;
        case 'PatientIdentified':
          await this.#identified(event, event.data.patientId);
          break;
        case 'PatientRegistered':
        case 'PatientIdentityCorrected':
        case 'PatientUnlinked':
          break;
      }
    }
  }

  async #erased(event: Cause, patientId: string, because: ErasureReason): Promise<void> {
    const { pool, keys, patients } = this.#options;
    const { site } = event.metadata;
    await keys.destroy(patientStream(patientId));
    for (const streamId of await streamsWith(pool, { type: 'PatientIdentified', field: 'patientId', value: patientId })) {
      await this.#eraseCase(event, streamId, patientId, because);
    }
    const linked = new Set(linksOf(await patients.read(site, patientId)));
    for (const streamId of await streamsWith(pool, { type: 'PatientLinked', field: 'with', value: patientId })) {
      const holder = patientIdOf(streamId);
      if (holder !== undefined && linksOf(await patients.read(site, holder)).includes(patientId)) linked.add(holder);
    }
    for (const other of linked) await this.#eraseRecord(event, other, because);
  }

  /** A link that was recorded while one of the two was being erased. */
  async #linked(event: Cause, holder: string, other: string): Promise<void> {
    const { keys, patients } = this.#options;
    const gone = await keys.destroyed([patientStream(holder), patientStream(other)]);
    if (gone.size === 0) return;
    const { site } = event.metadata;
    const [one, two] = [await patients.read(site, holder), await patients.read(site, other)];
    if (!linksOf(one).includes(other)) return;
    if (one.status === 'erased') await this.#eraseRecord(event, other, one.because);
    else if (two.status === 'erased') await this.#eraseRecord(event, holder, two.because);
  }

  /** A case that was identified while its person was being erased. */
  async #identified(event: Cause, patientId: string): Promise<void> {
    const { keys, patients } = this.#options;
    const gone = await keys.destroyed([patientStream(patientId)]);
    if (gone.size === 0) return;
    const patient = await patients.read(event.metadata.site, patientId);
    if (patient.status === 'erased') await this.#eraseCase(event, event.streamId, patientId, patient.because);
  }

  /** Not when somebody has said meanwhile that the case is another's. */
  async #eraseCase(event: Cause, streamId: string, patientId: string, because: ErasureReason): Promise<void> {
    const caseId = caseIdOf(streamId);
    if (caseId === undefined) return;
    const { board } = await this.#options.cases.find(event.metadata.site, caseId);
    if (board.patientId !== patientId) return;
    await this.#options.commands.execute(new EraseCaseCommand(caseId, because, contextOf(event, streamId)));
  }

  async #eraseRecord(event: Cause, patientId: string, because: ErasureReason): Promise<void> {
    const { commands, patients } = this.#options;
    const { status } = await patients.read(event.metadata.site, patientId);
    if (status !== 'registered') return;
    await commands.execute(new ErasePatientCommand(patientId, { because }, contextOf(event, patientStream(patientId))));
  }
}

const linksOf = (patient: Patient): readonly string[] => (patient.status === 'none' ? [] : patient.links);

const idOf = ({ streamId }: RecordedEvent): string => patientIdOf(streamId) ?? '';

/** The day of the cause is the day of what follows from it, however late that is done. */
function contextOf({ eventId, recordedAt, metadata }: RecordedEvent, streamId: string): CommandContext {
  const { site, correlationId } = metadata;
  return {
    commandId: derivedId('person-erasure', eventId, streamId),
    metadata: { site, actor: 'workflow:erasure', causationId: eventId, ...(correlationId === undefined ? {} : { correlationId }) },
    receivedAt: recordedAt,
  };
}
