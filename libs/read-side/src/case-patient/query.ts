import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { identitiesOf } from '../patient/records.js';
import type { NamedPatient } from '../patient/view.js';
import { ReadModels } from '../read-models.js';

/** Whose cases they are, by case; cases of nobody known are left out. */
export class PatientsOfCasesQuery extends Query<ReadonlyMap<string, NamedPatient>> {
  constructor(
    readonly site: string,
    readonly caseIds: readonly string[],
    /** Wait until what stands at this position is known. */
    readonly atLeast?: string,
  ) {
    super();
  }
}

/** @throws Problem `projection.behind`, `position.invalid`, `protection.unreadable` */
@QueryHandler(PatientsOfCasesQuery)
export class PatientsOfCasesHandler implements IQueryHandler<PatientsOfCasesQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseIds, atLeast }: PatientsOfCasesQuery): Promise<ReadonlyMap<string, NamedPatient>> {
    await Promise.all([this.readModels.reached('case-patient', atLeast), this.readModels.reached('patient', atLeast)]);
    if (caseIds.length === 0) return new Map();
    const rows = await this.readModels.db
      .selectFrom('read_model.case_patient as c')
      .innerJoin('read_model.patient as p', 'p.patient_id', 'c.patient_id')
      .select(['c.case_id', 'c.patient_id', 'p.identity'])
      .where('c.site', '=', site)
      .where('c.case_id', 'in', caseIds)
      .execute();
    const identities = await identitiesOf(this.readModels, rows);
    return new Map(
      rows.flatMap(({ case_id, patient_id: id }, at) => {
        const identity = identities[at];
        return identity === undefined ? [] : [[case_id, { id, name: identity.name, recordNumber: identity.recordNumber }] as const];
      }),
    );
  }
}
