import { Badge, Button, List, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { inWords, texts } from '../../texts/texts.js';
import type { Deliberation } from '../case-queries.js';
import { Part } from '../next-step/next-step.js';
import { References } from '../reasons.js';
import { Rephrased, type Rephrasings } from './rephrased.js';

type Said = NonNullable<Deliberation['synthesis']>;
type Option = Said['options'][number];
export type Entry = NonNullable<Deliberation['ledger']>['entries'][number];

const COLORS: Readonly<Record<Option['position'], string>> = {
  vetoed: 'red',
  'waits-for-data': 'yellow',
  dissent: 'orange',
  supported: 'teal',
  opposed: 'red',
  questioned: 'yellow',
  silent: 'gray',
};

/** What the panel came to: vetoes before gaps in the data before dissent, then option by option. */
export function Synthesis({
  synthesis,
  entries,
  rephrasings,
}: {
  readonly synthesis: Said;
  readonly entries: readonly Entry[];
  readonly rephrasings: Rephrasings;
}) {
  const words = texts.case.panel;
  const claims = new Map(entries.map(({ claim }) => [claim.id, claim]));
  const resting = (ids: readonly string[]) => {
    const cited = ids.flatMap((id) => claims.get(id) ?? []);
    const facts = [...new Set(cited.flatMap((claim) => claim.facts))];
    const evidence = [...new Set(cited.flatMap((claim) => claim.evidence))];
    return <References facts={facts} evidence={evidence} />;
  };
  const lists = [
    [words.vetoes, synthesis.vetoes],
    [words.dataGaps, synthesis.dataGaps],
    [words.openQuestions, synthesis.openQuestions],
  ] as const;
  return (
    <>
      {lists.map(
        ([title, lines]) =>
          lines.length > 0 && (
            <Part key={title} title={title}>
              <List size="sm">
                {lines.map(({ text, claims: ids }) => (
                  <List.Item key={`${text} ${ids.join(' ')}`}>
                    {text} {resting(ids)}
                  </List.Item>
                ))}
              </List>
            </Part>
          ),
      )}
      <Part title={words.options}>
        <Table.ScrollContainer minWidth={820}>
          <Table verticalSpacing={4} fz="sm" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="22%">{words.option}</Table.Th>
                <Table.Th>{words.for}</Table.Th>
                <Table.Th>{words.against}</Table.Th>
                <Table.Th>{words.concerns}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {synthesis.options.map((option) => (
                <Table.Tr key={option.option} style={{ verticalAlign: 'top' }}>
                  <Table.Th scope="row" fw={600}>
                    {option.title}
                    <div>
                      <Badge size="sm" variant="light" color={COLORS[option.position]} tt="none">
                        {inWords(option.position)}
                      </Badge>
                    </div>
                  </Table.Th>
                  <Table.Td>
                    <Voices voices={option.for} resting={resting} rephrasings={rephrasings} />
                  </Table.Td>
                  <Table.Td>
                    <Voices voices={option.against} resting={resting} rephrasings={rephrasings} />
                  </Table.Td>
                  <Table.Td>
                    <Voices voices={[...option.concerns, ...option.challenges]} resting={resting} rephrasings={rephrasings} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Part>
    </>
  );
}

/** More voices than this in one place are folded. */
const FOLDED = 4;

function Voices({
  voices,
  resting,
  rephrasings,
}: {
  readonly voices: Option['for'];
  readonly resting: (ids: readonly string[]) => ReactNode;
  readonly rephrasings: Rephrasings;
}) {
  const [all, setAll] = useState(false);
  return (
    <>
      {(all ? voices : voices.slice(0, FOLDED)).map(({ claim, discipline, author, text }) => (
        <Text key={claim} size="sm">
          <b>{inWords(discipline)}</b>
          {author !== 'agent' && ` (${texts.case.panel.authors[author]})`}: {text} {resting([claim])}
          <Rephrased claim={claim} rephrasings={rephrasings} />
        </Text>
      ))}
      {voices.length > FOLDED && (
        <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.case.fewerParts : texts.case.moreParts(voices.length - FOLDED)}
        </Button>
      )}
    </>
  );
}
