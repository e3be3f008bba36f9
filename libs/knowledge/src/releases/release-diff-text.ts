import { canonicalJson } from '@tumor-board/kernel';
import type { ChangedField, ListDiff, ReleaseDiff } from './release-diff.js';

/** The lists of a release in the words of a reader; another list goes by its own name. */
const TITLES: Readonly<Record<string, string>> = {
  pathway: 'Pathway rows',
  m1: 'Published subdivisions of M1 disease',
  fitness: 'Fitness guards',
  sources: 'Sources',
};
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  basis: 'basis',
  effectiveFrom: 'in force from',
  defaultEdition: 'TNM edition read first',
};

/** One line of Markdown: nothing in it breaks out of a list item. */
const inline = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_|<>[\]]/g, '\\$&');

function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return inline(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return inline(value.join(', ') || 'none');
  return inline(canonicalJson(value));
}

const fieldLine = (indent: string, { field, before, after }: ChangedField): string =>
  `${indent}- ${inline(FIELDS[field] ?? field)}: ${valueText(before)} → ${valueText(after)}`;

function listLines(diff: ListDiff): readonly string[] {
  return [
    ...diff.added.map((id) => `- added: ${inline(id)}`),
    ...diff.removed.map((id) => `- removed: ${inline(id)}`),
    ...diff.changed.flatMap(({ id, fields }) => [`- changed: ${inline(id)}`, ...fields.map((field) => fieldLine('  ', field))]),
    ...(diff.reordered ? ['- the entries stand in another order'] : []),
  ];
}

/** The difference of two releases as a Markdown document. */
export function releaseDiffText(diff: ReleaseDiff): string {
  const { from, to, fields, lists, computedOtherwise } = diff;
  const sections: string[] = [
    `# From ${inline(from.id)} to ${inline(to.id)}`,
    `Content ${from.contentHash} → ${to.contentHash}.`,
    ...(fields.length === 0 ? [] : [`## The release\n\n${fields.map((field) => fieldLine('', field)).join('\n')}`]),
    ...Object.entries(lists).map(([name, list]) => `## ${TITLES[name] ?? inline(name)}\n\n${listLines(list).join('\n')}`),
    ...(computedOtherwise.length === 0
      ? []
      : [
          `## Computed otherwise\n\nWhat these rows of the pathway test, or add to their step for a case: ${computedOtherwise.join(', ')}.`,
        ]),
  ];
  if (sections.length === 2) sections.push('Nothing differs.');
  return `${sections.join('\n\n')}\n`;
}
