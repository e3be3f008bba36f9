import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { OpenModal } from '../shell/open-modal.js';
import { Answer } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { type Account, accountSessionsQuery, type SessionEntry, useEndSession } from './account-queries.js';
import { Confirm } from './confirm.js';
import { MakeToken } from './make-token.js';
import { SessionTable, sessionName } from './session-table.js';

const said = texts.accounts;

/** Where an account is signed in and which programs act as it, for an administrator. */
export function AccountSessions({ account, close }: { readonly account: Account; readonly close: () => void }) {
  const query = useQuery(accountSessionsQuery(account.id));
  const end = useEndSession(account.id);
  const [ending, setEnding] = useState<SessionEntry | null>(null);
  return (
    <OpenModal onClose={close} size="xl" title={said.sessions.of(account.login)} closeButtonProps={{ 'aria-label': said.close }}>
      <Stack gap="sm">
        <Answer query={query}>{({ sessions }) => <Kinds sessions={sessions} end={setEnding} />}</Answer>
        <MakeToken accountId={account.id} />
      </Stack>
      {ending !== null && (
        <Confirm
          title={ending.kind === 'program' ? said.sessions.revokeNamed(sessionName(ending)) : said.sessions.endNamed(sessionName(ending))}
          action={ending.kind === 'program' ? said.sessions.revoke : said.sessions.end}
          error={end.error}
          isPending={end.isPending}
          confirm={() => end.mutate(ending.id, { onSuccess: () => setEnding(null) })}
          close={() => setEnding(null)}
        >
          {ending.kind === 'program' ? said.sessions.revokeWhy : said.sessions.endWhy}
        </Confirm>
      )}
    </OpenModal>
  );
}

/** Sessions of browsers and tokens of programs, each under its name. */
export function Kinds({
  sessions,
  end,
  children,
}: {
  readonly sessions: readonly SessionEntry[];
  readonly end: (entry: SessionEntry) => void;
  /** What else can be done with the sessions of browsers. */
  readonly children?: ReactNode;
}) {
  const kinds = [
    { kind: 'browser', title: said.sessions.title, empty: said.sessions.none },
    { kind: 'program', title: said.tokens.title, empty: said.tokens.none },
  ] as const;
  return kinds.map(({ kind, title, empty }) => {
    const entries = sessions.filter((one) => one.kind === kind);
    return (
      <section key={kind} aria-label={title}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {kind === 'program' && (
          <Text size="sm" c="dimmed">
            {said.tokens.why}
          </Text>
        )}
        {entries.length === 0 ? <Text size="sm">{empty}</Text> : <SessionTable entries={entries} label={title} end={end} />}
        {kind === 'browser' && children}
      </section>
    );
  });
}
