import { inWords, texts } from '../../texts/texts.js';
import type { Assessment, CaseBoard } from '../case-queries.js';
import { findingText } from '../finding-text.js';
import { responseLetters } from '../timeline/chart-lanes.js';
import type { TimelineModel } from '../timeline/timeline-model.js';
import { ebvText, newLesionText, percent, type TimelineRow } from '../timeline/timeline-rows.js';
import { factsText, type SheetReason } from './sheet-text.js';

const words = texts.case.sheet;
const None = () => <p>{words.noMarks}</p>;

/** Reasons with the numbers of the facts that they read. */
export const SheetReasons = ({ reasons }: { readonly reasons: readonly SheetReason[] }) => (
  <ul>
    {reasons.map(({ text, facts = [], evidence = [] }) => (
      <li key={`${text} ${facts.join(' ')}`}>
        {text} {factsText(facts, evidence)}
      </li>
    ))}
  </ul>
);

/** The class by each rule set, and what it rests on. */
export const ClassTable = ({ m1 }: Pick<Assessment, 'm1'>) => (
  <table>
    <thead>
      <tr>
        <th>{texts.case.classes.system}</th>
        <th>{texts.case.classes.class}</th>
        <th>{texts.case.classes.why}</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(m1).map(([system, finding]) => (
        <tr key={system}>
          <td>{system}</td>
          <td>
            <b>{findingText(finding)}</b>
          </td>
          <td>{whyOf(finding)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function whyOf(finding: Assessment['m1'][string]): string {
  switch (finding.status) {
    case 'classified':
      return finding.because.map(({ text, facts }) => `${text} ${factsText(facts)}`).join('; ');
    case 'indeterminate':
      return texts.case.classes.missing(finding.missing.join(', '));
    case 'not-applicable':
      return finding.reason;
    case 'reported':
      return texts.case.classes.reportedBy(finding.reportedBy);
  }
}

/** Every sample of EBV DNA, a censored one as the limit that it lies below. */
export function EbvTable({ model: { ebv } }: { readonly model: TimelineModel }) {
  const samples = ebv.series
    .flatMap(({ assay, specimen, unit, points }) => points.map((point) => ({ ...point, unit, by: `${assay}, ${inWords(specimen)}` })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (samples.length === 0) return <None />;
  return (
    <table>
      <thead>
        <tr>
          <th>{words.day}</th>
          <th>{words.assay}</th>
          <th>{words.result}</th>
          <th>{words.fact}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map((sample) => (
          <tr key={sample.fact}>
            <td>{sample.on}</td>
            <td>{sample.by}</td>
            <td>{ebvText(sample, sample.unit)}</td>
            <td>{sample.fact}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every measurement of the targets with its sum, what it changed and the response. */
export function LesionTable({ model: { lesions } }: { readonly model: TimelineModel }) {
  if (lesions.sums.length === 0) return <None />;
  const change = (value: number | null): string => (value === null ? '' : percent(value));
  return (
    <table>
      <thead>
        <tr>
          <th>{words.day}</th>
          {lesions.lesions.map(({ lesion, organ }) => (
            <th key={lesion}>
              {lesion}, {inWords(organ)}
            </th>
          ))}
          <th>{words.sum}</th>
          <th>{words.fromBaseline}</th>
          <th>{words.fromNadir}</th>
          <th>{words.response}</th>
          <th>{words.newLesions}</th>
          <th>{words.fact}</th>
        </tr>
      </thead>
      <tbody>
        {lesions.sums.map(({ fact, on, mm, isBaseline, fromBaselinePct, fromNadirPct }) => {
          const mark = lesions.marks.find((one) => one.fact === fact);
          return (
            <tr key={fact}>
              <td>{on}</td>
              {lesions.lesions.map(({ lesion, points }) => {
                const point = points.find((one) => one.fact === fact);
                return <td key={lesion}>{point === undefined ? '' : (point.mm ?? inWords(point.state))}</td>;
              })}
              <td>
                <b>{mm ?? texts.case.timeline.incomplete}</b>
              </td>
              <td>{isBaseline ? words.baseline : change(fromBaselinePct)}</td>
              <td>{change(fromNadirPct)}</td>
              <td>{mark === undefined ? '' : responseLetters(mark)}</td>
              <td>
                {lesions.fresh
                  .filter((one) => one.fact === fact)
                  .map(newLesionText)
                  .join('; ')}
              </td>
              <td>{fact}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What was given, and what happened. */
export function TreatmentTable({ rows }: { readonly rows: readonly TimelineRow[] }) {
  const given = rows.filter(({ lane }) => lane === 'treatment');
  if (given.length === 0) return <None />;
  return (
    <table>
      <thead>
        <tr>
          <th>{words.day}</th>
          <th>{texts.case.timeline.what}</th>
          <th>{texts.case.timeline.value}</th>
          <th>{words.fact}</th>
        </tr>
      </thead>
      <tbody>
        {given.map(({ on, what, value, fact }) => (
          <tr key={`${on} ${what} ${value}`}>
            <td>{on}</td>
            <td>{what}</td>
            <td>{value}</td>
            <td>{fact}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the board decided, and whether it stands. */
export function DecisionTable({ board: { decisions, standing } }: { readonly board: CaseBoard }) {
  if (decisions.length === 0) return <None />;
  const state = (id: string): string =>
    id !== standing?.decisionId ? words.superseded : standing.review === 'needs-review' ? words.needsReview : words.stands;
  return (
    <table>
      <thead>
        <tr>
          <th>{words.day}</th>
          <th>{words.decided}</th>
          <th>{words.rationale}</th>
          <th>{words.signed}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ decisionId, on, content, provisional, signatures }) => (
          <tr key={decisionId}>
            <td>{on}</td>
            <td>
              <b>{inWords(content.step)}</b> ({[state(decisionId), ...(provisional ? [words.provisional] : [])].join(', ')})
              <br />
              {content.plan}
            </td>
            <td>{content.rationale}</td>
            <td>{signatures.map(({ name }) => name).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
