import { type Fault, problem } from '@tumor-board/kernel';

const SHORTEST = 12;
const LONGEST = 256;

/**
 * Refuses a password that is easily guessed. Product rule: length counts, not the kinds of letters.
 * @throws Problem `access.password-weak`
 */
export function checkPassword(password: string, { login, previous }: { readonly login: string; readonly previous?: string }): void {
  const faults: Fault[] = [];
  const refuse = (message: string) => void faults.push({ path: 'password', message });
  if (password.length < SHORTEST || password.length > LONGEST) refuse(`expected ${SHORTEST} to ${LONGEST} characters`);
  else if (new Set(password).size < 5) refuse('expected more than a few different characters');
  if (password.toLowerCase().includes(login) && login.length > 3) refuse('expected a password without the login name');
  if (password === previous) refuse('expected another password than the one before');
  if (faults.length > 0)
    throw problem('access.password-weak', faults.map(({ message }) => `The password: ${message}.`).join(' '), {}, faults);
}
