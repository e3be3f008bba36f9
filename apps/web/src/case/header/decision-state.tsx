import { Badge, Group, Text } from '@mantine/core';
import { DecisionLinks } from '../../decision/decision-links.js';
import { inWords, texts } from '../../texts/texts.js';
import type { CaseBoard } from '../case-queries.js';
import { partName } from '../part-name.js';

/** What the board decided last, and whether what it rests on still stands. */
export function DecisionState({ board, isThen }: { readonly board: CaseBoard; readonly isThen: boolean }) {
  const { id, standing, schedule } = board;
  return (
    <>
      <Standing board={board} />
      {!isThen && <DecisionLinks caseId={id} standing={standing?.decisionId ?? null} meetingId={schedule?.meetingId ?? null} />}
    </>
  );
}

function Standing({ board: { standing, decisions } }: { readonly board: CaseBoard }) {
  const decision = decisions.find(({ decisionId }) => decisionId === standing?.decisionId);
  if (standing === null || decision === undefined) return <Text size="sm">{texts.case.noDecision}</Text>;
  const trigger = decision.triggers.at(-1);
  return (
    <>
      <Text size="sm">
        <b>{inWords(decision.content.step)}</b>, <time dateTime={decision.on}>{decision.on}</time>
        {decision.provisional && ` (${texts.case.provisional})`}
      </Text>
      <Group gap={6}>
        {standing.review === 'needs-review' ? (
          <Badge size="sm" color="orange" variant="light" tt="none">
            {texts.queue.needsReview}
          </Badge>
        ) : (
          <Badge size="sm" color="teal" variant="light" tt="none">
            {texts.case.current}
          </Badge>
        )}
        {standing.signedOnEarlierVersion && (
          <Badge size="sm" color="gray" variant="outline" tt="none">
            {texts.case.signedEarlier}
          </Badge>
        )}
      </Group>
      {standing.review === 'needs-review' && trigger !== undefined && (
        <Text size="xs" c="dimmed">
          {texts.case.because(inWords(trigger.kind), trigger.on)}
          {trigger.changed.length > 0 &&
            `: ${trigger.changed.map(({ part, before, after }) => `${partName(part)} ${before ?? texts.case.nothingBefore} → ${after ?? texts.case.nothingAfter}`).join('; ')}`}
        </Text>
      )}
    </>
  );
}
