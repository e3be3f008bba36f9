import type { ErasureReason, Identity } from '@tumor-board/board';
import type { StreamRow } from '../projection/read-model.js';

/** A row of `read_model.patient`: one record of a person. Instants are ISO texts in UTC. */
export interface PatientRow extends StreamRow {
  readonly patient_id: string;
  readonly position: string;
  /** Sealed; null once it was erased. */
  readonly identity: Identity | null;
  /** Keyed hash of the record number. */
  readonly number_token: string | null;
  /** Keyed hash of name and birth date. */
  readonly person_token: string | null;
  /** Keyed hashes of the beginnings of the words of the name. */
  readonly name_tokens: readonly string[];
  /** Records of the same person whose link stands in the stream of this one. */
  readonly links: readonly string[];
  readonly registered_at: string;
  readonly changed_at: string;
  readonly erased_on: string | null;
  readonly erased_because: ErasureReason | null;
  /** The account that erased it, or the workflow that did after another record of the person. */
  readonly erased_by: string | null;
}
