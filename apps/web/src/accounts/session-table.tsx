import { Badge, Button, Table } from '@mantine/core';
import { momentText } from '../shell/moment.js';
import { texts } from '../texts/texts.js';
import type { SessionEntry } from './account-queries.js';
import { agentName } from './agent-name.js';

const said = texts.accounts.sessions;

/** Where somebody has signed in, or which programs act as them, each with what ends it. */
export const SessionTable = ({
  entries,
  label,
  end,
}: {
  readonly entries: readonly SessionEntry[];
  readonly label: string;
  readonly end: (entry: SessionEntry) => void;
}) => (
  <Table.ScrollContainer minWidth={640}>
    <Table verticalSpacing={4} fz="sm" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {Object.entries(said.columns).map(([column, name]) => (
            <Table.Th key={column} aria-label={name === '' ? said.end : undefined}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td fw={600} title={entry.agent ?? undefined}>
              {sessionName(entry)}{' '}
              {entry.isThis === true && (
                <Badge variant="light" color="teal" tt="none">
                  {said.isThis}
                </Badge>
              )}
            </Table.Td>
            <Table.Td>{entry.address ?? said.unknownPlace}</Table.Td>
            {[entry.createdAt, entry.usedAt, entry.expiresAt].map((moment, column) => (
              <Table.Td key={`${said.columns.begun}${String(column)}`} style={{ whiteSpace: 'nowrap' }}>
                <time dateTime={moment}>{momentText(moment)}</time>
              </Table.Td>
            ))}
            <Table.Td ta="right">
              {entry.isThis !== true && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  aria-label={entry.kind === 'program' ? said.revokeNamed(sessionName(entry)) : said.endNamed(sessionName(entry))}
                  onClick={() => end(entry)}
                >
                  {entry.kind === 'program' ? said.revoke : said.end}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

/** What a session or token is called. */
export function sessionName({ kind, label, agent }: SessionEntry): string {
  if (kind === 'program') return label ?? said.token;
  return agent === null ? said.unknownBrowser : agentName(agent);
}
