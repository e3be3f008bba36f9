import { Badge, Group, Text, Tooltip } from '@mantine/core';
import { inWords, texts } from '../texts/texts.js';
import type { AgendaItem } from './meeting-queries.js';
import { quorumFor } from './quorum-for.js';

const listed = (who: readonly string[]): string => (who.length === 0 ? texts.meeting.quorum.nobody : who.map(inWords).join(', '));
const kindInWords = (kind: string): string => (texts.meeting.quorum.kinds as Readonly<Record<string, string>>)[kind] ?? inWords(kind);

/** Whether those are there whom the proposed step needs; what other kinds of decisions lack stands on a hint. */
export function QuorumBadge({ quorum, step }: Pick<AgendaItem, 'quorum'> & { readonly step: AgendaItem['nextStep'] }) {
  if (quorum === null) return null;
  const { relevant, missing } = quorumFor(quorum, step);
  const isMet = missing.length === 0;
  const explained = Object.entries(quorum)
    .map(([kind, result]) => {
      const who = texts.meeting.quorum.of(listed(result.present), listed(result.missing));
      return `${texts.meeting.quorum.forKind(kindInWords(kind))}: ${who}`;
    })
    .join('\n');
  return (
    <Tooltip label={explained} multiline maw={420} style={{ whiteSpace: 'pre-line' }} events={{ hover: true, focus: true, touch: true }}>
      <Text tabIndex={0} size="xs" fw={600} c={isMet ? 'teal' : 'orange'} component="div">
        {isMet ? `✓ ${texts.meeting.quorum.met}` : `✗ ${texts.meeting.quorum.missing(missing.map(inWords).join(', '))}`}
        <Text span size="xs" c="dimmed" ml={4}>
          {relevant.map(kindInWords).join(', ')}
        </Text>
      </Text>
    </Tooltip>
  );
}

/** The quorum of every kind of decision, written out. */
export const QuorumLines = ({ quorum }: { readonly quorum: NonNullable<AgendaItem['quorum']> }) => (
  <Group gap={6}>
    {Object.entries(quorum).map(([kind, { state, missing }]) => (
      <Badge key={kind} variant={state === 'met' ? 'light' : 'outline'} color={state === 'met' ? 'teal' : 'orange'} tt="none">
        {kindInWords(kind)}: {state === 'met' ? `✓ ${texts.meeting.quorum.met}` : `✗ ${texts.meeting.quorum.missing(listed(missing))}`}
      </Badge>
    ))}
  </Group>
);
