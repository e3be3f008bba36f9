import { jsonSchemaOf } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assess, type CaseRecord } from '../assess.js';
import { baseline, cycles, lungLesion, recordOf, scan, systemic } from '../pathway/pathway.fixture.js';
import { sitePolicy } from '../policy.js';
import { knowledgeRelease } from '../releases/catalogue.js';
import { traceSchema, whatWouldChangeSchema } from './explanation-schema.js';
import { PARTS, type Part } from './part.js';
import { trace } from './trace.js';
import { whatWouldChange } from './what-would-change.js';

const [release, policy] = [knowledgeRelease(), sitePolicy()];
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const traced = (record: CaseRecord, part: Part): unknown => plain(trace(record, assess(record, release, policy), part));
const changing = (record: CaseRecord, part: Part): unknown => plain(whatWouldChange(record, release, policy, part, { maxAssessments: 60 }));

const responded = recordOf([
  ...baseline({ lesions: [lungLesion({ count: 4 })] }),
  systemic(),
  cycles('2025-04-14', 3),
  scan('2025-04-15', 20),
]);

const readBack = (schema: z.ZodType): z.ZodType => z.fromJSONSchema({ ...jsonSchemaOf(schema, 'output') });
const [readTrace, readChanging] = [readBack(traceSchema), readBack(whatWouldChangeSchema)];

describe('the published form of an explanation', () => {
  it.each(PARTS)('fits that of %s, and its JSON Schema does', (part) => {
    for (const record of [recordOf([]), recordOf(baseline({ ebv: null })), responded]) {
      for (const [schema, read, value] of [
        [traceSchema, readTrace, traced(record, part)],
        [whatWouldChangeSchema, readChanging, changing(record, part)],
      ] as const) {
        expect(schema.parse(value)).toEqual(value);
        expect(read.safeParse(value).error?.issues).toBeUndefined();
      }
    }
  });

  it('fits that of any case', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(...PARTS), (record, part) => {
        expect(traceSchema.safeParse(traced(record, part)).error?.issues).toBeUndefined();
        expect(whatWouldChangeSchema.safeParse(changing(record, part)).error?.issues).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it('fits nothing else', () => {
    expect(traceSchema.safeParse({ ...(traced(responded, 'nextStep') as object), mood: 'good' }).success).toBe(false);
    expect(whatWouldChangeSchema.safeParse({ ...(changing(responded, 'nextStep') as object), sets: [{}] }).success).toBe(false);
  });
});
