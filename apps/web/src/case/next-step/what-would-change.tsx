import { Badge, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../shell/states.js';
import { inWords, texts } from '../../texts/texts.js';
import { explanationQuery } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { partName } from '../part-name.js';
import { Part } from './next-step.js';

const PARTS = ['nextStep', 'stage', 'response.gate', 'ebvDna', 'oligometastatic'] as const;

/** What would make one part of the assessment another. Asked only when somebody wants to know: it is costly. */
export function WhatWouldChange({ caseId, search }: { readonly caseId: string; readonly search: CaseSearch }) {
  const [part, setPart] = useState<string>();
  return (
    <Part title={texts.case.change.title}>
      {part === undefined ? (
        <Button size="compact-xs" variant="light" onClick={() => setPart('nextStep')}>
          {texts.case.change.ask}
        </Button>
      ) : (
        <Stack gap={6}>
          <NativeSelect
            size="xs"
            aria-label={texts.case.part}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
            data={PARTS.map((value) => ({ value, label: partName(value) }))}
          />
          <Changes caseId={caseId} part={part} search={search} />
        </Stack>
      )}
    </Part>
  );
}

function Changes({ caseId, part, search }: { readonly caseId: string; readonly part: string; readonly search: CaseSearch }) {
  const query = useQuery(explanationQuery(caseId, part, search));
  return (
    <Answer query={query}>
      {({ whatWouldChange: { sets, leftOut, searched, settled } }) => (
        <Stack gap={4}>
          <Text size="xs" c="dimmed">
            {texts.case.change.searched(searched.hypotheses, searched.complete)} {!settled && texts.case.change.open}
          </Text>
          {sets.length === 0 ? (
            <Text size="sm">{texts.case.change.nothing}</Text>
          ) : (
            <Table verticalSpacing={2} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{texts.case.change.if}</Table.Th>
                  <Table.Th>{texts.case.change.becomes}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sets.map(({ assumptions, value, settled: isSettled }) => (
                  <Table.Tr key={assumptions.map(({ id }) => id).join(' ')}>
                    <Table.Td>
                      {assumptions.map(({ id, label, kind }) => (
                        <Group key={id} gap={6} wrap="nowrap">
                          <Badge size="xs" variant="outline" color="gray" tt="none" miw="max-content">
                            {texts.case.change.kinds[kind]}
                          </Badge>
                          <span>{label}</span>
                        </Group>
                      ))}
                    </Table.Td>
                    <Table.Td>
                      {inWords(value)}
                      {!isSettled && ` (${texts.case.change.stillOpen})`}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          {leftOut > 0 && (
            <Text size="xs" c="dimmed">
              {texts.case.change.leftOut(leftOut)}
            </Text>
          )}
        </Stack>
      )}
    </Answer>
  );
}
