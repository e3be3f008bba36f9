import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { inWords, texts } from '../texts/texts.js';
import type { PanelSaid } from './decision-content.js';

const said = texts.decision.panel;

/** What the panel said: vetoes before gaps in the data before dissent. It proposes; it never decides. */
export function PanelWords({ said: { vetoes, dataGaps, dissent, openQuestions } }: { readonly said: PanelSaid }) {
  const lists = [
    [said.vetoes, vetoes.map(({ text }) => text)],
    [said.dataGaps, dataGaps.map(({ text }) => text)],
    [
      said.dissent,
      dissent.map(({ option, for: pro, against }) =>
        [...pro.map((claim) => ({ ...claim, side: said.for })), ...against.map((claim) => ({ ...claim, side: said.against }))]
          .map(({ discipline, side, text }) => `${inWords(discipline)} ${side} ${option}: ${text}`)
          .join(' — '),
      ),
    ],
    [said.openQuestions, openQuestions.map(({ text }) => text)],
  ] as const;
  const told = lists.filter(([, lines]) => lines.length > 0);
  if (told.length === 0) return <Text size="sm">{said.nothing}</Text>;
  return (
    <Stack gap={4}>
      {told.map(([label, lines]) => (
        <div key={label}>
          <Text size="xs" c="dimmed">
            {label}
          </Text>
          <Lines lines={lines} />
        </div>
      ))}
    </Stack>
  );
}

/** More lines than this are folded. */
const AT_FIRST = 3;

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      {(all ? lines : lines.slice(0, AT_FIRST)).map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {lines.length > AT_FIRST && (
        <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? said.fewer : said.more(lines.length - AT_FIRST)}
        </Button>
      )}
    </>
  );
}
