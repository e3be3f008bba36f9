import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { PatientsOfCasesQuery } from '@tumor-board/read-side';
import { RequestContext } from '../cases/request-context.js';
import { IDENTITY_READERS } from '../http/case-roles.js';
import type { ShownIds } from '../http/shows.js';
import type { IdentityOfCase } from './patient-answers.js';

/** A case with whose it is. */
export interface WithIdentity {
  readonly id: string;
  readonly identity: IdentityOfCase;
}

/** Puts to cases whose they are, for those who may know who a person is. */
@Injectable()
export class PatientNames {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  /** The cases with whose they are: null where that is not known, and for everybody else. One question for all of them. */
  async of<Case extends { readonly id: string }>(cases: readonly Case[], atLeast?: string): Promise<(Case & WithIdentity)[]> {
    const { roles } = this.context.person();
    const mayKnow = IDENTITY_READERS.some((role) => roles.includes(role));
    const ids = mayKnow ? cases.map(({ id }) => id) : [];
    const names = ids.length === 0 ? new Map() : await this.queries.execute(new PatientsOfCasesQuery(this.context.site.id, ids, atLeast));
    return cases.map((one) => ({ ...one, identity: names.get(one.id) ?? null }));
  }
}

/** What an answer shows that tells whose cases they are. */
export const shownWithIdentities = (cases: readonly WithIdentity[]): ShownIds => ({
  cases: cases.map(({ id }) => id),
  patients: [...new Set(cases.flatMap(({ identity }) => (identity === null ? [] : [identity.id])))],
});
