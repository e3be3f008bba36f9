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
          {texts.meeting.quorum.forKind(relevant.map(kindInWords).join(texts.meeting.quorum.or))}
        </Text>
      </Text>
    </Tooltip>
  );
}

/** The quorum of every kind of decision, written out; those first, and larger, that the proposed step needs. */
export function QuorumLines({
  quorum,
  step,
}: {
  readonly quorum: NonNullable<AgendaItem['quorum']>;
  readonly step?: AgendaItem['nextStep'];
}) {
  const relevant = step == null ? Object.keys(quorum) : quorumFor(quorum, step).relevant;
  const others = Object.keys(quorum).filter((kind) => !relevant.includes(kind));
  return (
    <Group gap={6}>
      {[...relevant, ...others].map((kind) => {
        const { state, missing } = quorum[kind] ?? { state: 'unmet', missing: [] };
        const isMet = state === 'met';
        return (
          <Badge
            key={kind}
            size={step != null && relevant.includes(kind) ? 'lg' : 'md'}
            variant={isMet ? 'light' : 'outline'}
            color={isMet ? 'teal' : 'orange'}
            tt="none"
          >
            {kindInWords(kind)}: {isMet ? `✓ ${texts.meeting.quorum.met}` : `✗ ${texts.meeting.quorum.missing(listed(missing))}`}
          </Badge>
        );
      })}
    </Group>
  );
}
