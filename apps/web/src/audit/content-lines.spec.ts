import { describe, expect, it } from 'vitest';
import { contentLines } from './content-lines.js';

describe('a field of a decision as people read it', () => {
  it.each([
    ['plan', 'Go on.', ['Go on.']],
    ['plan', undefined, ['–']],
    ['kind', 'first-presentation', ['first presentation']],
    ['dissent', [], ['–']],
    ['dissent', [{ by: 'Dr X', discipline: 'radiology', text: 'Biopsy first.' }], ['Dr X, radiology: “Biopsy first.”']],
    ['dissent', [{ by: 'Dr X', text: 'No.' }], ['Dr X: “No.”']],
    ['guidelines', [{ guideline: 'CSCO 2021', position: 'agrees' }], ['CSCO 2021: agrees']],
    [
      'actions',
      [
        { actionId: 'need-1', what: 'scan', owner: { discipline: 'radiation-oncology' }, dueOn: '2026-11-30' },
        { actionId: 'need-2', what: 'call', owner: { account: 'account:1' }, dueOn: '2026-12-01' },
      ],
      ['scan (radiation oncology, by 2026-11-30)', 'call (1, by 2026-12-01)'],
    ],
    ['expectations', [{ expectationId: 'e', result: 'ebv-dna', dueOn: '2026-12-14' }], ['EBV DNA, by 2026-12-14']],
    ['preference', { stand: 'not-asked-yet' }, ['not asked yet']],
    ['override', { reason: 'patient-preference', comment: 'She said no.' }, ['patient preference: She said no.']],
    ['something-new', { dueOn: 1 }, ['due on: 1']],
  ])('reads %s of %j as %j', (field, value, lines) => expect(contentLines(field, value)).toEqual(lines));
});
