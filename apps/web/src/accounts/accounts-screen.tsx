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
import { OneTimePassword } from './one-time-password.js';

const said = texts.accounts;

type Dialog = { readonly kind: 'add' } | { readonly kind: 'change'; readonly account: Account };

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
  const giveOneTime = (account: Account): void => {
    if (!window.confirm(`${account.login}: ${said.resetWhy}`)) return;
    reset.mutate(account.id, { onSuccess: ({ oneTimePassword }) => setShown({ login: account.login, password: oneTimePassword }) });
  };
  const enable = (account: Account): void => {
    if (account.enabled && !window.confirm(`${account.login}: ${said.disableWhy}`)) return;
    change.mutate({ id: account.id, enabled: !account.enabled });
  };
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
      {shown !== null && <OneTimePassword login={shown.login} password={shown.password} close={() => setShown(null)} />}
      {change.isError && <Failed error={change.error} />}
      {reset.isError && <Failed error={reset.error} />}
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
                      edit={() => setDialog({ kind: 'change', account })}
                      enable={() => enable(account)}
                      giveOneTime={() => giveOneTime(account)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Answer>
      {dialog !== null && (
        <AccountForm
          {...(dialog.kind === 'change' ? { account: dialog.account } : {})}
          close={() => setDialog(null)}
          made={(login, password) => setShown({ login, password })}
        />
      )}
    </Stack>
  );
}

function AccountRow({
  account,
  isMe,
  edit,
  enable,
  giveOneTime,
}: {
  readonly account: Account;
  readonly isMe: boolean;
  readonly edit: () => void;
  readonly enable: () => void;
  readonly giveOneTime: () => void;
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
          <Button size="compact-xs" variant="light" onClick={edit}>
            {said.change}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={giveOneTime}>
            {said.resetPassword}
          </Button>
          <Button size="compact-xs" variant="subtle" color={account.enabled ? 'red' : 'teal'} onClick={enable}>
            {account.enabled ? said.disable : said.enable}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
