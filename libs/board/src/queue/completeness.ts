import type { IsoDate } from '@tumor-board/kernel';
import type { Assessment, Discipline } from '@tumor-board/knowledge';
import type { CaseBoard, RequestedItem } from '../case/board-state.js';

/** Who owes which item, by what its words are about; the first that fits. Product rule. */
const OWNERS: readonly { readonly about: RegExp; readonly owner: Discipline }[] = [
  { about: /histology|EBER|biopsy/i, owner: 'pathology' },
  { about: /ablation feasibility/i, owner: 'interventional-radiology' },
  { about: /EQD2|radiotherapy/i, owner: 'radiation-oncology' },
  { about: /PET/i, owner: 'nuclear-medicine' },
  { about: /imaging|\bimaged\b|scan|chart of the metastases|lesion|size|MRI|CT\b/i, owner: 'radiology' },
  { about: /palliative care|symptom/i, owner: 'palliative-care' },
];

/** What is nobody else's is owed by medical oncology: blood tests, performance status, the course of treatment. Product rule. */
const OTHERWISE: Discipline = 'medical-oncology';

/** The table of who owes what is a rule of the product, confirmed by nobody. */
export const OWNER_RULES = { rows: OWNERS, otherwise: OTHERWISE, basis: 'product rule', verified: false } as const;

/** The discipline that owes an item. */
export const ownerOf = (item: string): Discipline => OWNERS.find(({ about }) => about.test(item))?.owner ?? OTHERWISE;

/** Something that a case lacks. */
export interface OpenItem {
  readonly item: string;
  readonly owner: Discipline;
  /** True when the board cannot decide without it: an item of the complete baseline before the first treatment. */
  readonly blocking: boolean;
  /** Findings that it would settle; empty for what is needed beside the step. */
  readonly wouldSettle: readonly string[];
  /** Who was asked for it by when, if anybody was. */
  readonly requested: RequestedItem | null;
}

/** Whether a case can be taken up by a board. */
export type Readiness = 'ready' | 'not-ready' | 'awaiting-result' | 'listed' | 'deferred';

/** What a paper leaves open: a formula, a cut-off or a definition that it does not give. Nobody at the site can bring it. */
const LEFT_OPEN_BY_A_PAPER = /not verified|not published|^definition\b|^rule undefined/;

/** Every item that the findings miss or the step needs and that somebody can bring, each once. */
export const itemsToObtain = ({ missing, nextStep }: Assessment): readonly string[] =>
  [...new Set([...missing.map(({ item }) => item), ...nextStep.needs])].filter((item) => !LEFT_OPEN_BY_A_PAPER.test(item));

/** What a case lacks, who owes it, and whether the board can decide without it. */
export function completenessOf(assessment: Assessment, board: CaseBoard): readonly OpenItem[] {
  const { missing, nextStep } = assessment;
  return itemsToObtain(assessment).map((item) => ({
    item,
    owner: ownerOf(item),
    blocking: nextStep.code === 'complete-baseline' && nextStep.needs.includes(item),
    wouldSettle: missing.find((other) => other.item === item)?.wouldSettle ?? [],
    requested: board.requests.find((request) => request.item === item) ?? null,
  }));
}

/**
 * Whether the board can take the case up on a day. `listed`: on the agenda of a meeting. `awaiting-result`: everything
 * that blocks was asked for and is not late yet. A deferral until a day ends on that day.
 */
export function readinessOf(assessment: Assessment, board: CaseBoard, today: IsoDate): Readiness {
  const { deferral, schedule } = board;
  if (schedule !== null) return 'listed';
  if (deferral !== null && (deferral.until === undefined || deferral.until > today)) return 'deferred';
  const blocking = completenessOf(assessment, board).filter((item) => item.blocking);
  if (blocking.length === 0) return 'ready';
  return blocking.every(({ requested }) => requested !== null && requested.dueOn >= today) ? 'awaiting-result' : 'not-ready';
}
