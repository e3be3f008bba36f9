import { type Identity, patientStream } from '@tumor-board/board';
import { ERASED } from '@tumor-board/kernel';
import { sql } from 'kysely';
import type { ReadModels } from '../read-models.js';
import type { PatientRow } from './table.js';
import type { IdentityView } from './view.js';

/** What of a row is needed to tell of it. */
export type FoundRecord = Pick<
  PatientRow,
  | 'patient_id'
  | 'site'
  | 'version'
  | 'position'
  | 'identity'
  | 'number_token'
  | 'person_token'
  | 'links'
  | 'erased_because'
  | 'erased_by'
  | 'erased_on'
  | 'changed_at'
>;

/** The columns of {@link FoundRecord}, days and instants as texts, of the table under the name `p`. */
export const RECORD = sql`p.patient_id, p.site, p.version, p.position, p.identity, p.number_token, p.person_token, p.links::text[] as links,
  p.erased_because, p.erased_by, p.erased_on::text as erased_on,
  to_char(p.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_at`;

/** A record and all that are linked with it, through others too; the record itself first. */
export async function recordsOfPerson({ db }: ReadModels, site: string, patientId: string): Promise<readonly FoundRecord[]> {
  const { rows } = await sql<FoundRecord>`
    with recursive person (id) as (
      select ${patientId}::uuid
      union
      select other.id from person cross join lateral (
        select unnest(r.links) as id from read_model.patient r where r.patient_id = person.id
        union all
        select r.patient_id from read_model.patient r where r.links @> array[person.id]) other)
    select ${RECORD} from person join read_model.patient p on p.patient_id = person.id
    where p.site = ${site}
    order by p.patient_id <> ${patientId}::uuid, p.registered_at, p.patient_id`.execute(db);
  return rows;
}

/** A case and the record that it was identified by. */
export interface CaseOfRecord {
  readonly case_id: string;
  readonly patient_id: string;
  readonly erased: boolean;
  readonly reference: string | null;
}

/** The cases of records, the oldest first. */
export async function casesOfRecords({ db }: ReadModels, ids: readonly string[]): Promise<readonly CaseOfRecord[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('read_model.case_patient as c')
    .leftJoin('read_model.case_list as l', 'l.case_id', 'c.case_id')
    .select(['c.case_id', 'c.patient_id', 'c.erased', 'l.reference'])
    .where('c.patient_id', 'in', ids)
    .orderBy('c.identified_at')
    .orderBy('c.case_id')
    .execute();
}

const NOBODY: IdentityView = { name: ERASED, recordNumber: ERASED, birthDate: ERASED, sex: ERASED };

/** The identities of records in clear, in their order, with one look for their keys; all `[erased]` where it was erased. */
export async function identitiesOf(
  readModels: ReadModels,
  records: readonly Pick<FoundRecord, 'patient_id' | 'identity'>[],
): Promise<IdentityView[]> {
  const values = records.map(({ patient_id, identity }) => ({ streamId: patientStream(patient_id), value: identity }));
  return (await readModels.revealed<Identity | null>(values)).map((found) => found ?? NOBODY);
}
