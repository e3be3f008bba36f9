import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type CaseInput, caseInputs, faultLines, readCase } from './case-input.js';

const file = (reference: string, facts: unknown[] = []) =>
  JSON.stringify({ format: 'tumor-board-case/1', reference, patient: { ageYears: 50, sex: 'male' }, facts });

const all = async (inputs: AsyncIterable<CaseInput>): Promise<string[]> => {
  const told: string[] = [];
  for await (const one of inputs) told.push(...(one.faults === undefined ? [`${one.name}: ${one.file.reference}`] : faultLines(one)));
  return told;
};

describe('a case file', () => {
  it('is read with or without a byte order mark', () => {
    expect(readCase('a', file('A')).file?.reference).toBe('A');
    expect(readCase('a', `\uFEFF${file('A')}`).file?.reference).toBe('A');
  });

  it('is refused with a line for every fault', () => {
    const broken = readCase('B.json', file('B', [{ type: 'PerformanceStatusRecorded', on: '2025-02-30', ecog: 9 }]));
    expect(faultLines({ name: broken.name, faults: broken.faults ?? [] })).toEqual([
      'B.json: facts[0].on: expected a calendar date such as 2025-01-06',
      expect.stringMatching(/^B\.json: facts\[0\]\.ecog: /),
    ]);
  });

  it('that is not JSON is refused in one line', () => {
    const { faults = [] } = readCase('C.json', '{\n"format":\n}');
    expect(faultLines({ name: 'C.json', faults })).toEqual([expect.stringMatching(/^C\.json: not JSON: [^\n]+$/)]);
  });
});

describe('case files on standard input', () => {
  it('are read line by line, empty lines left out, each named by its line', async () => {
    const lines = [`${file('A')}\n\n`, `{"format":1}\n${file('B')}`];
    const told = await all(caseInputs(['-'], Readable.from(lines)));
    expect(told[0]).toBe('-:1: A');
    expect(told.at(-1)).toBe('-:4: B');
    expect(told.slice(1, -1).every((line) => line.startsWith('-:3: '))).toBe(true);
  });

  it('are taken no faster than they are used', async () => {
    let given = 0;
    function* endless() {
      for (;;) yield `${file(`R${++given}`)}\n`;
    }
    const inputs = caseInputs(['-'], Readable.from(endless()));
    for (let taken = 0; taken < 50; taken += 1) await inputs.next();
    expect(given).toBeLessThan(5_000);
    await inputs.return(undefined);
  });
});
