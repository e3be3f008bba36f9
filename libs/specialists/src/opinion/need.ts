import { AGENT_CLASSES, type ClinicalFactType } from '@tumor-board/oncology';
import { hasDied, inPlay } from '../input/case-reading.js';
import { type Occasion, occurs } from '../input/occasion.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, type Severity, WHOLE_CASE } from './claim.js';
import { ask, sentence } from './draft.js';

/**
 * What settles a need: a standing fact that has a field (with another value than those excepted), the same recorded since
 * treatment began, an item that the assessment itself calls open, or a person, because no fact can hold it.
 */
export type Requirement =
  | {
      readonly kind: 'fact';
      readonly type: ClinicalFactType;
      readonly field?: string;
      readonly except?: readonly string[];
      readonly since?: 'treatment';
    }
  | { readonly kind: 'open-item'; readonly begins: readonly string[] }
  | { readonly kind: 'person' };

/** A fact that a discipline needs, as data, so that what is missing is computed and not remembered. */
export interface Need {
  readonly item: string;
  readonly why: string;
  /** Who is to obtain it. */
  readonly owner: string;
  readonly when: Occasion;
  readonly reads: Requirement;
  readonly severity: Extract<Severity, 'data-gap' | 'preference'>;
}

/** A need as an opinion shows it. */
export interface StatedNeed {
  readonly item: string;
  readonly why: string;
  readonly owner: string;
}

/** The needs of a discipline that arise in a case, and those of them that nothing on record settles. */
export interface NeedsOfCase {
  readonly needs: readonly StatedNeed[];
  readonly missing: readonly (StatedNeed & Pick<Need, 'severity'>)[];
}

/**
 * What the assessment itself calls open: missing items of its findings, the needs of the next step, and those of the agents
 * that the step holds.
 */
export const openItems = (input: PanelInput): readonly string[] => [
  ...new Set([
    ...input.assessment.missing.map(({ item }) => item),
    ...input.assessment.nextStep.needs,
    ...AGENT_CLASSES.filter((agent) => inPlay(agent, input)).flatMap((agent) => input.fitness[agent].needs),
  ]),
];

/** Computes which needs arise in a case and which of them are missing. A case that has ended by death needs nothing. */
export function needsOfCase(needs: readonly Need[], input: PanelInput): NeedsOfCase {
  const arising: StatedNeed[] = [];
  const missing: (StatedNeed & Pick<Need, 'severity'>)[] = [];
  if (hasDied(input)) return { needs: arising, missing };
  for (const { item, why, owner, when, reads, severity } of needs) {
    if (!occurs(when, input)) continue;
    switch (reads.kind) {
      case 'open-item':
        for (const open of openItems(input).filter((name) => reads.begins.some((beginning) => name.startsWith(beginning)))) {
          if (missing.some((one) => one.item === open)) continue;
          arising.push({ item: open, why, owner });
          missing.push({ item: open, why, owner, severity });
        }
        break;
      case 'person':
        arising.push({ item, why, owner });
        missing.push({ item, why, owner, severity });
        break;
      case 'fact':
        arising.push({ item, why, owner });
        if (!isOnRecord(reads, input)) missing.push({ item, why, owner, severity });
        break;
    }
  }
  return { needs: arising, missing };
}

function isOnRecord({ type, field, except, since }: Extract<Requirement, { kind: 'fact' }>, { timeline, course }: PanelInput): boolean {
  const from = since === undefined || course.first === undefined ? -1 : timeline.rank(course.first);
  return timeline.of(type).some((fact) => {
    if (timeline.rank(fact) <= from) return false;
    if (field === undefined) return true;
    const value = (fact as Readonly<Record<string, unknown>>)[field];
    return value !== undefined && !(typeof value === 'string' && except?.includes(value) === true);
  });
}

/** A request for each missing item. */
export const requestsFor = ({ missing }: NeedsOfCase, discipline: string): Draft[] =>
  missing.map(({ item, why, owner, severity }) =>
    ask(WHOLE_CASE, item, sentence(`${item}: ${why} (${owner})`), { rule: `panel/${discipline}/needs`, severity }),
  );
