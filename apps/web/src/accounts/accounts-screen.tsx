import { Alert, Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { dayText } from '../shell/moment.js';
import { Answer, Empty, Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { AccountForm } from './account-form.js';
import { type Account, accountsQuery, useAccountWork } from './account-queries.js';
import { AccountSessions } from './account-sessions.js';
import { Confirm } from './confirm.js';
import { ShownOnce } from './shown-once.js';

const said = texts.accounts;

type Dialog = { readonly kind: 'add' } | { readonly kind: 'change' | 'sessions' | 'reset' | 'disable'; readonly account: Account };

interface Shown {
  readonly login: string;
  readonly password: string;
}

/** Who may enter the site, and as what. */
export function AccountsScreen() {
  const session = useSession();
  const isAdministrator = hasRole(session, 'administrator');
  const query = useQuery({ ...accountsQuery, enabled: isAdministrator });
  const { change, reset } = useAccountWork();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  if (!isAdministrator) {
    return (
      <Alert m="md" color="orange" variant="light">
        {texts.states.notAllowed}
      </Alert>
    );
  }
  const close = (): void => setDialog(null);
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between">
        <Group gap="md" align="baseline">
          <Title order={1} size="h3">
            {said.title}
          </Title>
          <AsOf at={query.dataUpdatedAt} />
        </Group>
        <Button size="xs" onClick={() => setDialog({ kind: 'add' })}>
          {said.add}
        </Button>
      </Group>
      {shown !== null && <ShownOnce why={said.shownOnce(shown.login)} secret={shown.password} close={() => setShown(null)} />}
      {change.isError && dialog === null && <Failed error={change.error} />}
      <Answer query={query}>
        {({ accounts }) =>
          accounts.length === 0 ? (
            <Empty title={said.empty} />
          ) : (
            <Table.ScrollContainer minWidth={900}>
              <Table verticalSpacing={4} fz="sm" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    {Object.entries(said.columns).map(([column, label]) => (
                      <Table.Th key={column}>{label}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {accounts.map((account) => (
                    <AccountRow
                      key={account.id}
                      account={account}
                      isMe={account.id === session.account}
                      open={(kind) => setDialog({ kind, account })}
                      enable={() => change.mutate({ id: account.id, enabled: true })}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Answer>
      {dialog?.kind === 'add' && <AccountForm close={close} made={(login, password) => setShown({ login, password })} />}
      {dialog?.kind === 'change' && <AccountForm account={dialog.account} close={close} made={() => undefined} />}
      {dialog?.kind === 'sessions' && <AccountSessions account={dialog.account} close={close} />}
      {dialog?.kind === 'reset' && (
        <Confirm
          title={said.resetTitle(dialog.account.login)}
          action={said.reset}
          error={reset.error}
          isPending={reset.isPending}
          confirm={() =>
            reset.mutate(dialog.account.id, {
              onSuccess: ({ account, oneTimePassword }) => {
                setShown({ login: account.login, password: oneTimePassword });
                close();
              },
            })
          }
          close={close}
        >
          {said.resetWhy}
        </Confirm>
      )}
      {dialog?.kind === 'disable' && (
        <Confirm
          title={said.disableTitle(dialog.account.login)}
          action={said.disable}
          error={change.error}
          isPending={change.isPending}
          confirm={() => change.mutate({ id: dialog.account.id, enabled: false }, { onSuccess: close })}
          close={close}
        >
          {said.disableWhy}
        </Confirm>
      )}
    </Stack>
  );
}

function AccountRow({
  account,
  isMe,
  open,
  enable,
}: {
  readonly account: Account;
  readonly isMe: boolean;
  readonly open: (kind: 'change' | 'sessions' | 'reset' | 'disable') => void;
  readonly enable: () => void;
}) {
  return (
    <Table.Tr>
      <Table.Td fw={600}>
        {account.login}
        {isMe && (
          <Text span size="xs" c="dimmed" ml={6}>
            {said.me}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{account.name}</Table.Td>
      <Table.Td>
        {account.roles.length === 0
          ? said.noRoles
          : account.roles
              .map(({ role, disciplines }) => inWords(role) + (disciplines.length === 0 ? '' : ` (${disciplines.map(inWords).join(', ')})`))
              .join(', ')}
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          <Badge variant={account.enabled ? 'light' : 'outline'} color={account.enabled ? 'teal' : 'gray'} tt="none">
            {account.enabled ? said.enabled : said.disabled}
          </Badge>
          {account.demo && (
            <Badge variant="outline" color="gray" tt="none">
              {said.demo}
            </Badge>
          )}
          {account.mustChangePassword && (
            <Badge variant="light" color="yellow" tt="none">
              {said.mustChange}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <time dateTime={account.createdAt}>{dayText(account.createdAt)}</time>
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button size="compact-xs" variant="light" aria-label={said.changeTitle(account.login)} onClick={() => open('change')}>
            {said.change}
          </Button>
          <Button size="compact-xs" variant="subtle" aria-label={said.sessions.of(account.login)} onClick={() => open('sessions')}>
            {said.sessions.open}
          </Button>
          <Button size="compact-xs" variant="subtle" aria-label={said.resetTitle(account.login)} onClick={() => open('reset')}>
            {said.resetPassword}
          </Button>
          {account.enabled ? (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              aria-label={said.disableTitle(account.login)}
              onClick={() => open('disable')}
            >
              {said.disable}
            </Button>
          ) : (
            <Button size="compact-xs" variant="subtle" color="teal" aria-label={said.enableTitle(account.login)} onClick={enable}>
              {said.enable}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
