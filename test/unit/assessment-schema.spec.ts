import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess, assessmentSchema, knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { type CaseFile, caseFile, jsonSchemaOf, parseCaseFile } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const folder = path.resolve(import.meta.dirname, '../../apps/cli/examples');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.case.json'))
  .map((name) => ({ name, content: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown }));

const release = knowledgeRelease();
/** An assessment as other programs get it. */
const published = (record: CaseFile, limit: 3 | 4 | 5 = 5): unknown =>
  JSON.parse(JSON.stringify(assess(record, release, sitePolicy({ oligometastaticMax: limit }))));

/** The JSON Schema that the command line and the service publish, read back. */
const readBack = (schema: z.ZodType, io: 'input' | 'output'): z.ZodType => z.fromJSONSchema({ ...jsonSchemaOf(schema, io) });

describe('the published form of an assessment', () => {
  it.each(examples)('fits the assessment of $name after each of its facts', ({ content }) => {
    const record = parseCaseFile(content);
    const schema = readBack(assessmentSchema, 'output');
    for (let facts = 0; facts <= record.facts.length; facts += 1) {
      const assessment = published({ ...record, facts: record.facts.slice(0, facts) });
      expect(assessmentSchema.safeParse(assessment).error?.issues).toBeUndefined();
      expect(schema.safeParse(assessment).error?.issues).toBeUndefined();
    }
  });

  it('fits the assessment of any case', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(3 as const, 4 as const, 5 as const), (record, limit) => {
        expect(assessmentSchema.safeParse(published(record, limit)).error?.issues).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('fits nothing else', () => {
    const [first] = examples;
    const assessment = published(parseCaseFile(first?.content)) as Record<string, unknown>;
    const { nextStep: _nextStep, ...without } = assessment;
    for (const schema of [assessmentSchema, readBack(assessmentSchema, 'output')]) {
      expect(schema.safeParse(without).success).toBe(false);
      expect(schema.safeParse({ ...assessment, mood: 'good' }).success).toBe(false);
      expect(schema.safeParse({ ...assessment, asOf: 7 }).success).toBe(false);
    }
  });
});

describe('the published form of a case file', () => {
  it.each(examples)('fits $name', ({ content }) => {
    expect(readBack(caseFile, 'input').safeParse(content).error?.issues).toBeUndefined();
  });

  it('names a field that is not in the format', () => {
    const [first] = examples;
    expect(readBack(caseFile, 'input').safeParse({ ...(first?.content as object), mood: 'good' }).success).toBe(false);
  });
});
