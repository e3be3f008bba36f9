import { randomBytes, randomUUID } from 'node:crypto';
import { type Identity, PROTECTED_FIELDS, patientStream } from '@tumor-board/board';
import { createEventStore, type EventStore, openProtection, type Protection } from '@tumor-board/event-store';
import type { CommandContext } from '@tumor-board/kernel';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PatientCommands } from './patient-commands.js';

let database: TestDatabase;
let protection: Protection;
let store: EventStore;
/** Two coordinators at two processes. */
let one: PatientCommands;
let two: PatientCommands;

beforeAll(async () => {
  database = await createTestDatabase();
  protection = await openProtection({ pool: database.pool, masterKey: randomBytes(32), fields: PROTECTED_FIELDS });
  store = createEventStore({ pool: database.pool, protection });
  const { keys, index, holders } = protection;
  const options = { eventStore: store, keys, index, holders };
  [one, two] = [new PatientCommands(options), new PatientCommands(options)];
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const context = (site = 'default', commandId: string = randomUUID()): CommandContext => ({
  commandId,
  metadata: { site, actor: 'account:c' },
  receivedAt: '2026-11-23T09:00:00Z',
});
const someone = (recordNumber: string, name = 'Chan Tai Man'): Identity => ({
  name,
  recordNumber,
  birthDate: '1961-04-30',
  sex: 'male',
});
const registered = async (recordNumber: string, site = 'default') => (await one.register(someone(recordNumber), context(site))).patientId;
const erase = (patientId: string, confirm?: string) => one.erase(patientId, { because: 'person-asked', confirm }, context());
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

describe('a record number', () => {
  it('that two coordinators register at once for one person gives one record', async () => {
    const [first, second] = await Promise.all([one.register(someone('A-1'), context()), two.register(someone('A-1'), context())]);
    expect(second.patientId).toBe(first.patientId);
    expect(first.duplicate).not.toBe(second.duplicate);
    expect(await store.read(patientStream(first.patientId))).toHaveLength(1);
  });

  it('that two coordinators register at once for two persons is that of one, and the other is told which record it is', async () => {
    const results = await Promise.allSettled([
      one.register(someone('A-2', 'Chan Tai Man'), context()),
      two.register(someone('A-2', 'Wong Siu Ming'), context()),
    ]);
    const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.patientId] : []));
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect([done.length, failed]).toEqual([
      1,
      [expect.objectContaining({ code: 'patient.record-number-taken', data: { patientId: done[0] } })],
    ]);
  });

  it('is one however it is typed, and another at another site', async () => {
    const patientId = await registered('A-3');
    await expect(one.register(someone(' a-3 '), context())).rejects.toEqual(refused('patient.record-number-taken'));
    expect(await registered('A-3', 'elsewhere')).not.toBe(patientId);
  });

  it('stands in no id that can be made without the key', async () => {
    const other = await openOther();
    expect((await other.register(someone('A-4'), context())).patientId).not.toBe(await registered('A-4'));
  });

  it('that was corrected away can be that of somebody else, and a repeated registration still answers with its own record', async () => {
    const first = context();
    const { patientId } = await one.register(someone('A-5'), first);
    await one.correct(patientId, { identity: someone('A-50'), because: 'typing-error' }, context());
    const next = await one.register(someone('A-5', 'Wong Siu Ming'), context());
    expect([next.patientId === patientId, next.duplicate]).toEqual([false, false]);
    expect((await two.register(someone('A-5'), first)).patientId).toBe(patientId);
  });

  it('that a correction gave to a record is known by whoever knows the record', async () => {
    const patientId = await registered('A-6');
    await one.correct(patientId, { identity: someone('A-60'), because: 'typing-error' }, context());
    expect(await one.register(someone('A-60'), context(), patientId)).toMatchObject({ patientId, duplicate: true });
    await expect(one.register(someone('A-60', 'Wong Siu Ming'), context(), patientId)).rejects.toEqual(
      refused('patient.record-number-taken'),
    );
    const unheld = await one.register(someone('A-6'), context(), patientId);
    expect(unheld.patientId).not.toBe(patientId);
  });

  it('that two records, or a record and a new one, are given at once is that of one', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const [a, b] = [await registered(`A-8${turn}a`), await registered(`A-8${turn}b`)];
      const identity = someone(`A-8${turn}`);
      const results = await Promise.allSettled([
        one.correct(a, { identity, because: 'typing-error' }, context()),
        two.correct(b, { identity, because: 'typing-error' }, context()),
        two.register({ ...identity, name: 'Wong Siu Ming' }, context()),
      ]);
      const given = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.patientId] : []));
      const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      const taken = expect.objectContaining({ code: 'patient.record-number-taken', data: { patientId: given[0] } }) as unknown;
      expect([given.length, failed]).toEqual([1, [taken, taken]]);
    }
  });

  it('that one record gave up again is another’s for the asking, and that of one which could not take it is nobody’s', async () => {
    const [a, b] = [await registered('A-90'), await registered('A-91')];
    const named = (recordNumber: string) => ({ identity: someone(recordNumber), because: 'typing-error' }) as const;
    await one.correct(a, named('A-92'), context());
    await expect(two.correct(b, named('A-92'), context())).rejects.toEqual(refused('patient.record-number-taken'));
    await one.correct(a, named('A-90'), context());
    const command = context();
    expect((await two.correct(b, named('A-92'), command)).duplicate).toBe(false);
    expect((await one.correct(b, named('A-92'), command)).duplicate).toBe(true);
    await expect(one.correct(a, named('A-93'), context(), 1)).rejects.toEqual(refused('patient.version-conflict'));
    expect((await two.correct(b, named('A-93'), context())).duplicate).toBe(false);
  });

  it('of a record that was erased begins a new one', async () => {
    const patientId = await registered('A-7');
    await erase(patientId, 'a-7');
    const next = await one.register(someone('A-7'), context());
    expect(next.patientId).not.toBe(patientId);
    const { rows } = await database.owner.query('select from log.token_holders where holder = $1', [patientId]);
    expect(rows).toEqual([]);
    expect(await protection.keys.destroyed([patientStream(patientId), patientStream(next.patientId)])).toEqual(
      new Set([patientStream(patientId)]),
    );
  });
});

describe('a person', () => {
  it('is not registered where texts are not protected', async () => {
    const unprotected = new PatientCommands({ eventStore: store });
    await expect(unprotected.register(someone('B-1'), context())).rejects.toEqual(refused('patient.unprotected'));
  });

  it('is corrected at the version that was seen, and once for one command', async () => {
    const patientId = await registered('B-2');
    const correction = { identity: someone('B-2', 'Chan Tai-man'), because: 'typing-error' } as const;
    await expect(one.correct(patientId, correction, context(), 2)).rejects.toEqual(refused('patient.version-conflict'));
    const command = context();
    expect(await one.correct(patientId, correction, command, 1)).toMatchObject({ version: 2, duplicate: false });
    expect(await two.correct(patientId, correction, command)).toMatchObject({ version: 2, duplicate: true });
    const other = { ...correction, identity: someone('B-2', 'Somebody') };
    await expect(two.correct(patientId, other, command)).rejects.toEqual(refused('idempotency.key-reused'));
  });

  it('of another site is nobody here', async () => {
    const patientId = await registered('B-3', 'elsewhere');
    const here = await registered('B-3');
    await expect(one.find('default', patientId)).rejects.toEqual(refused('patient.unknown'));
    await expect(erase(patientId)).rejects.toEqual(refused('patient.unknown'));
    await expect(one.link(here, { with: patientId, because: 'same-person' }, context())).rejects.toEqual(refused('patient.unknown'));
    await expect(one.link(patientId, { with: here, because: 'same-person' }, context())).rejects.toEqual(refused('patient.unknown'));
  });
});

describe('two records of one person', () => {
  it('are linked once, whoever is asked, and unlinked from either side', async () => {
    const [a, b] = [await registered('C-1'), await registered('C-2')];
    const [first, second] = await Promise.all([
      one.link(a, { with: b, because: 'same-person' }, context()),
      two.link(b, { with: a, because: 'same-person' }, context()),
    ]);
    expect(first.duplicate).not.toBe(second.duplicate);
    expect((await one.unlink(b, { with: a, because: 'linked-by-mistake' }, context())).duplicate).toBe(false);
    expect((await one.unlink(a, { with: b, because: 'linked-by-mistake' }, context())).duplicate).toBe(true);
  });

  it.each(['this record', 'the other record'])('are not linked when %s was erased', async (which) => {
    const [a, b] = [await registered(`C-3 ${which}`), await registered(`C-4 ${which}`)];
    await erase(which === 'this record' ? a : b);
    await expect(one.link(a, { with: b, because: 'same-person' }, context())).rejects.toEqual(refused('patient.erased'));
    await expect(two.link(b, { with: a, because: 'same-person' }, context())).rejects.toEqual(refused('patient.erased'));
  });

  it('are two', async () => {
    const a = await registered('C-5');
    await expect(one.link(a, { with: a, because: 'same-person' }, context())).rejects.toEqual(refused('patient.invalid'));
    await expect(one.link(a, { with: randomUUID(), because: 'same-person' }, context())).rejects.toEqual(refused('patient.unknown'));
  });
});

describe('erasing a person', () => {
  it('is confirmed by the number of the record', async () => {
    const patientId = await registered('D-1');
    await expect(erase(patientId, 'D-2')).rejects.toEqual(refused('patient.not-confirmed'));
    expect(await protection.keys.destroyed([patientStream(patientId)])).toEqual(new Set());
    expect((await erase(patientId, 'd-1')).duplicate).toBe(false);
    expect(await protection.keys.destroyed([patientStream(patientId)])).toEqual(new Set([patientStream(patientId)]));
  });

  it('is done once, and leaves nothing to correct', async () => {
    const patientId = await registered('D-3');
    const correction = { identity: someone('D-3', 'Somebody'), because: 'other' } as const;
    const corrected = context();
    await one.correct(patientId, correction, corrected);
    expect((await erase(patientId)).version).toBe(3);
    expect(await two.erase(patientId, { because: 'court-order' }, context())).toMatchObject({ version: 3, duplicate: true });
    for (const command of [context(), corrected]) {
      await expect(two.correct(patientId, correction, command)).rejects.toEqual(refused('patient.erased'));
    }
    expect((await store.read(patientStream(patientId))).map(({ data }) => data['name'])).toEqual(['[erased]', '[erased]', undefined]);
  });
});

/** The same log under another key for the index: as if somebody guessed at ids without ours. */
async function openOther(): Promise<PatientCommands> {
  const otherDatabase = await createTestDatabase();
  try {
    const { index } = await openProtection({ pool: otherDatabase.pool, masterKey: randomBytes(32), fields: PROTECTED_FIELDS });
    return new PatientCommands({ eventStore: store, index });
  } finally {
    await otherDatabase.drop();
  }
}
