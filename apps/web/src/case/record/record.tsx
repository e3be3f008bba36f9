import { Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { useMemo, useState } from 'react';
import { Answer } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { recordQuery } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { factsAt } from '../horizon/at-horizon.js';
import { factRows, factTypeName } from './fact-rows.js';
import { FactTable } from './fact-table.js';

/** The facts of the case, filtered by type and by words. */
export function RecordView({
  caseId,
  search,
  mayRecord,
}: {
  readonly caseId: string;
  readonly search: CaseSearch;
  readonly mayRecord: boolean;
}) {
  const query = useQuery(recordQuery(caseId));
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="record">
      <Title order={2} size="h5" id="record" mb="xs">
        {texts.case.record.title}
      </Title>
      <Answer query={query}>
        {({ facts }) => <FactsThen facts={facts as readonly IdentifiedFact[]} search={search} mayRecord={mayRecord} />}
      </Answer>
    </Paper>
  );
}

function FactsThen({
  facts,
  search,
  mayRecord,
}: {
  readonly facts: readonly IdentifiedFact[];
  readonly search: CaseSearch;
  readonly mayRecord: boolean;
}) {
  const known = useMemo(() => factsAt(facts, search), [facts, search]);
  return <Facts facts={known} mayRecord={mayRecord} />;
}

function Facts({ facts, mayRecord }: { readonly facts: readonly IdentifiedFact[]; readonly mayRecord: boolean }) {
  const [type, setType] = useState('');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim().toLowerCase(), 150);
  const rows = useMemo(() => factRows(facts).toReversed(), [facts]);
  const types = useMemo(() => [...new Set(rows.map((row) => row.type))].sort(), [rows]);
  const shown = useMemo(
    () =>
      rows.filter(
        (row) => (type === '' || row.type === type) && (words === '' || `${row.id} ${row.on} ${row.says}`.toLowerCase().includes(words)),
      ),
    [rows, type, words],
  );
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" role="search">
        <TextInput
          size="xs"
          type="search"
          label={texts.case.record.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={texts.case.record.type}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          data={[{ value: '', label: texts.queue.any }, ...types.map((value) => ({ value, label: factTypeName(value) }))]}
        />
        <Text size="xs" c="dimmed" role="status">
          {texts.case.record.count(shown.length, rows.length)}
        </Text>
      </Group>
      <FactTable rows={shown} mayRecord={mayRecord} />
    </Stack>
  );
}
