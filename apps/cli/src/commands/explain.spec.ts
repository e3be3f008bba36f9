import { PARTS, traceSchema, whatWouldChangeSchema } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { run } from '../program.fixture.js';

const chart = {
  type: 'MetastasesCharted',
  id: 'chart',
  on: '2025-01-07',
  knownOn: '2025-01-20',
  lesions: [{ id: 'L', organ: 'bone', count: 4, countIsExact: true, certainty: 'definite' }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
};
const facts = [{ type: 'StagingRecorded', id: 'stage', on: '2025-01-06', edition: 'TNM-9', t: 'T3', n: 'N2', m: 'M1b' }, chart];
const line = (reference: string, of: unknown[] = facts): string =>
  `${JSON.stringify({ format: 'tumor-board-case/1', reference, patient: { ageYears: 50, sex: 'male' }, facts: of })}\n`;

const printed = z.strictObject({ trace: traceSchema, whatWouldChange: whatWouldChangeSchema });
const explained = async (...options: string[]) => {
  const { status, lines, complained } = await run(['explain', '-', '--json', ...options], [line('A')]);
  expect([status, complained, lines.length]).toEqual([0, '', 1]);
  return printed.parse(JSON.parse(lines[0] ?? ''));
};

describe('explain', () => {
  it('prints the value, each reason with its rule, facts and sources, and what would change it', async () => {
    const { status, written } = await run(['explain', '-', '--part', 'oligometastatic'], [line('A')]);
    expect(status).toBe(0);
    expect(written).toMatch(/^A, 2025-01-07, npc-2023\.08\noligometastatic: true\n/);
    expect(written).toMatch(/\nWhy\n {2}1\. .+\n {5}rule {4}oligometastatic\/\S+: Up to 5 distant lesions are oligometastatic/);
    expect(written).toContain('     fact    chart of 2025-01-07, MetastasesCharted: L: 4 in bone');
    expect(written).toMatch(/\n {5}source {2}\S+: .+/);
    expect(written).toMatch(/\nWhat would change it\n(?: {2}.+ → .+\n)+ {2}Tried: \d+ assumptions in \d+ assessments/);
  });

  it('says what would settle an open part', async () => {
    const { written } = await run(['explain', '-', '--part', 'm1.YANG21'], [line('A')]);
    expect(written).toContain('m1.YANG21: intermediate or low? (open)');
    expect(written).toMatch(/would be settled by: .*EBV DNA/);
    expect(written).toMatch(
      /What would settle it\n(?:.*\n)* {2}baseline EBV DNA (?:not detected|below 25,000 copies\/mL) \[missing\] → low\n/,
    );
  });

  it('prints the same as a line of JSON', async () => {
    const { trace, whatWouldChange } = await explained('--part', 'oligometastatic');
    expect(trace).toMatchObject({ part: 'oligometastatic', reference: 'A', value: 'true', settled: true });
    expect(trace.reasons[0]?.facts).toContainEqual(expect.objectContaining({ id: 'chart' }));
    expect(whatWouldChange.sets.map(({ value }) => value)).toContain('false');
  });

  it('explains the next step when no part is named', async () => {
    expect((await explained()).trace).toMatchObject({ part: 'nextStep', value: 'complete-baseline' });
  });

  it('explains under the policy, the release and the horizon asked for', async () => {
    const part = ['--part', 'oligometastatic'];
    expect((await explained(...part, '--oligo-max', '3')).trace.value).toBe('false');
    expect((await explained('--part', 'stage', '--release', 'npc-2026.11')).trace).toMatchObject({ knowledge: 'npc-2026.11' });
    const before = await explained(...part, '--known-on', '2025-01-19');
    expect([before.trace.settled, before.whatWouldChange.settled]).toEqual([false, false]);
    expect((await explained(...part, '--as-of', '2025-01-06')).whatWouldChange.settled).toBe(false);
  });

  it.each(PARTS)('explains %s', async (part) => {
    const { status, written } = await run(['explain', '-', '--part', part], [line('A')]);
    expect([status, written.split('\n')[1]?.startsWith(`${part}: `)]).toEqual([0, true]);
  });

  it('names the faults of a file that it cannot read', async () => {
    const { status, complained } = await run(['explain', 'no-such.case.json']);
    expect([status, complained]).toEqual([1, 'no-such.case.json: cannot be read: there is no such file\n']);
  });

  it('refuses a part that is not known in one line, naming those that are', async () => {
    const { status, complained } = await run(['explain', '-', '--part', 'mood']);
    expect(status).toBe(1);
    expect(complained.trimEnd().split('\n')).toHaveLength(1);
    for (const part of PARTS) expect(complained).toContain(part);
  });
});
