import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ErasureReason } from '@tumor-board/board';
import { problem } from '@tumor-board/kernel';
import { sql } from 'kysely';
import { isCaseId, ReadModels } from '../read-models.js';
import { casesOfRecords, type FoundRecord, identitiesOf, RECORD, recordsOfPerson } from './records.js';
import { numberToken } from './tokens.js';
import type { PatientErasureView, PatientView } from './view.js';

/** Which record of a person. */
export interface PatientQueryOptions {
  readonly site: string;
  readonly patientId: string;
  /** Wait until what stands at this position is known. */
  readonly atLeast?: string | undefined;
}

/** A record of a person: who it is, the other records of the person, and the cases. */
export class PatientQuery extends Query<PatientView> {
  constructor(readonly options: PatientQueryOptions) {
    super();
  }
}

const CANDIDATES = 20;

const statusOf = ({ erased_on }: FoundRecord): 'registered' | 'erased' => (erased_on === null ? 'registered' : 'erased');

const tombstoneOf = ({ erased_on: on, erased_because, erased_by: by }: FoundRecord) =>
  on === null || by === null ? null : { on, because: erased_because as ErasureReason, by };

/** @throws Problem `patient.unknown` */
async function found(readModels: ReadModels, { site, patientId, atLeast }: PatientQueryOptions) {
  await Promise.all([readModels.reached('patient', atLeast), readModels.reached('case-patient', atLeast)]);
  const [record, ...linked] = isCaseId(patientId) ? await recordsOfPerson(readModels, site, patientId) : [];
  if (record === undefined || record.patient_id !== patientId) throw problem('patient.unknown', 'There is no such patient.');
  const cases = await casesOfRecords(readModels, [patientId, ...linked.map(({ patient_id }) => patient_id)]);
  return { record, linked, cases };
}

/** @throws Problem `patient.unknown`, `projection.behind`, `position.invalid`, `protection.unreadable` */
@QueryHandler(PatientQuery)
export class PatientHandler implements IQueryHandler<PatientQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: PatientQuery): Promise<PatientView> {
    const { record, linked, cases } = await found(this.readModels, options);
    const candidates = await this.#candidates(record, linked);
    const [identity, ...identities] = await identitiesOf(this.readModels, [record, ...linked, ...candidates]);
    if (identity === undefined) throw problem('patient.unknown', 'There is no such patient.');
    const of = (at: number) => identities[at] ?? identity;
    return {
      id: record.patient_id,
      site: record.site,
      version: record.version,
      status: statusOf(record),
      identity,
      erased: tombstoneOf(record),
      linked: linked.map((other, at) => ({
        id: other.patient_id,
        ...of(at),
        status: statusOf(other),
        isDirect: record.links.includes(other.patient_id) || other.links.includes(record.patient_id),
      })),
      candidates: candidates.map((other, at) => ({
        id: other.patient_id,
        ...of(linked.length + at),
        because: other.number_token === record.number_token ? 'record-number' : 'name-and-birth-date',
      })),
      cases: cases.map(({ case_id, patient_id, reference, erased }) => ({ id: case_id, patientId: patient_id, reference, erased })),
      freshness: { position: record.position, recordedAt: record.changed_at },
    };
  }

  /** Other records that may be of the same person. */
  async #candidates(record: FoundRecord, linked: readonly FoundRecord[]): Promise<readonly FoundRecord[]> {
    const known = [record, ...linked].map(({ patient_id }) => patient_id);
    const { rows } = await sql<FoundRecord>`
      select ${RECORD} from read_model.patient p
      where p.site = ${record.site} and (p.number_token = ${record.number_token} or p.person_token = ${record.person_token})
        and p.patient_id <> all(${known}::uuid[])
      order by p.registered_at, p.patient_id limit ${CANDIDATES}`.execute(this.readModels.db);
    return rows;
  }
}

/** What erasing a person reaches or has reached, without who it is. */
export class PatientErasureQuery extends Query<PatientErasureView> {
  constructor(readonly options: PatientQueryOptions) {
    super();
  }
}

/** @throws Problem `patient.unknown`, `projection.behind`, `position.invalid` */
@QueryHandler(PatientErasureQuery)
export class PatientErasureHandler implements IQueryHandler<PatientErasureQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: PatientErasureQuery): Promise<PatientErasureView> {
    const { record, linked, cases } = await found(this.readModels, options);
    return {
      id: record.patient_id,
      status: statusOf(record),
      erased: tombstoneOf(record),
      linked: linked.map((other) => ({ id: other.patient_id, status: statusOf(other), erased: tombstoneOf(other) })),
      cases: cases.map(({ case_id, patient_id, erased }) => ({ id: case_id, patientId: patient_id, erased })),
      isComplete: [record, ...linked].every((one) => statusOf(one) === 'erased') && cases.every(({ erased }) => erased),
    };
  }
}

/** The record of a site that has a record number now, as far as is known; undefined when none has. */
export class RecordNumberHolderQuery extends Query<string | undefined> {
  constructor(
    readonly site: string,
    readonly recordNumber: string,
  ) {
    super();
  }
}

@QueryHandler(RecordNumberHolderQuery)
export class RecordNumberHolderHandler implements IQueryHandler<RecordNumberHolderQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, recordNumber }: RecordNumberHolderQuery): Promise<string | undefined> {
    const { db, protection } = this.readModels;
    if (protection === undefined) return undefined;
    const row = await db
      .selectFrom('read_model.patient')
      .select('patient_id')
      .where('site', '=', site)
      .where('number_token', '=', numberToken(protection.index, site, recordNumber))
      .orderBy('registered_at')
      .executeTakeFirst();
    return row?.patient_id;
  }
}
