import { Button, Group, Paper, PasswordInput, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { headlineText } from '../case/headline-text.js';
import { partName } from '../case/part-name.js';
import { todayOf } from '../meeting/days.js';
import { hasRole, useSession } from '../session/session.js';
import { DayField } from '../shell/day-field.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { type Change, type OnActivated, useChange } from './use-change.js';

const said = texts.knowledge.impact;

/** The way of a change into force: what it would change, a signature under that, and then the change. */
export function Impact({ change, onActivated }: { readonly change: Change; readonly onActivated: OnActivated }) {
  const mayChange = hasRole(useSession(), 'knowledge-editor', 'administrator');
  const { report, sign, activate } = useChange(change, onActivated);
  const [effectiveFrom, setEffectiveFrom] = useState('');
  const [meaning, setMeaning] = useState<string>(said.meaningDefault);
  const [password, setPassword] = useState('');
  if (!mayChange) return <Text size="sm">{said.onlyEditors}</Text>;
  const made = report.data;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (made === undefined) return;
    sign.mutate({ reportId: made.reportId, digest: made.report.digest, meaning: meaning.trim(), password });
    // The password is given anew each time; the words stay.
    setPassword('');
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {said.why}
      </Text>
      <Group gap="xs" align="flex-end">
        <DayField
          size="xs"
          label={said.effectiveFrom}
          min={todayOf(new Date())}
          value={effectiveFrom}
          onChange={(day) => {
            setEffectiveFrom(day);
            report.reset();
            sign.reset();
          }}
        />
        <Button size="xs" variant="light" loading={report.isPending} onClick={() => report.mutate(effectiveFrom)}>
          {said.run}
        </Button>
      </Group>
      {report.isError && <Failed error={report.error} />}
      {made !== undefined && (
        <Paper withBorder p="sm" component="section" aria-label={said.title}>
          <Stack gap="xs">
            <ReportView report={made.report} />
            <form onSubmit={submit} aria-label={said.sign}>
              <Group gap="xs" align="flex-end">
                <TextInput
                  size="xs"
                  flex={1}
                  label={said.meaning}
                  value={meaning}
                  maxLength={500}
                  onChange={(event) => setMeaning(event.currentTarget.value)}
                  disabled={sign.isSuccess}
                />
                <PasswordInput
                  size="xs"
                  w={190}
                  label={said.password}
                  autoComplete="current-password"
                  required
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  disabled={sign.isSuccess}
                />
                <Button size="xs" variant="light" type="submit" loading={sign.isPending} disabled={sign.isSuccess || meaning.trim() === ''}>
                  {sign.isSuccess ? said.signed : said.sign}
                </Button>
                <Button
                  size="xs"
                  loading={activate.isPending}
                  disabled={!sign.isSuccess || activate.isSuccess}
                  onClick={() => activate.mutate({ reportId: made.reportId, effectiveFrom })}
                >
                  {said.activate}
                </Button>
              </Group>
            </form>
            {sign.isError && <Failed error={sign.error} />}
            {activate.isError && <Failed error={activate.error} />}
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

interface Report {
  readonly casesRead: number;
  readonly casesChanged: number;
  readonly casesToRelist: number;
  readonly parts: readonly { readonly part: string; readonly count: number }[];
  readonly transitions: readonly {
    readonly part: string;
    readonly before: string;
    readonly after: string;
    readonly count: number;
    /** References of cases. */
    readonly examples: readonly string[];
  }[];
  readonly digest: string;
}

function ReportView({ report }: { readonly report: Report }) {
  return (
    <>
      <Title order={3} size="h6">
        {said.title}
      </Title>
      <Text size="sm" role="status">
        {report.casesChanged === 0 ? said.none : said.says(report.casesChanged, report.casesRead, report.casesToRelist)}
      </Text>
      {report.transitions.length > 0 && (
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing={2} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {Object.values(said.columns).map((label) => (
                  <Table.Th key={label}>{label}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.transitions.map(({ part, before, after, count, examples }) => (
                <Table.Tr key={`${part} ${before} ${after}`} style={{ verticalAlign: 'top' }}>
                  <Table.Td>{partName(part)}</Table.Td>
                  <Table.Td>{headlineText(part, before)}</Table.Td>
                  <Table.Td fw={600}>{headlineText(part, after)}</Table.Td>
                  <Table.Td>{count}</Table.Td>
                  <Table.Td>{examples.join(', ')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {said.digest(report.digest)}
      </Text>
    </>
  );
}
