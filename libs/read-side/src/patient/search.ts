import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { problem } from '@tumor-board/kernel';
import { sql } from 'kysely';
import { ReadModels } from '../read-models.js';
import { type FoundRecord, identitiesOf, RECORD } from './records.js';
import { numberToken, searchedTokens } from './tokens.js';
import type { PatientSearchView } from './view.js';

/** Whom to look for at a site. Both when both are given. */
export interface PatientSearchOptions {
  readonly site: string;
  /** The whole number. */
  readonly recordNumber?: string | undefined;
  /** Words that must all begin words of the name, by three letters at least; a shorter word is found whole. */
  readonly name?: string | undefined;
  /** 1 to 100, default 20. */
  readonly limit?: number | undefined;
  /** Wait until what stands at this position is known. */
  readonly atLeast?: string | undefined;
}

/** The records of persons that a search finds, the last registered first. */
export class PatientSearchQuery extends Query<PatientSearchView> {
  constructor(readonly options: PatientSearchOptions) {
    super();
  }
}

/** @throws Problem `patient.invalid` when there is nothing to search for, `projection.behind`, `protection.unreadable` */
@QueryHandler(PatientSearchQuery)
export class PatientSearchHandler implements IQueryHandler<PatientSearchQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: PatientSearchQuery): Promise<PatientSearchView> {
    const { site, recordNumber, name, limit = 20, atLeast } = options;
    await this.readModels.reached('patient', atLeast);
    const { db, protection } = this.readModels;
    if (protection === undefined) return { patients: [], more: false };
    const { index } = protection;
    const number = recordNumber === undefined ? undefined : numberToken(index, site, recordNumber);
    const words = name === undefined ? undefined : searchedTokens(index, site, name);
    if (number === undefined && words === undefined) {
      throw problem('patient.invalid', 'There is nothing to search for.', {}, [
        { path: name === undefined ? 'recordNumber' : 'name', message: 'expected a record number, or a name with letters in it' },
      ]);
    }
    const size = Math.min(Math.max(Math.trunc(limit), 1), 100);
    const { rows } = await sql<FoundRecord>`
      select ${RECORD} from read_model.patient p
      where p.site = ${site}
        and ${number === undefined ? sql`true` : sql`p.number_token = ${number}`}
        and ${words === undefined ? sql`true` : sql`p.name_tokens @> ${words}::text[]`}
      order by p.registered_at desc, p.patient_id limit ${size + 1}`.execute(db);
    const page = rows.slice(0, size);
    const identities = await identitiesOf(this.readModels, page);
    return {
      patients: page.flatMap(({ patient_id }, at) => (identities[at] === undefined ? [] : [{ id: patient_id, ...identities[at] }])),
      more: rows.length > size,
    };
  }
}
