import { List } from '@mantine/core';
import { fieldWords, valueText } from '../audit/value-text.js';
import { texts } from '../texts/texts.js';
import type { Policy } from './knowledge-queries.js';

const said = texts.knowledge.policy;
const FIELD_NAMES: Readonly<Partial<Record<string, string>>> = said.fields;

/** What is meant to be otherwise, field by field. */
export function PolicyDifferences({ from, to }: { readonly from: Policy; readonly to: Policy }) {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (field) => valueText(from[field]) !== valueText(to[field]),
  );
  return (
    <List size="sm" mb="xs" aria-label={said.change}>
      {fields.map((field) => (
        <List.Item key={field}>
          {FIELD_NAMES[field] ?? fieldWords(field)}: {valueText(from[field])} → <b>{valueText(to[field])}</b>
        </List.Item>
      ))}
    </List>
  );
}
