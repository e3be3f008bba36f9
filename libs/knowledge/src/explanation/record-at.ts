import { type Horizon, timelineOf } from '@tumor-board/oncology';
import type { CaseRecord } from '../assess.js';

/**
 * The record as it stood at a horizon, with what was corrected by then corrected, so that something can be assumed of that day.
 * Without a horizon it is the record itself.
 */
export const recordAt = (record: CaseRecord, { validOn, knownOn }: Horizon): CaseRecord =>
  validOn === undefined && knownOn === undefined ? record : { ...record, facts: timelineOf(record.facts, { validOn, knownOn }).facts };
