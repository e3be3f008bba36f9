import type { Fault } from '@tumor-board/kernel';
import type { DecisionContent, Signature } from './decision-content.js';

/** Whether a signature is the one that records a decision or comes after it. */
export type SignaturePlace = 'first' | 'further';

/** What is wrong with a signature, by path: a person may only sign as what they are. */
export function signatureFaults({ meaning, roles }: Signature, content: DecisionContent, place: SignaturePlace): readonly Fault[] {
  const at = (field: string): string => `signature.${field}`;
  if (place === 'first' && meaning !== 'chair' && meaning !== 'author') {
    return [{ path: at('meaning'), message: 'expected "chair" or "author", because this signature records the decision' }];
  }
  switch (meaning) {
    case 'chair':
      return roles.includes('chair') ? [] : [{ path: at('meaning'), message: 'expected another meaning: only a chair signs as chair' }];
    case 'dissent':
      if (content.dissent.length === 0) {
        return [{ path: at('meaning'), message: 'expected another meaning: the decision holds no dissent to sign' }];
      }
      return ofClinician(roles);
    case 'author':
    case 'reviewer':
      return ofClinician(roles);
  }
}

const ofClinician = (roles: readonly string[]): Fault[] =>
  roles.includes('clinician') || roles.includes('chair')
    ? []
    : [{ path: 'signature.roles', message: 'expected a clinician or a chair: nobody else answers for a decision' }];
