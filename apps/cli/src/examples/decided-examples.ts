import type { CaseFile } from '@tumor-board/oncology';

/** An example that the board decides on before everything about it is known. */
export interface DecidedExample {
  readonly reference: string;
  /** How many of its facts the board knows, where not all; the others are recorded after the decision. */
  readonly known?: number;
  /** The question with which it is referred. */
  readonly question: string;
  readonly rationale: string;
}

/** V13 goes on as decided; what is recorded later makes the board look again at V15 and V22. */
export const DECIDED_EXAMPLES: readonly DecidedExample[] = [
  {
    reference: 'V13',
    question: 'Synthetic example: partial response at exactly −30 % after three cycles. Go on with systemic therapy?',
    rationale: 'Synthetic example: partial response, and EBV DNA no longer detected after three cycles; treatment goes on as proposed.',
  },
  {
    reference: 'V15',
    known: 12,
    question: 'Synthetic example: partial response after three cycles while EBV DNA falls slowly. Go on?',
    rationale: 'Synthetic example: partial response after three cycles; EBV DNA falls slowly and is to be watched closely.',
  },
  {
    reference: 'V22',
    known: 14,
    question: 'Synthetic example: radiotherapy is complete and EBV DNA not detected. Maintenance or surveillance?',
    rationale: 'Synthetic example: good response, and EBV DNA not detected after radiotherapy; maintenance as proposed.',
  },
];

const decidedOf = (file: CaseFile): DecidedExample | undefined => DECIDED_EXAMPLES.find(({ reference }) => reference === file.reference);

/** True for an example that the board decides on. */
export const isDecided = (file: CaseFile): boolean => decidedOf(file) !== undefined;

/** What the board knows of an example when it meets: the file without what comes later. */
export const knownThen = (file: CaseFile): CaseFile => ({ ...file, facts: file.facts.slice(0, decidedOf(file)?.known) });
