import { type Identity, type PatientEvent, patientStream } from '@tumor-board/board';
import { type Protection, reveal } from '@tumor-board/event-store';
import { ERASED } from '@tumor-board/kernel';
import { streamReadModel } from '../projection/read-model.js';
import type { PatientRow } from './table.js';
import { nameTokens, numberToken, personToken } from './tokens.js';

/** What the records of persons need besides the events they are given. */
export interface PatientSources {
  /** To make identities searchable; without it nobody is found. */
  readonly protection?: Protection | undefined;
}

type Tokens = Pick<PatientRow, 'number_token' | 'person_token' | 'name_tokens'>;
const NO_TOKENS: Tokens = { number_token: null, person_token: null, name_tokens: [] };

/** Keeps `read_model.patient`. The identity stays sealed; it is read once, to make it searchable. */
export const patientReadModel = ({ protection }: PatientSources) =>
  streamReadModel<PatientRow, PatientEvent>({
    name: 'patient',
    table: 'patient',
    category: 'patient',
    idColumn: 'patient_id',
    rowPer: 'stream',
    columns: {
      patient_id: 'uuid',
      site: 'text',
      version: 'integer',
      position: 'text',
      identity: 'jsonb',
      number_token: 'text',
      person_token: 'text',
      name_tokens: 'text[]',
      links: 'uuid[]',
      registered_at: 'timestamptz',
      changed_at: 'timestamptz',
      erased_on: 'date',
      erased_because: 'text',
      erased_by: 'text',
    },
    async fold({ id, site, events }, previous) {
      let row = previous;
      for (const event of events) {
        const seen = { version: event.streamVersion, position: event.position, changed_at: event.recordedAt };
        if (event.type === 'PatientRegistered') {
          row = {
            patient_id: id,
            site,
            identity: event.data,
            ...NO_TOKENS,
            links: [],
            registered_at: event.recordedAt,
            erased_on: null,
            erased_because: null,
            erased_by: null,
            ...seen,
          };
          continue;
        }
        if (row === undefined) throw new Error(`the patient ${id} has events before it was registered`);
        switch (event.type) {
          case 'PatientIdentityCorrected': {
            const { because: _because, ...identity } = event.data;
            row = { ...row, ...seen, identity };
            break;
          }
          case 'PatientLinked':
            row = { ...row, ...seen, links: [...row.links, event.data.with] };
            break;
          case 'PatientUnlinked':
            row = { ...row, ...seen, links: row.links.filter((other) => other !== event.data.with) };
            break;
          case 'PatientErased': {
            const { on, because } = event.data;
            row = { ...row, ...seen, identity: null, erased_on: on, erased_because: because, erased_by: event.metadata.actor };
            break;
          }
        }
      }
      if (row === undefined) return [];
      const isNew = events.some(({ type }) => type !== 'PatientLinked' && type !== 'PatientUnlinked');
      return [isNew ? { ...row, ...(await tokensOf(protection, site, id, row.identity)) } : row];
    },
  });

/** What is stored to find a person; nothing once the record was erased. */
async function tokensOf(protection: Protection | undefined, site: string, patientId: string, identity: Identity | null): Promise<Tokens> {
  if (protection === undefined || identity === null) return NO_TOKENS;
  const [plain] = await reveal(protection, [{ streamId: patientStream(patientId), value: identity }]);
  if (plain === undefined || plain.name === ERASED) return NO_TOKENS;
  const { index } = protection;
  return {
    number_token: numberToken(index, site, plain.recordNumber),
    person_token: personToken(index, site, plain),
    name_tokens: nameTokens(index, site, plain.name),
  };
}
