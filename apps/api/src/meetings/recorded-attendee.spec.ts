import type { Account } from '@tumor-board/access';
import type { Attendee } from '@tumor-board/board';
import { describe, expect, it } from 'vitest';
import { recordedAttendee } from './recorded-attendee.js';

const account = (accountId: string, name: string, changes: Partial<Account> = {}): Account => ({
  accountId,
  login: `login-${accountId}`,
  name,
  enabled: true,
  demo: false,
  mustChangePassword: false,
  createdAt: '2026-11-23T09:00:00Z',
  roles: [
    { role: 'chair', disciplines: [] },
    { role: 'clinician', disciplines: ['radiology'] },
  ],
  ...changes,
});
const there = (one: Partial<Attendee>): Attendee => ({
  account: 'guest',
  name: null,
  disciplines: [],
  presence: 'in-person',
  chairs: false,
  conflicts: [],
  isPresent: true,
  ...one,
});
const accounts = [account('1', 'Dr. A. Meier'), account('2', 'Dr B'), account('3', 'Dr B'), account('4', 'Dr C', { enabled: false })];
const entered = (name: string, of = name) => ({ account: of, name, disciplines: ['pathology' as const, 'surgery' as const] });

describe('somebody who is recorded by somebody else', () => {
  it.each([
    ['by its id', entered('anybody', 'account:1')],
    ['by its login', entered('anybody', 'Login-1')],
    ['by its name, however it is written', entered(' dr a  meier')],
  ])('is there under the account that is meant %s, with what it can speak for', (_, who) => {
    expect(recordedAttendee(who, accounts, [])).toEqual({
      account: 'account:1',
      name: 'Dr. A. Meier',
      disciplines: ['radiology'],
      conflicts: [],
    });
  });

  it('keeps the conflicts of interest that were said before', () => {
    const before = [there({ account: 'account:1', conflicts: ['case-1'] })];
    expect(recordedAttendee(entered('Dr. A. Meier'), accounts, before).conflicts).toEqual(['case-1']);
  });

  it.each(['Dr B', 'Dr C', 'Dr Guest'])('is a guest where no one account is meant: %s', (name) => {
    expect(recordedAttendee(entered(name), accounts, [])).toEqual({ ...entered(name), conflicts: [] });
  });

  it('is the guest of before, however the name is written now', () => {
    const before = [there({ account: 'Dr Guest', name: 'Dr Guest' })];
    expect(recordedAttendee(entered('Dr. guest'), accounts, before).account).toBe('Dr Guest');
  });

  it('cannot be there under an account that does not exist', () => {
    for (const account of ['account:9', 'account:4']) {
      const unknown = expect.objectContaining({ code: 'access.unknown-account' }) as unknown as Error;
      expect(() => recordedAttendee(entered('x', account), accounts, [])).toThrow(unknown);
    }
  });
});
