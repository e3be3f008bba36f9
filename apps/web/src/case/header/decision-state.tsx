import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { DecisionLinks } from '../../decision/decision-links.js';
import { inWords, texts } from '../../texts/texts.js';
import type { CaseBoard, ChangedPart } from '../case-queries.js';
import { byImportance } from '../changed-parts.js';
import { headlineText } from '../headline-text.js';
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
        <Review on={trigger.on} kind={trigger.kind} changed={trigger.changed} />
      )}
    </>
  );
}

/** More changed parts than this are folded: the header is to be taken in at a glance. */
const FOLDED = 3;

interface ReviewProps {
  readonly on: string;
  readonly kind: string;
  readonly changed: readonly ChangedPart[];
}

/** What made the decision need review, and what it changed. */
function Review({ on, kind, changed }: ReviewProps) {
  const [all, setAll] = useState(false);
  const sorted = byImportance(changed);
  const told = (all ? sorted : sorted.slice(0, FOLDED)).map(
    ({ part, before, after }) =>
      `${partName(part)} ${headlineText(part, before, texts.case.nothingBefore)} → ${headlineText(part, after, texts.case.nothingAfter)}`,
  );
  return (
    <Text size="xs" c="dimmed" component="div">
      {texts.case.because(inWords(kind), on)}
      {told.length > 0 && `: ${told.join('; ')}`}{' '}
      {sorted.length > FOLDED && (
        <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.case.fewerParts : texts.case.moreParts(sorted.length - FOLDED)}
        </Button>
      )}
    </Text>
  );
}
