import { Alert, Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { boardQuery, type CaseBoard, caseQuery, type Outlook, outlookQuery } from '../case/case-queries.js';
import { headlineText } from '../case/headline-text.js';
import { partName } from '../case/part-name.js';
import { AsOf } from '../shell/as-of.js';
import { Answer } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import classes from './presenter.module.css';

const said = texts.meeting.presenter;

/** What a room needs to see of a case: the question, what is known, what is proposed, what is missing, what disagrees. */
export function PresentedCase({ caseId }: { readonly caseId: string }) {
  const shown = useQuery(caseQuery(caseId));
  const board = useQuery(boardQuery(caseId));
  const outlook = useQuery(outlookQuery(caseId, {}));
  return (
    <Answer query={shown}>
      {({ assessment, headline, patient }) => (
        <>
          {assessment.alerts.map(({ code, text, facts }) => (
            <Alert key={`${code} ${facts.join(' ')}`} color="red" variant="light" title={inWords(code)}>
              {text}
            </Alert>
          ))}
          <div className={classes['columns']}>
            <div>
              <Answer query={board}>{(work) => <Question board={work} />}</Answer>
              <NextStep step={assessment.nextStep} />
            </div>
            <div>
              <section>
                <h2>{said.headline}</h2>
                <Headline headline={headline} patient={`${said.years(patient.ageYears)}, ${patient.sex}`} />
              </section>
              <Answer query={board}>{(work) => <Missing board={work} />}</Answer>
              <Answer query={outlook}>{(found) => <Disagreement outlook={found} />}</Answer>
              <AsOf at={shown.dataUpdatedAt} />
            </div>
          </div>
        </>
      )}
    </Answer>
  );
}

function Question({ board }: { readonly board: CaseBoard }) {
  return (
    <section>
      <h2>{said.question}</h2>
      {board.referrals.length === 0 && <Text c="dimmed">{said.noQuestion}</Text>}
      {board.referrals.map(({ referralId, question, urgency }) => (
        <p key={referralId} className={classes['question']}>
          {question}{' '}
          {urgency !== 'routine' && (
            <Badge color="red" variant="light" tt="none" size="lg">
              {inWords(urgency)}
            </Badge>
          )}
        </p>
      ))}
    </section>
  );
}

interface Step {
  readonly title: string;
  readonly because: readonly { readonly text: string }[];
}

function NextStep({ step }: { readonly step: Step }) {
  return (
    <section>
      <h2>{said.nextStep}</h2>
      <p className={classes['step']}>{step.title}</p>
      <ul aria-label={said.because}>
        {step.because.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** The parts that a room looks at first, in this order; the rest stands on the case. */
const FIRST = [
  'stage',
  'stage.TNM-9.group',
  'oligometastatic',
  'response.latest',
  'response.best',
  'response.gate',
  'ebvDna.category',
  'ebvDna.clearance',
] as const;

const ANSWERS: Readonly<Partial<Record<string, string>>> = said.answers;

function Headline({ headline, patient }: { readonly headline: Readonly<Record<string, string>>; readonly patient: string }) {
  const parts = FIRST.flatMap((part) => (headline[part] === undefined ? [] : [[part, headline[part]] as const]));
  return (
    <dl className={classes['headline']}>
      <dt>{said.patient}</dt>
      <dd>{patient}</dd>
      {parts.map(([part, value]) => (
        <div key={part} style={{ display: 'contents' }}>
          <dt>{partName(part)}</dt>
          <dd>{ANSWERS[value] ?? headlineText(part, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Missing({ board }: { readonly board: CaseBoard }) {
  return (
    <section>
      <h2>{said.missing}</h2>
      {board.missing.length === 0 && <Text>{said.nothingMissing}</Text>}
      <ul>
        {board.missing.map(({ item, owner, blocking }) => (
          <li key={item}>
            {item} {said.owes(inWords(owner))}
            {blocking && (
              <Badge ml={8} color="red" variant="light" tt="none">
                {said.blocking}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Disagreement({ outlook }: { readonly outlook: Outlook }) {
  const { position, benefit, noBenefit, text } = outlook.locoregionalRadiotherapy;
  return (
    <section>
      <h2>{said.disagreeing}</h2>
      {position === 'disagree' ? (
        <ul>
          <li>
            {said.forIt}: {benefit.join(', ')}
          </li>
          <li>
            {said.againstIt}: {noBenefit.join(', ')}
          </li>
        </ul>
      ) : (
        <Text>{said.agreeing}</Text>
      )}
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </section>
  );
}
