import { z } from 'zod';
import { isoDate } from './values.js';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of what a zod schema accepts (`input`) or gives (`output`). Checks across fields have no place in
 * JSON Schema: a document that satisfies it can still be refused.
 */
export const jsonSchemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io, reused: 'ref', override: dated });

/** Names calendar dates as such; used wherever our schemas are turned into JSON Schema. */
export const dated = ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if ((zodSchema as unknown) === isoDate) jsonSchema.format = 'date';
};
