import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { inWords, texts } from '../../texts/texts.js';
import type { Preview } from '../case-queries.js';
import { ChangedParts } from '../changed-parts.js';

/** What recording would change and set off. */
export function PreviewView({ preview, isOld }: { readonly preview: Preview; readonly isOld: boolean }) {
  const words = texts.case.entry.preview;
  const changed = preview.facts.flatMap((fact) => fact.changed);
  return (
    <Paper withBorder p="xs" component="section" aria-label={words.title} aria-live="polite" opacity={isOld ? 0.5 : 1}>
      <Stack gap={4}>
        <Text size="xs" c="dimmed">
          {words.title}
        </Text>
        {preview.rules !== null && preview.rules.length > 0 && (
          <>
            <Text size="xs">{words.rules}</Text>
            <ChangedParts changed={preview.rules} />
          </>
        )}
        {preview.facts.length === 0 ? <Text size="sm">{words.nothingNew}</Text> : <ChangedParts changed={changed} />}
        <Consequences preview={preview} />
        <Text size="sm">
          {words.proposedThen} <b>{preview.assessment.nextStep.title}</b>
        </Text>
      </Stack>
    </Paper>
  );
}

/** For what the case would be listed, and which decision would need review. */
export function Consequences({ preview: { listings, reviews } }: { readonly preview: Preview }) {
  const words = texts.case.entry.preview;
  return (
    <>
      {listings.map(({ reason, dueBy, trigger }) => (
        <Group key={`${reason} ${trigger.kind} ${dueBy}`} gap={6}>
          <Badge size="sm" color="blue" variant="light" tt="none">
            {words.listed}
          </Badge>
          <Text size="sm">{words.listedFor(inWords(reason), dueBy, inWords(trigger.kind))}</Text>
        </Group>
      ))}
      {reviews.map(({ decisionId, trigger }) => (
        <Group key={decisionId} gap={6}>
          <Badge size="sm" color="orange" variant="light" tt="none">
            {texts.queue.needsReview}
          </Badge>
          <Text size="sm">{words.review(inWords(trigger.kind))}</Text>
        </Group>
      ))}
    </>
  );
}
