import { comparableNumber, comparablePerson, type Identity } from '@tumor-board/board';
import type { Protection } from '@tumor-board/event-store';

/** The kinds of text for the blind index: those of two sites share no token. */
const numbersOf = (site: string): string => `record number of ${site}`;
const personsOf = (site: string): string => `name and birth date of ${site}`;
const namesOf = (site: string): string => `name of a patient of ${site}`;

type Index = Protection['index'];

/** What stands for a record number. */
export const numberToken = (index: Index, site: string, recordNumber: string): string =>
  index.exactly(numbersOf(site), comparableNumber(recordNumber));

/** What stands for name and birth date together. */
export const personToken = (index: Index, site: string, identity: Identity): string =>
  index.exactly(personsOf(site), comparablePerson(identity));

/** What is stored to find a name. */
export const nameTokens = (index: Index, site: string, name: string): string[] => index.tokensOf(namesOf(site), name);

/** What must be stored of a name that is searched for; undefined when nothing can be searched for. */
export const searchedTokens = (index: Index, site: string, name: string): string[] | undefined => index.tokensFor(namesOf(site), name);
