import { isErased } from '../patient/erased.js';

interface OfCase<Identity> {
  readonly identity: Identity | null;
  readonly title?: string;
}

/** What is known of whose case it is and what it is called: nothing of what was erased. */
export const knownPatient = <Identity extends { readonly name: string }>({ identity, title }: OfCase<Identity>) => ({
  identity: identity === null || isErased(identity.name) ? null : identity,
  title: title === undefined || isErased(title) ? null : title,
});
