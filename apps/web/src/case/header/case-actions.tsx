import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { texts } from '../../texts/texts.js';
import { usePanel } from '../case-panel.js';
import { type CaseSearch, isHorizon } from '../case-search.js';

/** What can be done with a case: look at another day, print it, and, now, put a question to the board or record a fact. */
export function CaseActions({
  caseId,
  search,
  mayRecord,
  looksElsewhere,
  lookElsewhere,
}: {
  readonly caseId: string;
  readonly search: CaseSearch;
  readonly mayRecord: boolean;
  /** The days can be chosen. */
  readonly looksElsewhere: boolean;
  readonly lookElsewhere: () => void;
}) {
  const open = usePanel();
  return (
    <>
      {!isHorizon(search) && (
        <Button size="xs" variant="subtle" aria-expanded={looksElsewhere} onClick={lookElsewhere}>
          {texts.case.horizon.title}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        renderRoot={(props) => <Link {...props} to="/cases/$caseId/sheet" params={{ caseId }} search={search} />}
      >
        {texts.case.sheet.open}
      </Button>
      {mayRecord && (
        <>
          <Button size="xs" variant="light" onClick={() => open({ kind: 'refer' })}>
            {texts.case.refer.open}
          </Button>
          <Button size="xs" onClick={() => open({ kind: 'entry' })}>
            {texts.case.entry.open}
          </Button>
        </>
      )}
    </>
  );
}
