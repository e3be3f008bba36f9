import { assessmentSchema } from '@tumor-board/knowledge';
import { caseFile, jsonSchemaOf } from '@tumor-board/oncology';
import { type Terminal, writeLine } from '../terminal.js';

/** The formats whose JSON Schema is published. */
export const SCHEMAS = ['case-file', 'assessment'] as const;
export type SchemaName = (typeof SCHEMAS)[number];

const schemas = {
  'case-file': () => ({ $id: 'urn:tumor-board:case:1', title: 'tumor-board-case/1', ...jsonSchemaOf(caseFile, 'input') }),
  assessment: () => ({
    $id: 'urn:tumor-board:assessment:1',
    title: 'tumor-board-assessment/1',
    ...jsonSchemaOf(assessmentSchema, 'output'),
  }),
} satisfies Record<SchemaName, () => object>;

/** Prints the JSON Schema of a format. */
export async function printSchema(name: SchemaName, { output }: Terminal): Promise<number> {
  await writeLine(output, JSON.stringify(schemas[name](), undefined, 2));
  return 0;
}
