import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { Answer, Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { ownSessionsQuery, type SessionEntry, useOwnSessions } from './account-queries.js';
import { Kinds } from './account-sessions.js';
import { Confirm } from './confirm.js';
import { MakeToken } from './make-token.js';
import { OwnPassword } from './own-password.js';
import { sessionName } from './session-table.js';

const said = texts.accounts;

/** One's own account: who one is here, the password, and where one has signed in. */
export function OwnScreen() {
  const session = useSession();
  const query = useQuery(ownSessionsQuery);
  const { end, endOthers } = useOwnSessions();
  const [ending, setEnding] = useState<SessionEntry | 'others' | null>(null);
  const close = (): void => setEnding(null);
  return (
    <Stack gap="md" p="md">
      <Group gap="md" align="baseline">
        <Title order={1} size="h3">
          {texts.signIn.ownAccount}
        </Title>
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      <Text size="sm">
        {session.name} ({session.login}) · {session.roles.length === 0 ? said.noRoles : session.roles.map(inWords).join(', ')}
        {session.disciplines.length > 0 && ` · ${session.disciplines.map(inWords).join(', ')}`}
      </Text>
      <section aria-label={said.own.password}>
        <Title order={2} size="h5">
          {said.own.password}
        </Title>
        <OwnPassword changed={() => void query.refetch()} />
      </section>
      {query.data !== undefined && query.isError && <Failed error={query.error} retry={query.refetch} />}
      <Answer query={query}>
        {({ sessions }) => (
          <Kinds sessions={sessions} end={setEnding}>
            <Button
              size="xs"
              variant="default"
              mt={4}
              disabled={sessions.every(({ kind, isThis }) => kind === 'program' || isThis)}
              onClick={() => setEnding('others')}
            >
              {said.own.endOthers}
            </Button>
          </Kinds>
        )}
      </Answer>
      {hasRole(session, 'administrator') ? <MakeToken accountId={session.account} /> : <Text size="sm">{said.tokens.byAdministrator}</Text>}
      {ending === 'others' && (
        <Confirm
          title={said.own.endOthers}
          action={said.own.endOthers}
          error={endOthers.error}
          isPending={endOthers.isPending}
          confirm={() => endOthers.mutate(undefined, { onSuccess: close })}
          close={close}
        >
          {said.own.endOthersWhy}
        </Confirm>
      )}
      {ending !== null && ending !== 'others' && (
        <Confirm
          title={ending.kind === 'program' ? said.sessions.revokeNamed(sessionName(ending)) : said.sessions.endNamed(sessionName(ending))}
          action={ending.kind === 'program' ? said.sessions.revoke : said.sessions.end}
          error={end.error}
          isPending={end.isPending}
          confirm={() => end.mutate(ending.id, { onSuccess: close })}
          close={close}
        >
          {ending.kind === 'program' ? said.sessions.revokeWhy : said.sessions.endWhy}
        </Confirm>
      )}
    </Stack>
  );
}
