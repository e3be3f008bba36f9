import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { inWords, texts } from '../texts/texts.js';
import type { Assessment } from './case-queries.js';
import { Part } from './next-step/next-step.js';
import { partName } from './part-name.js';
import { References } from './reasons.js';

/** What is missing and what it would settle, and the facts that somebody should look at. */
export function Missing({ missing, alerts }: Pick<Assessment, 'missing' | 'alerts'>) {
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="missing">
      <Stack gap="xs">
        <Title order={2} size="h5" id="missing">
          {texts.case.missing.title}
        </Title>
        {alerts.length > 0 && (
          <Part title={texts.case.missing.alerts}>
            <Stack gap={4}>
              {alerts.map(({ code, text, facts }) => (
                <Group key={`${code} ${facts.join(' ')}`} gap={6} align="baseline">
                  <Badge size="xs" variant="light" color="orange" tt="none">
                    {inWords(code)}
                  </Badge>
                  <Text size="sm">{text}</Text>
                  <References facts={facts} />
                </Group>
              ))}
            </Stack>
          </Part>
        )}
        {missing.length === 0 ? (
          <Text size="sm">{texts.case.missing.none}</Text>
        ) : (
          <List size="sm" spacing={2}>
            {missing.map(({ item, wouldSettle }) => (
              <List.Item key={item}>
                {item}{' '}
                {wouldSettle.length > 0 && (
                  <Text span size="xs" c="dimmed">
                    {texts.case.missing.settles(wouldSettle.map(partName).join(', '))}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}
