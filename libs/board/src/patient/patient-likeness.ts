import type { Identity } from './patient-event.js';

/** A record number as it is compared: however it was typed, one number is one text. */
export const comparableNumber = (recordNumber: string): string => recordNumber.normalize('NFKC').toUpperCase().replaceAll(/\s+/gu, '');

/** Name and birth date as they are compared to find records that may be of one person; the order of names does not count. */
export const comparablePerson = ({ name, birthDate }: Pick<Identity, 'name' | 'birthDate'>): string =>
  [
    ...(name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []),
  ]
    .toSorted()
    .concat(birthDate)
    .join(' ');
