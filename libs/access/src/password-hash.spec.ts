import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdatedHash, isPasswordOf, PASSWORD_COST } from './password-hash.js';

const CHEAP = { memory: 8, passes: 1, parallelism: 1 };

describe('the hash of a password', () => {
  it('says how it was made, is another each time, and fits its password alone', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse', CHEAP), hashPassword('correct horse', CHEAP)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
    expect(await Promise.all(['correct horse', 'Correct horse', ''].map((text) => isPasswordOf(one, text)))).toEqual([true, false, false]);
  });

  it('is that of another program that follows the same standard', async () => {
    // The reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await isPasswordOf(reference, 'password')).toBe(true);
  });

  it('does not depend on how a letter was typed', async () => {
    expect(await isPasswordOf(await hashPassword('Zoe\u0308 and others', CHEAP), 'Zo\u00eb and others')).toBe(true);
  });

  it.each(['', 'plain', '$argon2id$v=19$m=8,t=1,p=1$$', '$2b$12$abcdefghijklmnopqrstuv'])('is not read from "%s"', async (text) => {
    expect(await isPasswordOf(text, 'plain')).toBe(false);
  });

  it('is made anew when the cost has changed since', async () => {
    const hash = await hashPassword('correct horse', CHEAP);
    expect([isOutdatedHash(hash, CHEAP), isOutdatedHash(hash, PASSWORD_COST), isOutdatedHash('plain', CHEAP)]).toEqual([false, true, true]);
  });
});
