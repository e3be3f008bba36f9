import { describe, expect, it } from 'vitest';
import { ServiceProblem } from '../api/problem.js';
import { faultsOf } from './faults.js';

const refused = (path: string) =>
  faultsOf(
    new ServiceProblem({ code: 'decision.invalid', title: 'Invalid', status: 400, faults: [{ path, message: 'expected some text' }] }),
  );

describe('the faults of a decision', () => {
  it.each([
    ['content.rationale', 'rationale'],
    ['content.actions[0].dueOn', 'actions[0].dueOn'],
    ['content.actions.0.dueOn', 'actions[0].dueOn'],
    ['signature.meaning', 'signature.meaning'],
  ])('finds the field of %s', (path, field) => expect([...refused(path)]).toEqual([[field, 'expected some text']]));

  it('finds none in a failure of the way', () => expect(faultsOf(new Error('lost')).size).toBe(0));
});
