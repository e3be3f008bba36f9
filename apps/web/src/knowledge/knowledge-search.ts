import type { operations } from '../api/schema.js';
import { addressText } from '../shell/address-text.js';

type Asked = NonNullable<operations['listEvidence']['parameters']['query']>;

/** What of the knowledge is shown. */
export type KnowledgeTab = 'evidence' | 'releases' | 'policy' | 'reassessments';
const TABS = ['evidence', 'releases', 'policy', 'reassessments'] as const satisfies readonly KnowledgeTab[];

/** The part of the knowledge that an address names. */
export interface KnowledgeSearch {
  readonly tab?: KnowledgeTab;
  readonly search?: string;
  readonly table?: NonNullable<Asked['table']>;
  readonly system?: NonNullable<Asked['system']>;
  readonly id?: string;
  readonly release?: string;
}

const TEXTS = ['search', 'table', 'system', 'id', 'release'] as const satisfies readonly (keyof KnowledgeSearch)[];

/** The search of an address; the service refuses a table or a system that it does not know. */
export function readKnowledgeSearch(search: Readonly<Record<string, unknown>>): KnowledgeSearch {
  const tab = TABS.find((one) => one === search['tab']);
  const known = TEXTS.flatMap((field) => {
    const value = addressText(search[field]);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...(tab === undefined ? {} : { tab }), ...(Object.fromEntries(known) as KnowledgeSearch) };
}
