import { Anchor, Group, List, Text } from '@mantine/core';
import { texts } from '../texts/texts.js';
import { usePanel } from './case-panel.js';
import type { Reason } from './case-queries.js';

/** Reasons, each with its facts and its evidence one click away. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <List size="sm" spacing={4} listStyleType="disc" withPadding={false} pl="md">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons are replaced as a whole, and two may say the same
        <List.Item key={index}>
          {reason.text} <References facts={reason.facts} evidence={reason.evidence ?? []} rule={reason.rule} />
        </List.Item>
      ))}
    </List>
  );
}

/** The facts and the evidence that something rests on, to be opened in the side panel. */
export function References({
  facts = [],
  evidence = [],
  rule,
}: {
  readonly facts?: readonly string[];
  readonly evidence?: readonly string[];
  readonly rule?: string | undefined;
}) {
  const open = usePanel();
  if (facts.length === 0 && evidence.length === 0 && rule === undefined) return null;
  return (
    <Group component="span" gap={6} display="inline-flex">
      {facts.map((id) => (
        <Anchor key={`fact ${id}`} component="button" type="button" size="xs" onClick={() => open({ kind: 'fact', id })}>
          {texts.case.fact(id)}
        </Anchor>
      ))}
      {evidence.map((id) => (
        <Anchor
          key={`evidence ${id}`}
          component="button"
          type="button"
          size="xs"
          fs="italic"
          onClick={() => open({ kind: 'evidence', id })}
        >
          {id}
        </Anchor>
      ))}
      {rule !== undefined && (
        <Text span size="xs" c="dimmed">
          {texts.case.rule(rule)}
        </Text>
      )}
    </Group>
  );
}
