import { Alert, Badge, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useMemo } from 'react';
import { answered, api } from '../../api/client.js';
import { texts } from '../../texts/texts.js';
import type { Assessment, Outlook } from '../case-queries.js';
import { findingText } from '../finding-text.js';
import { flagText } from '../flag-text.js';
import { Reasons, References } from '../reasons.js';
import classes from './classes.module.css';
import { type ClassGroup, disagree, groupClasses, type SystemClass } from './group-classes.js';

const COLORS: Readonly<Record<ClassGroup['says'], string>> = {
  favourable: 'teal',
  middle: 'yellow',
  unfavourable: 'orange',
  open: 'gray',
  reported: 'blue',
  'not-applicable': 'gray',
};

const systemsQuery = {
  queryKey: ['m1-systems'],
  queryFn: () => answered(api.GET('/api/m1-systems')),
  staleTime: Number.POSITIVE_INFINITY,
};

/** The classes by all published rule sets, grouped by what they say, with reasons and with the survival of the class. */
export function Classes({ assessment, outlook }: { readonly assessment: Assessment; readonly outlook: Outlook | undefined }) {
  const { data: known } = useQuery(systemsQuery);
  const groups = useMemo(() => {
    const classesOf = new Map<string, readonly string[]>(known?.systems.map(({ id, classes: all }) => [id, all]));
    return groupClasses(assessment.m1, outlook?.systems ?? [], (system) => classesOf.get(system) ?? []);
  }, [assessment, outlook, known]);
  const rt = outlook?.locoregionalRadiotherapy;
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="classes">
      <Stack gap="xs">
        <Group justify="space-between" align="baseline">
          <Title order={2} size="h5" id="classes">
            {texts.case.classes.title(Object.keys(assessment.m1).length)}
          </Title>
          <Text size="sm">
            {texts.case.classes.oligometastatic}: <b>{findingText(assessment.oligometastatic)}</b>
          </Text>
        </Group>
        {known !== undefined && disagree(groups) && (
          <Alert color="yellow" variant="light" p="xs" title={texts.case.classes.disagree}>
            <Text size="sm">{texts.case.classes.disagreeWhy}</Text>
          </Alert>
        )}
        {rt !== undefined && (
          <Text size="sm">
            <b>{texts.case.classes.radiotherapy}</b> {rt.text}
          </Text>
        )}
        <Table.ScrollContainer minWidth={740}>
          <Table verticalSpacing={4} fz="sm" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="18%">{texts.case.classes.system}</Table.Th>
                <Table.Th w="10%">{texts.case.classes.class}</Table.Th>
                <Table.Th w="36%">{texts.case.classes.why}</Table.Th>
                <Table.Th w="18%">{texts.case.classes.survival}</Table.Th>
                <Table.Th w="18%">{texts.case.classes.rtColumn}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {known !== undefined &&
                groups.map(({ says, systems }) => (
                  <Fragment key={says}>
                    <Table.Tr>
                      <Table.Th colSpan={5} scope="rowgroup">
                        <Badge variant="light" color={COLORS[says]} tt="none">
                          {texts.case.classes.says[says]} ({systems.length})
                        </Badge>
                      </Table.Th>
                    </Table.Tr>
                    {systems.map((one) => (
                      <SystemRow key={one.system} one={one} />
                    ))}
                  </Fragment>
                ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Stack>
    </Paper>
  );
}

function SystemRow({ one: { system, finding, outlook } }: { readonly one: SystemClass }) {
  const flags = finding.status === 'classified' ? (finding.flags ?? []) : [];
  const caveats = outlook?.caveats ?? [];
  const hasCaution = flags.length + caveats.length > 0;
  return (
    <>
      <Table.Tr className={hasCaution ? (classes['above'] ?? '') : ''}>
        <Table.Th fw={600} scope="row">
          {system} {outlook !== undefined && <References evidence={[outlook.evidence]} />}
          {outlook !== undefined && (
            <Text size="xs" c="dimmed">
              {outlook.title}
            </Text>
          )}
        </Table.Th>
        <Table.Td fw={600}>{findingText(finding)}</Table.Td>
        <Table.Td>
          <Why finding={finding} />
        </Table.Td>
        <Table.Td>
          {outlook?.classes.map(({ class: of, survival }) => (
            <div key={of}>
              {outlook.classes.length > 1 && <b>{of}: </b>}
              {survival.map(({ text, verified }) => `${text}${verified ? '' : ` ${texts.case.notVerified}`}`).join('; ') ||
                texts.case.classes.notStated}
            </div>
          ))}
        </Table.Td>
        <Table.Td>
          {outlook?.classes.map(({ class: of, locoregionalRadiotherapy: claim }) => (
            <div key={of}>
              {outlook.classes.length > 1 && <b>{of}: </b>}
              {claim === null ? texts.case.classes.notStated : `${texts.case.classes.claims[claim.claim]}: ${claim.figures.text}`}
            </div>
          ))}
        </Table.Td>
      </Table.Tr>
      {hasCaution && (
        <Table.Tr>
          <Table.Td colSpan={5} pt={0}>
            <Text size="xs" c="dimmed">
              <b>{texts.case.classes.caution}</b> {[...flags.map((flag) => flagText(flag)), ...caveats.map(({ text }) => text)].join(' ')}
            </Text>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Why({ finding }: { readonly finding: SystemClass['finding'] }) {
  switch (finding.status) {
    case 'classified':
      return <Reasons reasons={finding.because} />;
    case 'indeterminate':
      return (
        <>
          <Reasons reasons={finding.because} />
          {finding.missing.length > 0 && <Text size="sm">{texts.case.classes.missing(finding.missing.join(', '))}</Text>}
          {finding.mayNotApply !== undefined && (
            <Text size="xs" c="dimmed">
              {texts.case.classes.mayNotApply(finding.mayNotApply)}
            </Text>
          )}
        </>
      );
    case 'not-applicable':
      return <>{finding.reason}</>;
    case 'reported':
      return <>{texts.case.classes.reportedBy(finding.reportedBy)}</>;
  }
}
