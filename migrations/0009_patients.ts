import { type Kysely, sql } from 'kysely';

/**
 * Patients: who a person is, only encrypted, what finds them by keyed hashes, and whose case is whose. Content can be
 * rebuilt from the log at any time. Besides, the read log learns to name patients, and the log is indexed for the two
 * questions that an erasure asks of it, which may not miss what a read model does not know yet.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table read_model.patient (
      patient_id uuid not null,
      site text collate "C" not null,
      version integer not null,
      position text collate "C" not null,
      identity jsonb,
      number_token text collate "C",
      person_token text collate "C",
      name_tokens text[] not null,
      links uuid[] not null,
      registered_at timestamptz not null,
      changed_at timestamptz not null,
      erased_on date,
      erased_because text collate "C",
      erased_by text collate "C",
      primary key (patient_id),
      check ((identity is null) = (erased_on is not null))
    ) with (fillfactor = 80);
    create index patient_by_number on read_model.patient (site, number_token) where number_token is not null;
    create index patient_by_person on read_model.patient (site, person_token) where person_token is not null;
    create index patient_by_name on read_model.patient using gin (name_tokens);
    create index patient_by_links on read_model.patient using gin (links);
    comment on table read_model.patient is 'One row a record of a person; the identity as the log keeps it, encrypted.';
    comment on column read_model.patient.number_token is 'Keyed hash of the record number.';
    comment on column read_model.patient.person_token is 'Keyed hash of name and birth date: equal where two records may be of one person.';
    comment on column read_model.patient.name_tokens is 'Keyed hashes of the beginnings of the words of the name.';
    comment on column read_model.patient.links is 'Records of the same person whose link stands in the stream of this one.';

    create table read_model.case_patient (
      case_id uuid not null,
      site text collate "C" not null,
      version integer not null,
      patient_id uuid not null,
      identified_at timestamptz not null,
      erased boolean not null,
      primary key (case_id)
    ) with (fillfactor = 80);
    create index case_patient_of on read_model.case_patient (patient_id, case_id);
    comment on table read_model.case_patient is 'One row a case of which it is known whose it is.';
  `);

  await run(`
    alter table access.read_log add column patients uuid[] not null default '{}';
    create index read_log_of_patient on access.read_log using gin (patients) where patients <> '{}';
    comment on column access.read_log.patients is 'The records of persons whose identity was shown.';
  `);

  await run(`
    create index events_identifying on log.events ((data ->> 'patientId')) where type = 'PatientIdentified';
    create index events_linking on log.events ((data ->> 'with')) where type = 'PatientLinked';
  `);

  await run('select log.grant_application()');
}
