import { describe, expect, it } from 'vitest';
import { PROBLEMS, problemKind } from '../../apps/api/src/http/problem-codes.js';
import { nodeAt, nodesAt, nodesOf, packages, type Source } from './workspace.js';

/** The codes that a source throws. */
const codesOf = (source: Source): string[] =>
  nodesOf(source, 'CallExpression')
    .filter((call) => nodeAt(call, 'callee')?.['name'] === 'problem')
    .flatMap((call) => {
      const code = nodesAt(call, 'arguments')[0]?.['value'];
      return typeof code === 'string' ? [code] : [];
    });

/** Failures of ours or of the operator: a caller learns that the service has failed, the log learns why. */
const OURS = [
  'anchor.broken',
  'anchor.key-unknown',
  'case.invalid-event',
  'case.unreadable-event',
  'command.id-invalid',
  'dose.invalid',
  'event.not-plain-json',
  'event.shape-unknown',
  'event.type-invalid',
  'knowledge.assessment-of-another-record',
  'knowledge.invalid-event',
  'knowledge.release-edited',
  'knowledge.unreadable-event',
  'log.append-refused',
  'meeting.invalid-event',
  'meeting.unreadable-event',
  'patient.invalid-event',
  'patient.unreadable-event',
  'position.incomparable',
  'projection.gap',
  'protection.key-invalid',
  'protection.not-text',
  'protection.unreadable',
  'protection.wrong-key',
  'read-model.unknown',
  'rebuild.failed',
  'rebuild.running',
  'series.invalid-event',
  'series.unreadable-event',
  'stream.invalid',
];

const REACHING = ['oncology', 'knowledge', 'board', 'event-store', 'write-side', 'read-side', 'access'];

describe('the codes of problems', () => {
  it.each(packages.filter((one) => REACHING.includes(one.name.replace('@tumor-board/', ''))))(
    'of $name all have a place at the edge',
    (one) => {
      const codes = one.sources.flatMap(codesOf);
      expect(codes.length).toBeGreaterThan(0);
      for (const code of codes) expect([...Object.keys(PROBLEMS), ...OURS], `give ${code} a status in problem-codes.ts`).toContain(code);
    },
  );

  it('that the edge does not know are failures of the service', () => {
    expect(problemKind('something.new').status).toBe(500);
    expect(problemKind('toString').status).toBe(500);
  });
});
