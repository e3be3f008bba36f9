import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newestPosition, notePosition } from '../api/live.js';
import { forgetWithSession } from './forget.js';
import { type Session, sessionQuery } from './session.js';

const of = (account: string) => ({ account, roles: [] }) as unknown as Session;

describe('what one person saw', () => {
  let client: QueryClient;
  const become = (session: Session | null): void => void client.setQueryData(sessionQuery.queryKey, session);
  const known = (): unknown => client.getQueryData(['case', '1']);

  beforeEach(() => {
    vi.stubGlobal('sessionStorage', { removeItem: () => undefined });
    client = new QueryClient();
    forgetWithSession(client);
    become(of('ann'));
    client.setQueryData(['case', '1'], { name: 'Wong' });
    notePosition('7', 'case:1');
    return () => {
      vi.unstubAllGlobals();
      client.clear();
    };
  });

  it('stays while the session is asked for again', () => {
    become({ ...of('ann'), name: 'Ann' });
    expect(known()).toBeDefined();
    expect(newestPosition('case:1')).toBe('7');
  });

  it.each([
    ['ends', null],
    ['is somebody else’s at once, as after a sign-in in another tab', of('bob')],
  ])('is forgotten when the session %s', (_, next) => {
    become(next);
    expect(known()).toBeUndefined();
    expect(newestPosition('case:1')).toBeUndefined();
    expect(client.getQueryData(sessionQuery.queryKey)).toEqual(next);
  });
});
