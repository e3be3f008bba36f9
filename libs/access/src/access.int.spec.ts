import { randomUUID } from 'node:crypto';
import { CHEAP_PASSWORDS, createTestDatabase, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessOptions, OperatorToken, SiteAccess } from './index.js';

let database: TestDatabase;
let access: SiteAccess;

const opened = (options: Partial<AccessOptions> = {}): SiteAccess =>
  new SiteAccess({ pool: database.pool, site: 'default', passwordCost: CHEAP_PASSWORDS, sessionCacheMs: 0, ...options });

beforeAll(async () => {
  database = await createTestDatabase();
  access = opened();
  await signedIn(database.pool, { login: 'first', roles: ['administrator'] });
});
afterAll(() => database.drop());

const refused = (code: string) => expect.objectContaining({ code });
const address = () => `2001:db8::${randomUUID().slice(0, 4)}`;
const waited = () => database.owner.query('update access.attempts set blocked_until = now() where blocked_until is not null');
const expired = async (sql: string, token: string): Promise<void> => {
  const found = await access.resolve(token);
  await database.owner.query(`update access.sessions set ${sql} where session_id = $1`, [found?.sessionId]);
};

describe('signing in', () => {
  it('takes the password of the account, however the login name is written', async () => {
    const { login, password, accountId } = await signedIn(database.pool, { roles: ['clinician'], disciplines: ['radiology'] });
    const { token } = await access.signIn.signIn(login.toUpperCase(), password, address());
    expect(await access.resolve(token)).toMatchObject({
      kind: 'browser',
      mustChangePassword: false,
      person: { accountId, actor: `account:${accountId}`, login, site: 'default', roles: ['clinician'], disciplines: ['radiology'] },
    });
  });

  it('says the same of a wrong password, an unknown account and a disabled one', async () => {
    const { login, password, accountId } = await signedIn(database.pool, { roles: ['auditor'] });
    const wrong = access.signIn.signIn(login, `${password}!`, address());
    const unknown = access.signIn.signIn(`nobody-${login}`, password, address());
    await expect(wrong).rejects.toEqual(refused('access.credentials-refused'));
    const said: unknown = await wrong.catch((error: unknown) => error);
    await expect(unknown).rejects.toEqual(said);
    await access.accounts.change(accountId, { enabled: false }, 'test');
    await expect(access.signIn.signIn(login, password, address())).rejects.toEqual(said);
  });

  it('takes as long for an account that is not there: it compares there too', async () => {
    const { login } = await signedIn(database.pool);
    const slow = opened({ passwordCost: { memory: 4_096, passes: 12, parallelism: 1 } });
    const timed = async (name: string) => {
      const start = performance.now();
      await slow.signIn.signIn(name, 'not the password', address()).catch(() => undefined);
      return performance.now() - start;
    };
    await timed('nobody-a');
    const compared = await timed('nobody-b');
    expect(compared).toBeGreaterThan(await timed(login));
  });

  it('keeps neither the token nor the password in clear', async () => {
    const { login, password, token } = await signedIn(database.pool);
    const { token: second } = await access.signIn.signIn(login, password, address());
    const { rows } = await database.owner.query<{ all: string }>(
      `select string_agg(t::text, '') as all from (
         select s::text as t from access.sessions s union all select i::text from access.identities i union all select l::text from access.account_log l
         union all select a::text from access.attempts a union all select a::text from access.accounts a) x`,
    );
    const kept = rows[0]?.all ?? '';
    expect(kept).toContain('$argon2id$v=19$m=8,t=1,p=1$');
    for (const secret of [password, token, second, Buffer.from(token, 'base64url').toString('hex')]) expect(kept).not.toContain(secret);
  });

  it('makes a hash of another cost anew once the password is known', async () => {
    const { login, password, accountId } = await signedIn(database.pool);
    await opened({ passwordCost: { memory: 16, passes: 1, parallelism: 1 } }).signIn.signIn(login, password, address());
    const { rows } = await database.owner.query<{ secret: string }>('select secret from access.identities where account_id = $1', [
      accountId,
    ]);
    expect(rows[0]?.secret).toContain('$m=16,t=1,p=1$');
    expect((await access.signIn.signIn(login, password, address())).token).toMatch(/^[\w-]{43}$/);
  });
});

describe('failed attempts', () => {
  it('make one wait from the fifth on, from this address alone, and never lock the account', async () => {
    const { login, password } = await signedIn(database.pool);
    const from = address();
    for (let turn = 0; turn < 5; turn += 1) {
      await expect(access.signIn.signIn(login, `wrong ${turn}`, from)).rejects.toEqual(refused('access.credentials-refused'));
    }
    await expect(access.signIn.signIn(login, password, from)).rejects.toMatchObject({
      code: 'access.throttled',
      data: { retryAfterSeconds: expect.any(Number) },
    });
    expect((await access.signIn.signIn(login, password, address())).token).toBeDefined();
  });

  it('are counted before they are judged, so that many at once are no way around', async () => {
    const { login } = await signedIn(database.pool);
    const from = address();
    const attempts = await Promise.allSettled(Array.from({ length: 30 }, () => access.signIn.signIn(login, 'wrong', from)));
    const judged = attempts.filter(
      (one) => one.status === 'rejected' && (one.reason as { code: string }).code === 'access.credentials-refused',
    );
    expect(judged.length).toBeLessThanOrEqual(5);
  });

  it('are let go when the wait is over, and forgotten by a success', async () => {
    const { login, password } = await signedIn(database.pool);
    const from = address();
    for (let turn = 0; turn < 6; turn += 1) await access.signIn.signIn(login, 'wrong', from).catch(() => undefined);
    await waited();
    await access.signIn.signIn(login, password, from);
    for (let turn = 0; turn < 4; turn += 1) {
      await expect(access.signIn.signIn(login, 'wrong', from)).rejects.toEqual(refused('access.credentials-refused'));
    }
  });

  it('of an address count for whatever account they name', async () => {
    const from = address();
    const outcomes: string[] = [];
    for (let turn = 0; turn < 52; turn += 1) {
      outcomes.push(
        await access.signIn.signIn(`guess-${turn}`, 'wrong', from).then(
          () => 'in',
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(outcomes.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 'access.credentials-refused'));
    expect(outcomes.at(-1)).toBe('access.throttled');
  });

  it('of an address keep nobody out who knows the password, once the wait is over', async () => {
    const from = address();
    const people = await Promise.all([1, 2, 3].map(() => signedIn(database.pool)));
    for (let turn = 0; turn < 50; turn += 1) await access.signIn.signIn(`guess-${turn}`, 'wrong', from).catch(() => undefined);
    await waited();
    for (const { login, password } of people) expect((await access.signIn.signIn(login, password, from)).token).toBeDefined();
    await access.signIn.signIn('guess', 'wrong', from).catch(() => undefined);
    await expect(access.signIn.signIn('guess', 'wrong', from)).rejects.toEqual(refused('access.throttled'));
  });

  it('of an address drain away while others go on', async () => {
    const from = address();
    const failed = (name: string) => access.signIn.signIn(name, 'wrong', from).catch((error: { code: string }) => error.code);
    for (let turn = 0; turn < 49; turn += 1) await failed(`guess-${turn}`);
    // One drains away in 30 s: of three times 40 s four have, and none of the time is lost.
    for (let turn = 0; turn < 3; turn += 1) {
      await database.owner.query(`update access.attempts set last_at = last_at - interval '40 seconds'`);
      expect(await failed(`later-${turn}`)).toBe('access.credentials-refused');
    }
    expect(await failed('one-more')).toBe('access.credentials-refused');
    expect(await failed('another')).toBe('access.credentials-refused');
    expect(await failed('too-many')).toBe('access.throttled');
  });

  it('are not counted while one waits, so that nobody is kept out of an account by others at the same address', async () => {
    const from = address();
    const { login, password } = await signedIn(database.pool);
    for (let turn = 0; turn < 50; turn += 1) await access.signIn.signIn(`guess-${turn}`, 'wrong', from).catch(() => undefined);
    for (let turn = 0; turn < 8; turn += 1) {
      await expect(access.signIn.signIn(login, password, from)).rejects.toEqual(refused('access.throttled'));
    }
    await database.owner.query(`update access.attempts set blocked_until = null where key like 'address %'`);
    expect((await access.signIn.signIn(login, password, from)).token).toBeDefined();
  });

  it('are forgotten after an hour', async () => {
    await access.signIn.signIn('somebody-long-ago', 'wrong', address()).catch(() => undefined);
    await database.owner.query(`update access.attempts set last_at = now() - interval '61 minutes'`);
    await opened()
      .signIn.signIn('somebody-now', 'wrong', address())
      .catch(() => undefined);
    const { rows } = await database.owner.query<{ count: number }>('select count(*)::integer as count from access.attempts');
    expect(rows[0]?.count).toBe(3);
  });

  it('before a signature are throttled as well', async () => {
    const { accountId, password } = await signedIn(database.pool);
    await access.signIn.verifyPassword(accountId, password);
    for (let turn = 0; turn < 5; turn += 1) {
      await expect(access.signIn.verifyPassword(accountId, 'wrong')).rejects.toEqual(refused('access.reauthentication-refused'));
    }
    await expect(access.signIn.verifyPassword(accountId, password)).rejects.toEqual(refused('access.throttled'));
  });
});

describe('a session', () => {
  it('ends at its end, and after an hour without use, and is listed no more', async () => {
    for (const sql of ['expires_at = now()', `used_at = now() - interval '61 minutes'`]) {
      const { token, accountId } = await signedIn(database.pool);
      expect(await access.sessions.of(accountId)).toHaveLength(1);
      await expired(sql, token);
      expect(await access.resolve(token)).toBeUndefined();
      expect(await access.sessions.of(accountId)).toEqual([]);
    }
  });

  it.each([
    ['is kept alive by use', true],
    ['is not kept alive by a question of our own', false],
  ])('%s', async (_what, isUse) => {
    const { token } = await signedIn(database.pool);
    await expired(`used_at = now() - interval '59 minutes'`, token);
    const found = await access.resolve(token, { isUse });
    const { rows } = await database.owner.query<{ fresh: boolean }>(
      `select used_at > now() - interval '1 minute' as fresh from access.sessions where session_id = $1`,
      [found?.sessionId],
    );
    expect(rows).toEqual([{ fresh: isUse }]);
  });

  it('is looked up once a second, and a revocation here ends it at once', async () => {
    const cached = opened({ sessionCacheMs: 60_000 });
    const { token, accountId } = await signedIn(database.pool);
    const found = await cached.resolve(token);
    await expired('revoked_at = now()', token);
    expect(await cached.resolve(token)).toEqual(found);
    const other = await signedIn(database.pool);
    const { sessionId } = (await cached.resolve(other.token)) ?? { sessionId: '' };
    await cached.sessions.revoke(other.accountId, sessionId, 'test');
    expect([await cached.resolve(token), await cached.resolve(other.token)]).toEqual([undefined, undefined]);
    await expect(cached.sessions.revoke(accountId, sessionId, 'test')).rejects.toEqual(refused('access.unknown-session'));
  });

  it('ends when the account is disabled, gets another password, or its person chooses one', async () => {
    const [disabled, reset, chosen] = [await signedIn(database.pool), await signedIn(database.pool), await signedIn(database.pool)];
    await access.accounts.change(disabled.accountId, { enabled: false }, 'test');
    await access.accounts.resetPassword(reset.accountId, 'test');
    const program = await access.sessions.makeToken(chosen.accountId, { label: 'laboratory', days: 30 }, 'test');
    const next = await access.signIn.changePassword(chosen.accountId, chosen.password, 'another horse battery');
    for (const token of [disabled.token, reset.token, chosen.token, program.token]) expect(await access.resolve(token)).toBeUndefined();
    expect((await access.resolve(next.token))?.person.accountId).toBe(chosen.accountId);
  });

  it('has the roles of its site alone', async () => {
    const { token, accountId } = await signedIn(database.pool, { roles: ['chair'] });
    const elsewhere = opened({ site: 'elsewhere' });
    expect((await elsewhere.resolve(token))?.person).toMatchObject({ accountId, site: 'elsewhere', roles: [], disciplines: [] });
    expect((await access.resolve(token))?.person.roles).toEqual(['chair']);
  });

  it.each(['', 'x', 'é'.repeat(43), 'A'.repeat(43)])('does not come from "%s"', async (token) => {
    expect(await access.resolve(token)).toBeUndefined();
  });
});

describe('a one-time password', () => {
  it('is good for choosing another, which must not be weak', async () => {
    const { accountId, password } = await access.accounts.add({ login: `new-${randomUUID().slice(0, 8)}`, name: 'New', roles: [] }, 'test');
    const { login } = await access.accounts.get(accountId);
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const { token } = await access.signIn.signIn(login, password, address());
    expect((await access.resolve(token))?.mustChangePassword).toBe(true);
    for (const weak of ['short', 'aaaaaaaaaaaaaaaa', `my ${login} password`, password]) {
      await expect(access.signIn.changePassword(accountId, password, weak)).rejects.toMatchObject({
        code: 'access.password-weak',
        faults: [{ path: 'password' }],
      });
    }
    const next = await access.signIn.changePassword(accountId, password, 'a password of my own');
    expect((await access.resolve(next.token))?.mustChangePassword).toBe(false);
    await expect(access.signIn.signIn(login, password, address())).rejects.toEqual(refused('access.credentials-refused'));
  });
});

describe('accounts', () => {
  it('have a login name once', async () => {
    const account = { login: `twice-${randomUUID().slice(0, 8)}`, name: 'One', roles: [] };
    await access.accounts.add(account, 'test');
    await expect(access.accounts.add({ ...account, login: account.login.toUpperCase() }, 'test')).rejects.toEqual(
      refused('access.login-taken'),
    );
  });

  it.each([
    [{ login: 'has space' }, 'login'],
    [{ name: ' ' }, 'name'],
    [{ roles: [{ role: 'clinician' as const }] }, 'roles[0].disciplines'],
    [{ roles: [{ role: 'chair' as const, disciplines: ['radiology' as const] }] }, 'roles[0].disciplines'],
    [{ roles: [{ role: 'chair' as const }, { role: 'chair' as const }] }, 'roles[1].role'],
  ])('are refused by the field that is wrong: %o', async (wrong, path) => {
    const account = { login: `a${randomUUID().slice(0, 8)}`, name: 'A', roles: [], ...wrong };
    await expect(access.accounts.add(account, 'test')).rejects.toMatchObject({ code: 'access.account-invalid', faults: [{ path }] });
  });

  it('are changed by the administrators of their own site alone', async () => {
    const shared = await signedIn(database.pool, { roles: ['chair'] });
    const elsewhere = opened({ site: 'elsewhere' });
    await signedIn(database.pool, { site: 'elsewhere', roles: ['administrator'] });
    await elsewhere.accounts.change(shared.accountId, { roles: [{ role: 'auditor' }] }, 'test');
    await expect(elsewhere.accounts.resetPassword(shared.accountId, 'test')).rejects.toEqual(refused('access.other-site'));
    await expect(elsewhere.accounts.change(shared.accountId, { enabled: false }, 'test')).rejects.toEqual(refused('access.other-site'));
    expect((await access.accounts.get(shared.accountId)).roles).toEqual([{ role: 'chair', disciplines: [] }]);
    const own = await signedIn(database.pool, { roles: ['chair'] });
    await expect(elsewhere.accounts.get(own.accountId)).rejects.toEqual(refused('access.unknown-account'));
    await expect(elsewhere.accounts.resetPassword(own.accountId, 'test')).rejects.toEqual(refused('access.unknown-account'));
  });

  it('leave a site with an administrator', async () => {
    const site = `s${randomUUID().slice(0, 8)}`;
    const alone = opened({ site });
    const { accountId } = await signedIn(database.pool, { site, roles: ['administrator'] });
    await expect(alone.accounts.change(accountId, { enabled: false }, 'test')).rejects.toEqual(refused('access.last-administrator'));
    await expect(alone.accounts.change(accountId, { roles: [] }, 'test')).rejects.toEqual(refused('access.last-administrator'));
    expect((await alone.accounts.get(accountId)).enabled).toBe(true);
  });

  it('begin with one administrator, however many processes start at once', async () => {
    const fresh = await createTestDatabase();
    try {
      const many = Array.from({ length: 8 }, () => new SiteAccess({ pool: fresh.pool, site: 'default', passwordCost: CHEAP_PASSWORDS }));
      const made = await Promise.all(many.map(({ accounts }) => accounts.addFirst({ login: 'admin', name: 'Administrator' }, 'start')));
      expect(made.filter((one) => one !== undefined)).toHaveLength(1);
      expect(await many[0]?.accounts.list()).toMatchObject([
        { login: 'admin', mustChangePassword: true, roles: [{ role: 'administrator' }] },
      ]);
    } finally {
      await fresh.drop();
    }
  });

  it('have a history of what was done to them, by whom, that cannot be changed', async () => {
    const { accountId } = await signedIn(database.pool, { roles: ['chair'] });
    await access.accounts.change(accountId, { roles: [{ role: 'auditor' }] }, 'account:someone');
    const { rows } = await database.pool.query<{ actor: string; change: string }>(
      'select actor, change from access.account_log where account_id = $1 order by entry',
      [accountId],
    );
    expect(rows).toEqual([
      { actor: 'test', change: 'added' },
      { actor: 'account:someone', change: 'changed' },
    ]);
    await expect(database.pool.query('delete from access.account_log')).rejects.toThrow('permission denied');
    await expect(database.owner.query('delete from access.account_log')).rejects.toThrow('never changed or removed');
  });
});

describe('the token of the operator', () => {
  it('is taken where it was made, and nowhere else', async () => {
    const operatorToken = new OperatorToken();
    const own = opened({ operatorToken });
    expect((await own.resolve(operatorToken.token))?.person).toMatchObject({
      actor: 'operator',
      roles: expect.arrayContaining(['administrator']),
    });
    expect(await access.resolve(operatorToken.token)).toBeUndefined();
    expect(await own.resolve(new OperatorToken().token)).toBeUndefined();
  });
});

describe('the read log', () => {
  const person = { accountId: randomUUID(), actor: 'account:reader', login: 'reader', name: 'Dr Reader', site: 'default', disciplines: [] };

  it('tells who was shown a case, and what a person was shown, the newest first and page by page', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const entry = { person: { ...person, roles: ['chair'] as const }, operation: 'getCase' };
    for (const caseIds of [[one], [one, two], [], [two]]) await access.readLog.record({ ...entry, caseIds, correlationId: 'c-1' });
    const ofOne = await access.readLog.list({ caseId: one });
    expect(ofOne.entries.map(({ caseIds }) => caseIds)).toEqual([[one, two], [one]]);
    expect(ofOne.entries[1]).toMatchObject({
      actor: 'account:reader',
      name: 'Dr Reader',
      roles: ['chair'],
      count: 1,
      correlationId: 'c-1',
    });
    const seen: number[] = [];
    for (let after: string | undefined; ; ) {
      const page = await access.readLog.list({ actor: 'account:reader', limit: 1, after });
      seen.push(...page.entries.map(({ count }) => count));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual([1, 0, 2, 1]);
    const [newest] = ofOne.entries;
    expect((await access.readLog.list({ caseId: one, from: newest?.at })).entries).toHaveLength(1);
    expect((await access.readLog.list({ caseId: one, to: newest?.at })).entries).toHaveLength(1);
    await expect(access.readLog.list({ after: 'x' })).rejects.toEqual(refused('cursor.invalid'));
  });

  it.each([false, true])('holds all entries that come in at once, told by an event as well: %s', async (toldByEvent) => {
    const actor = `account:${randomUUID()}`;
    const caseId = randomUUID();
    const entry = { person: { ...person, actor, roles: [] }, operation: 'getCase', caseIds: [caseId], toldByEvent };
    await Promise.all(Array.from({ length: 500 }, () => access.readLog.record(entry)));
    const { rows } = await database.pool.query('select count(*)::int as n from access.read_log where actor = $1', [actor]);
    expect(rows).toEqual([{ n: 500 }]);
  });

  it('is of its site, and cannot be changed by the application or by its owner', async () => {
    const caseId = randomUUID();
    await access.readLog.record({ person: { ...person, roles: [] }, operation: 'getCase', caseIds: [caseId] });
    expect((await opened({ site: 'elsewhere' }).readLog.list({ caseId })).entries).toEqual([]);
    for (const change of [`update access.read_log set name = 'x'`, 'delete from access.read_log', 'truncate access.read_log']) {
      await expect(database.pool.query(change)).rejects.toThrow('permission denied');
      await expect(database.owner.query(change)).rejects.toThrow('never changed or removed');
    }
  });
});
