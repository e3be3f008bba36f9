import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { texts } from '../../texts/texts.js';
import type { Assessment } from '../case-queries.js';
import { Reasons, References } from '../reasons.js';
import type { Objection } from './against.js';

/** The proposed step with its reasons, what else could be done, what is ruled out and why, and what is still needed. */
export function NextStep({
  step,
  against,
  children,
}: {
  readonly step: Assessment['nextStep'];
  /** Undefined until it is known. */
  readonly against: readonly Objection[] | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="next-step">
      <Stack gap="sm">
        <Group justify="space-between" align="baseline">
          <Title order={2} size="h5" id="next-step">
            {texts.case.nextStep.title}
          </Title>
          <Text size="xs" c="dimmed">
            {texts.case.nextStep.proposal}
          </Text>
        </Group>
        <Text fw={600}>{step.title}</Text>
        <Details step={step} />
        <Part title={texts.case.nextStep.for}>
          <Reasons reasons={step.because} />
        </Part>
        {against !== undefined && (
          <Part title={texts.case.nextStep.against}>
            {against.length === 0 ? (
              <Text size="sm">{texts.case.nextStep.nothingAgainst}</Text>
            ) : (
              <List size="sm">
                {against.map(({ text, evidence }) => (
                  <List.Item key={text}>
                    {text} <References evidence={evidence} />
                  </List.Item>
                ))}
              </List>
            )}
          </Part>
        )}
        {step.needs.length > 0 && (
          <Part title={texts.case.nextStep.needs}>
            <List size="sm">
              {step.needs.map((need) => (
                <List.Item key={need}>{need}</List.Item>
              ))}
            </List>
          </Part>
        )}
        {step.alternatives.length > 0 && (
          <Part title={texts.case.nextStep.alternatives}>
            <List size="sm">
              {step.alternatives.map(({ title, evidence }) => (
                <List.Item key={title}>
                  {title} <References evidence={evidence} />
                </List.Item>
              ))}
            </List>
          </Part>
        )}
        {step.blocked.length > 0 && (
          <Part title={texts.case.nextStep.blocked}>
            <Stack gap={6}>
              {step.blocked.map(({ option, because }) => (
                <div key={option}>
                  <Group gap={6}>
                    <Badge size="xs" color="red" variant="light" tt="none">
                      {texts.case.nextStep.ruledOut}
                    </Badge>
                    <Text size="sm">{option}</Text>
                  </Group>
                  <Reasons reasons={because} />
                </div>
              ))}
            </Stack>
          </Part>
        )}
        {children}
      </Stack>
    </Paper>
  );
}

/** A part of a panel under a small heading. */
export const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <Text component="h3" size="xs" fw={600} c="dimmed" m={0} mb={2}>
      {title}
    </Text>
    {children}
  </section>
);

function Details({ step: { regimen, doseGy, concurrent, ablation } }: { readonly step: Assessment['nextStep'] }) {
  const details = [
    ...(regimen === undefined ? [] : [texts.case.nextStep.regimen(regimen)]),
    ...(doseGy === undefined ? [] : [texts.case.nextStep.dose(doseGy)]),
    ...(concurrent === undefined ? [] : [texts.case.nextStep.concurrent(concurrent)]),
    ...(ablation === undefined ? [] : [texts.case.nextStep.ablation(ablation)]),
  ];
  if (details.length === 0) return null;
  return <Text size="sm">{details.join(' · ')}</Text>;
}
