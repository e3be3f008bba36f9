import { assessmentSchema } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { run } from '../program.fixture.js';

const facts = [
  { type: 'StagingRecorded', on: '2025-01-06', edition: 'TNM-9', t: 'T3', n: 'N2', m: 'M1a' },
  {
    type: 'MetastasesCharted',
    on: '2025-01-07',
    knownOn: '2025-01-20',
    lesions: [{ id: 'L', organ: 'bone', count: 4, countIsExact: true, certainty: 'definite' }],
    organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
  },
];
const line = (reference: string, of: unknown[] = facts) =>
  `${JSON.stringify({ format: 'tumor-board-case/1', reference, patient: { ageYears: 50, sex: 'male' }, facts: of })}\n`;

const assessed = async (...options: string[]) =>
  assessmentSchema.parse(JSON.parse((await run(['assess', ...options, '-'], [line('A')])).lines[0] ?? ''));

describe('assess', () => {
  it('prints a line of JSON for each case, in order', async () => {
    const { status, lines, complained } = await run(['assess', '-'], [line('A'), line('B', []), line('C')]);
    expect([status, complained]).toEqual([0, '']);
    expect(lines.map((text) => assessmentSchema.parse(JSON.parse(text)).reference)).toEqual(['A', 'B', 'C']);
  });

  it('goes on after a case with a fault, says what is wrong and exits with 1', async () => {
    const { status, lines, complained } = await run(['assess', '-'], [line('A'), line('B', [{ type: 'DeathRecorded' }]), line('C')]);
    expect(status).toBe(1);
    expect(lines).toHaveLength(2);
    expect(complained).toMatch(/^-:2: facts\[0\]\.on: [^\n]+\n$/);
  });

  it('indents when asked', async () => {
    expect((await run(['assess', '--pretty', '-'], [line('A')])).written).toContain('\n  "reference": "A"');
  });

  it.each([
    ['3', false],
    ['4', true],
    ['5', true],
  ])('counts four lesions against a limit of %s', async (limit, expected) => {
    const { oligometastatic, policy } = await assessed('--oligo-max', limit);
    expect([oligometastatic, policy.oligometastaticMax]).toEqual([
      expect.objectContaining({ status: 'classified', value: expected }),
      Number(limit),
    ]);
  });

  it('asks what was true by a day, and what was known by a day', async () => {
    expect((await assessed('--as-of', '2025-01-06')).oligometastatic.status).not.toBe('classified');
    expect((await assessed('--known-on', '2025-01-19')).oligometastatic.status).not.toBe('classified');
    expect((await assessed('--known-on', '2025-01-20')).oligometastatic.status).toBe('classified');
  });

  it('knows its releases', async () => {
    expect((await assessed('--release', 'npc-2023.08')).knowledge).toBe('npc-2023.08');
  });

  it.each([
    [['--oligo-max', '6'], 'Expected 3, 4 or 5.'],
    [['--as-of', '2025-02-30'], 'Expected a calendar date'],
    [['--known-on', 'today'], 'Expected a calendar date'],
    [['--release', 'npc-1999.01'], 'There is no knowledge release "npc-1999.01"'],
    [['--colour'], "unknown option '--colour'"],
  ])('refuses %s in one line', async (options, complaint) => {
    const { status, complained } = await run(['assess', ...options, '-']);
    expect(status).toBe(1);
    expect(complained).toContain(complaint);
    expect(complained.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('replay', () => {
  it('prints a line for each fact: what it changed and the next step then', async () => {
    const { status, lines } = await run(['replay', '-'], [line('A')]);
    expect(status).toBe(0);
    const [first, second] = lines.map(
      (text) => JSON.parse(text) as { changed: { part: string; before: string | null; after: string | null }[] },
    );
    expect(first).toMatchObject({ fact: '#1', type: 'StagingRecorded', on: '2025-01-06', nextStep: expect.any(String) });
    expect(first?.changed.every(({ before }) => before === null)).toBe(true);
    expect(second?.changed.find(({ part }) => part === 'oligometastatic')).toMatchObject({ after: 'true' });
  });

  it('names the faults of a file that it cannot read', async () => {
    const { status, complained } = await run(['replay', 'no-such.case.json']);
    expect([status, complained]).toEqual([1, 'no-such.case.json: cannot be read: there is no such file\n']);
  });
});

describe('schema', () => {
  it.each([
    ['case-file', 'tumor-board-case/1', 'facts'],
    ['assessment', 'tumor-board-assessment/1', 'nextStep'],
  ])('prints the JSON Schema of %s', async (name, title, property) => {
    const { status, written } = await run(['schema', name]);
    const schema = JSON.parse(written) as { properties: object };
    expect([status, schema]).toEqual([0, expect.objectContaining({ title, $schema: 'https://json-schema.org/draft/2020-12/schema' })]);
    expect(Object.keys(schema.properties)).toContain(property);
  });

  it('names dates as dates', async () => {
    expect((await run(['schema', 'case-file'])).written).toContain('"format": "date"');
  });
});

describe('help', () => {
  it('is there for every command, with an example', async () => {
    const { written } = await run(['--help']);
    for (const name of ['start', 'assess', 'replay', 'explain', 'evidence', 'import', 'verify', 'anchor', 'rebuild', 'export', 'schema']) {
      expect(written).toContain(`\n  ${name}`);
      expect((await run([name, '--help'])).written).toMatch(/Examples:\n {2}\$ npm run --silent tumor-board -- /);
    }
  });
});
