import { Badge, Group, Tooltip } from '@mantine/core';
import { inWords, texts } from '../texts/texts.js';
import type { AgendaItem } from './meeting-queries.js';

const listed = (who: readonly string[]): string => (who.length === 0 ? texts.meeting.quorum.nobody : who.map(inWords).join(', '));
const kindInWords = (kind: string): string => (texts.meeting.quorum.kinds as Readonly<Record<string, string>>)[kind] ?? inWords(kind);

/** Whether those are there whom a decision on the case needs, for each kind of decision. */
export function QuorumBadge({ quorum }: { readonly quorum: AgendaItem['quorum'] }) {
  if (quorum === null) return null;
  const kinds = Object.entries(quorum);
  if (kinds.length === 0) return null;
  const missing = [...new Set(kinds.flatMap(([, result]) => result.missing))];
  const isMet = kinds.every(([, { state }]) => state === 'met');
  const explained = kinds
    .map(
      ([kind, result]) =>
        `${texts.meeting.quorum.forKind(kindInWords(kind))}: ${texts.meeting.quorum.of(listed(result.present), listed(result.missing))}`,
    )
    .join('\n');
  return (
    <Tooltip label={explained} multiline maw={420} style={{ whiteSpace: 'pre-line' }} events={{ hover: true, focus: true, touch: true }}>
      <Badge tabIndex={0} variant={isMet ? 'light' : 'outline'} color={isMet ? 'teal' : 'orange'} tt="none" maw="100%">
        {isMet ? `✓ ${texts.meeting.quorum.met}` : `✗ ${texts.meeting.quorum.missing(missing.map(inWords).join(', '))}`}
      </Badge>
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
