import { apiDescription } from '@tumor-board/api';
import { assessmentSchema } from '@tumor-board/knowledge';
import { caseFile, jsonSchemaOf } from '@tumor-board/oncology';
import { type Terminal, writeLine } from '../terminal.js';

/** What is published as a schema: the formats as JSON Schema, the HTTP interface as OpenAPI. */
export const SCHEMAS = ['case-file', 'assessment', 'openapi'] as const;
export type SchemaName = (typeof SCHEMAS)[number];

const schemas = {
  'case-file': () => ({ $id: 'urn:tumor-board:case:1', title: 'tumor-board-case/1', ...jsonSchemaOf(caseFile, 'input') }),
  assessment: () => ({
    $id: 'urn:tumor-board:assessment:1',
    title: 'tumor-board-assessment/1',
    ...jsonSchemaOf(assessmentSchema, 'output'),
  }),
  openapi: apiDescription,
} satisfies Record<SchemaName, () => object>;

/** Prints the JSON Schema of a format. */
export async function printSchema(name: SchemaName, { output }: Terminal): Promise<number> {
  await writeLine(output, JSON.stringify(schemas[name](), undefined, 2));
  return 0;
}
