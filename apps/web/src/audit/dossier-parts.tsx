import { Accordion, Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { components } from '../api/schema.js';
import type { PanelSaid } from '../decision/decision-content.js';
import { PanelWords } from '../decision/panel-words.js';
import { dayText, momentText } from '../shell/moment.js';
import { inWords, texts } from '../texts/texts.js';
import classes from './dossier.module.css';
import { FindingBadge } from './finding-badge.js';
import { SignAsWell } from './sign-as-well.js';

type Answer = components['schemas']['DecisionDossier'];
/** The dossier of a decision as the screens read it. */
export type Dossier = Pick<Answer, 'id' | 'reference' | 'decision' | 'state' | 'signedOnEarlierVersion' | 'known' | 'decided' | 'done'> & {
  readonly said: Pick<Answer['said'], 'dissent' | 'alternatives' | 'noAlternatives'> & {
    readonly panel?: { readonly synthesis: PanelSaid | null } | null;
  };
  readonly advised: {
    readonly release: string;
    readonly assessment: {
      readonly nextStep: {
        readonly title: string;
        readonly because: readonly { readonly text: string }[];
        readonly alternatives: readonly { readonly title: string }[];
        readonly blocked: readonly { readonly option: string; readonly because: readonly { readonly text: string }[] }[];
      };
    };
    readonly outlook: { readonly guidelines: readonly { readonly guideline: string; readonly position: string; readonly text: string }[] };
    readonly digest: Check;
    readonly fingerprint: Check;
  };
};
interface Check {
  readonly recorded: string;
  readonly matches: boolean | null;
}
type Part = { readonly dossier: Dossier };

const said = texts.audit.dossier;

const Section = ({ title, wide = false, children }: { readonly title: string; readonly wide?: boolean; readonly children: ReactNode }) => (
  <Paper withBorder p="sm" component="section" aria-label={title} className={wide ? (classes['wide'] ?? '') : ''}>
    <Stack gap={6}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  </Paper>
);

/** A field with its words. */
const Words = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="sm" className={classes['text'] ?? ''} component="div">
      {children}
    </Text>
  </div>
);

/** Whether something that was recorded comes out the same when it is computed again. */
function Verdict({ label, check: { matches, recorded } }: { readonly label: string; readonly check: Check }) {
  const verdict = matches === null ? said.match.unknown : matches ? said.match.yes : said.match.no;
  return (
    <Text size="xs" title={recorded}>
      {label}:{' '}
      <Text span size="xs" fw={600} c={matches === false ? 'red' : matches === null ? 'dimmed' : 'teal'}>
        {verdict}
      </Text>
    </Text>
  );
}

/** What was decided, by whom it was signed, and whether it is what was signed. */
export function Decided({ dossier }: Part) {
  const { decision, decided } = dossier;
  const { content, quorum, signatures } = decision;
  return (
    <Section title={said.decided}>
      <Group gap={6}>
        <Text fw={700}>{inWords(content.step)}</Text>
        <Badge variant="light" color={decided.followedProposal ? 'teal' : 'orange'} tt="none">
          {decided.followedProposal ? said.followed : said.deviates(inWords(content.override?.reason ?? ''))}
        </Badge>
      </Group>
      {content.override !== undefined && <Words label={texts.decision.fields.overrideComment}>{content.override.comment}</Words>}
      <Words label={said.plan}>{content.plan}</Words>
      <Words label={said.intent}>{inWords(content.intent)}</Words>
      <Words label={said.rationale}>{content.rationale}</Words>
      <Words label={said.contingency}>{content.contingency}</Words>
      <Words label={said.preference}>
        {inWords(content.preference.stand)}
        {content.preference.text !== undefined && `: ${content.preference.text}`}
      </Words>
      <Words label={said.quorum}>
        {said.quorums[quorum.state]}
        {quorum.missing.length > 0 && `, ${said.missing(quorum.missing.map(inWords).join(', '))}`}
      </Words>
      <Words label={said.signatures}>
        {signatures.map(({ account, name, meaning, at }) => (
          <div key={`${account} ${meaning}`}>{said.signature(name, said.meanings[meaning], momentText(at))}</div>
        ))}
      </Words>
      {decision.audit !== null && (
        <Words label={said.audited}>
          <FindingBadge finding={decision.audit.finding} /> {texts.audit.samples.by(decision.audit.auditor.name, decision.audit.on)}
          {decision.audit.comment !== undefined && `: ${decision.audit.comment}`}
        </Words>
      )}
      <Verdict label={said.basis} check={decided.basis} />
      <Verdict label={said.content} check={decided.content} />
      {decision.supersededBy === null && <SignAsWell decision={decision} caseId={dossier.id} />}
    </Section>
  );
}

/** What was advised, computed again from the facts of then under the rules of then. */
export function Advised({ dossier: { advised } }: Part) {
  const { nextStep } = advised.assessment;
  return (
    <Section title={said.advised}>
      <Text fw={700}>{nextStep.title}</Text>
      <Words label={said.because}>
        {nextStep.because.map(({ text }) => (
          <div key={text}>{text}</div>
        ))}
      </Words>
      {nextStep.alternatives.length > 0 && (
        <Words label={said.alternatives}>{nextStep.alternatives.map(({ title }) => title).join(', ')}</Words>
      )}
      {nextStep.blocked.length > 0 && (
        <Words label={said.blocked}>
          {nextStep.blocked.map(({ option, because }) => (
            <div key={option}>
              {option}: {because.map(({ text }) => text).join('; ')}
            </div>
          ))}
        </Words>
      )}
      <Words label={said.guidelines}>
        {advised.outlook.guidelines.map(({ guideline, position, text }) => (
          <div key={guideline}>
            {guideline}: {inWords(position)}. {text}
          </div>
        ))}
      </Words>
      <Words label={said.release}>{advised.release}</Words>
      <Verdict label={said.digest} check={advised.digest} />
      <Verdict label={said.fingerprint} check={advised.fingerprint} />
    </Section>
  );
}

/** What else was weighed and who disagreed, word for word. */
export function Said({ dossier }: Part) {
  const { dissent, alternatives, noAlternatives } = dossier.said;
  return (
    <Section title={said.said}>
      {dissent.length === 0 && <Text size="sm">{said.noDissent}</Text>}
      {dissent.map(({ by, discipline, text }) => (
        <Words key={`${by} ${text}`} label={discipline === undefined ? by : `${by}, ${inWords(discipline)}`}>
          “{text}”
        </Words>
      ))}
      {alternatives.length > 0 && (
        <Words label={said.weighed}>
          {alternatives.map(({ option, because }) => (
            <div key={option}>
              {option}: {because}
            </div>
          ))}
        </Words>
      )}
      {noAlternatives !== null && <Words label={said.nothingWeighed}>{noAlternatives}</Words>}
      {dossier.said.panel?.synthesis != null && <PanelWords said={dossier.said.panel.synthesis} />}
    </Section>
  );
}

const ACTION_COLORS = { open: 'blue', done: 'teal', partly: 'yellow', 'not-done': 'orange' } as const;

/** What was carried out, what came, and what happened since. */
export function Done({ dossier: { done } }: Part) {
  return (
    <Section title={said.done}>
      {done.actions.length === 0 && <Text size="sm">{said.noActions}</Text>}
      {done.actions.map(({ actionId, what, owner, dueOn, state, reason }) => (
        <Group key={actionId} gap={6} wrap="nowrap" align="baseline">
          <Badge variant="light" color={ACTION_COLORS[state]} tt="none">
            {texts.decision.actions.states[state]}
          </Badge>
          <Text size="sm">
            {what} ({'account' in owner ? owner.account : inWords(owner.discipline)}, {said.by(dueOn)})
            {reason !== null && `: ${inWords(reason)}`}
          </Text>
        </Group>
      ))}
      {done.expectations !== null && done.expectations.length > 0 && (
        <Words label={said.expectations}>
          {done.expectations.map(({ expectationId, result, dueOn, state, metOn }) => (
            <div key={expectationId}>
              {inWords(result)}, {said.by(dueOn)}: {inWords(state)}
              {metOn !== null && ` (${metOn})`}
            </div>
          ))}
        </Words>
      )}
    </Section>
  );
}

/** What the panel did is much, and seldom what one looks for here. */
const OF_PANEL = new Set<string>([
  'DeliberationRequested',
  'OpinionRecorded',
  'DisciplineAbsent',
  'ModelConsulted',
  'DeliberationConcluded',
  'DeliberationSuperseded',
]);

/** What was recorded in the case since. */
export function After({ dossier: { done } }: Part) {
  const [all, setAll] = useState(false);
  const others = done.after.filter(({ type }) => !OF_PANEL.has(type));
  const shown = all ? done.after : others;
  const hidden = done.after.length - others.length;
  return (
    <Section title={said.after} wide>
      {done.after.length === 0 && <Text size="sm">{said.nothingAfter}</Text>}
      {shown.length > 0 && (
        <Table verticalSpacing={2} fz="sm" withRowBorders={false}>
          <Table.Tbody>
            {shown.map(({ version, what, recordedAt }) => (
              <Table.Tr key={`${version} ${what}`}>
                <Table.Td w={160}>
                  <time dateTime={recordedAt}>{momentText(recordedAt)}</time>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" style={{ alignSelf: 'flex-start' }} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? said.withoutPanel : said.ofPanel(hidden)}
        </Button>
      )}
    </Section>
  );
}

/** More facts than these are folded. */
const MANY = 25;

/** The facts that were known. */
export function Known({ dossier: { known } }: Part) {
  return (
    <Section title={said.known} wide>
      <Text size="sm">
        {said.asOf(known.asOf, known.version)} · {said.facts(known.facts.length)}
      </Text>
      <Accordion chevronPosition="left" defaultValue={known.facts.length > MANY ? null : 'facts'}>
        <Accordion.Item value="facts">
          <Accordion.Control p={0}>{said.allFacts}</Accordion.Control>
          <Accordion.Panel>
            <Table verticalSpacing={2} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  {Object.values(said.factColumns).map((label) => (
                    <Table.Th key={label}>{label}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {known.facts.map(({ id, on, knownOn, what, recordedAt }) => (
                  <Table.Tr key={id}>
                    <Table.Td>{on}</Table.Td>
                    <Table.Td>{knownOn}</Table.Td>
                    <Table.Td>{what}</Table.Td>
                    <Table.Td>{dayText(recordedAt)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Section>
  );
}
