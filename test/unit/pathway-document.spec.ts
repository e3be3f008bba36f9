import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { knowledgeRelease, pathwayTable } from '@tumor-board/knowledge';
import { expect, it } from 'vitest';

const file = path.resolve(import.meta.dirname, '../../docs/pathway.md');

it('docs/pathway.md is the table that the product runs (UPDATE_DOCS=1 writes it anew)', () => {
  const document = pathwayTable(knowledgeRelease('npc-2023.08'));
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, document);
  expect(readFileSync(file, 'utf8')).toBe(document);
});
