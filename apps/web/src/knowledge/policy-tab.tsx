import { Badge, Checkbox, Fieldset, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { valueText } from '../audit/value-text.js';
import { hasRole, useSession } from '../session/session.js';
import { AsOf } from '../shell/as-of.js';
import { asDisciplines, DISCIPLINES } from '../shell/disciplines.js';
import { dayText } from '../shell/moment.js';
import { Answer } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { Activated } from './activated.js';
import { Impact } from './impact.js';
import { type Policy, policyQuery } from './knowledge-queries.js';
import { PolicyDifferences } from './policy-differences.js';
import { fieldsOf, fieldsOnto, isSamePolicy, KINDS, NUMBERS, type PolicyFields, policyWith, TARGETS } from './policy-fields.js';
import type { OnActivated } from './use-change.js';
import { WaitingReports } from './waiting-reports.js';

const said = texts.knowledge.policy;
const OWN = new Set<string>([...NUMBERS, 'timeTargets', 'quorum']);

/** What the site decides for itself, and the way of a change of it into force. */
export function PolicyTab() {
  const query = useQuery(policyQuery);
  const [activated, setActivated] = useState<string>();
  return (
    <Answer query={query}>
      {({ policy, version, since, scheduled }) => (
        <Stack gap="md" maw={960}>
          <Group gap="sm">
            <Text size="sm">{said.why}</Text>
            <Badge variant="light" tt="none">
              {said.version(version, since === null ? null : dayText(since))}
            </Badge>
            <AsOf at={query.dataUpdatedAt} />
          </Group>
          {scheduled.map(({ kind, to, effectiveFrom, reportId }) => (
            <Badge key={reportId} variant="outline" tt="none">
              {said.scheduled(kind, to, effectiveFrom)}
            </Badge>
          ))}
          <Activated from={activated} />
          <PolicyForm policy={policy} version={version} onActivated={setActivated} />
          <WaitingReports of={null} onActivated={setActivated} />
        </Stack>
      )}
    </Answer>
  );
}

interface PolicyFormProps {
  readonly policy: Policy;
  readonly version: number;
  readonly onActivated: OnActivated;
}

function PolicyForm({ policy, version, onActivated }: PolicyFormProps) {
  const mayChange = hasRole(useSession(), 'knowledge-editor', 'administrator');
  const [fields, setFields] = useState<PolicyFields>(() => fieldsOf(policy));
  const [movedOnTo, setMovedOnTo] = useState<number>();
  const [current, setCurrent] = useState({ policy, version });
  if (version !== current.version) {
    const moved = fieldsOnto(fields, current.policy, policy);
    setFields(moved);
    setCurrent({ policy, version });
    setMovedOnTo(isSamePolicy(policyWith(policy, moved), policy) ? undefined : version);
  }
  const next = policyWith(policy, fields);
  const isChanged = !isSamePolicy(next, policy);
  const others = Object.entries(policy).filter(([field]) => !OWN.has(field));
  return (
    <>
      <Fieldset variant="unstyled" disabled={!mayChange}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" style={{ alignItems: 'end' }}>
            {NUMBERS.map((name) => (
              <TextInput
                key={name}
                type="number"
                label={said.fields[name]}
                value={fields.numbers[name]}
                onChange={(event) => setFields({ ...fields, numbers: { ...fields.numbers, [name]: event.currentTarget.value } })}
              />
            ))}
            {TARGETS.map((name) => (
              <TextInput
                key={name}
                type="number"
                label={said.fields[name]}
                placeholder={said.productDefault}
                value={fields.targets[name]}
                onChange={(event) => setFields({ ...fields, targets: { ...fields.targets, [name]: event.currentTarget.value } })}
              />
            ))}
          </SimpleGrid>
          {KINDS.map((kind) => (
            <Checkbox.Group
              key={kind}
              label={said.quorum(texts.meeting.quorum.kinds[kind])}
              description={said.quorumHint}
              value={[...fields.quorum[kind]]}
              onChange={(value) => setFields({ ...fields, quorum: { ...fields.quorum, [kind]: asDisciplines(value) } })}
            >
              <Group gap="xs" mt={4}>
                {DISCIPLINES.map((discipline) => (
                  <Checkbox key={discipline} size="xs" value={discipline} label={inWords(discipline)} />
                ))}
              </Group>
            </Checkbox.Group>
          ))}
          {others.length > 0 && (
            <div>
              <Text size="xs" c="dimmed">
                {said.others}
              </Text>
              {others.map(([field, value]) => (
                <Text key={field} size="sm">
                  {field}: {valueText(value)}
                </Text>
              ))}
            </div>
          )}
        </Stack>
      </Fieldset>
      {mayChange && (
        <section aria-label={said.change}>
          <Title order={2} size="h5">
            {said.change}
          </Title>
          {isChanged && movedOnTo !== undefined && (
            <Text size="sm" role="status">
              {said.movedOn(movedOnTo)}
            </Text>
          )}
          {isChanged && <PolicyDifferences from={policy} to={next} />}
          {isChanged ? (
            <Impact key={`${version} ${JSON.stringify(next)}`} change={{ kind: 'policy', policy: next }} onActivated={onActivated} />
          ) : (
            <Text size="sm" c="dimmed">
              {said.unchanged}
            </Text>
          )}
        </section>
      )}
    </>
  );
}
