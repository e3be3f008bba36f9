import { describe, expect, it } from 'vitest';
import { standingOf } from './claim-standing.js';
import type { Entry } from './synthesis.js';

const entry = (id: string, standing: 'admitted' | 'struck'): Entry => ({ claim: { id }, standing }) as Entry;
const entries = [entry('a', 'admitted'), entry('b', 'struck')];

describe('what has become of a claim of a person', () => {
  it.each([
    [{ entry: 'a', withdrawn: false }, 'admitted'],
    [{ entry: 'b', withdrawn: false }, 'struck'],
    [{ entry: 'b', withdrawn: true }, 'withdrawn'],
    [{ entry: 'c', withdrawn: false }, 'unweighed'],
  ] as const)('of %j is that it is %s', (claim, standing) => expect(standingOf(claim, entries)).toBe(standing));
});
