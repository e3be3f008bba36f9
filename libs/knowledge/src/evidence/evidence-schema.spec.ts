import { jsonSchemaOf } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { citedRegister } from './cited-entry.js';
import { citedEntrySchema } from './evidence-schema.js';

const published = JSON.parse(JSON.stringify(citedRegister())) as Record<string, unknown>[];
const readBack = z.fromJSONSchema({ ...jsonSchemaOf(citedEntrySchema, 'output') });

describe('the published form of an entry of the register', () => {
  it('fits every entry, and so does its JSON Schema', () => {
    expect(published.length).toBeGreaterThan(80);
    for (const entry of published) {
      expect(citedEntrySchema.safeParse(entry).error?.issues).toBeUndefined();
      expect(readBack.safeParse(entry).error?.issues).toBeUndefined();
    }
  });

  it('fits nothing else', () => {
    const [first] = published;
    const { sources: _sources, ...without } = first as { sources: unknown };
    for (const schema of [citedEntrySchema, readBack]) {
      expect(schema.safeParse(without).success).toBe(false);
      expect(schema.safeParse({ ...first, mood: 'good' }).success).toBe(false);
      expect(schema.safeParse({ ...first, effects: [{ endpoint: 'mood' }] }).success).toBe(false);
    }
  });
});
