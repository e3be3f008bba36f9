import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { useCallback, useMemo, useState } from 'react';
import { type Change, useLive } from '../api/live.js';
import { ErasedCase } from '../patient/erased-case.js';
import { PatientOfCase } from '../patient/patient-of-case.js';
import { hasRole, useSession } from '../session/session.js';
import { Answer, Failed, Loading } from '../shell/states.js';
import { useKeys } from '../shell/use-keys.js';
import { CaseBody } from './case-body.js';
import { type Panel, PanelContext } from './case-panel.js';
import { assessmentQuery, boardQuery, boardThenQuery, type CaseAnswer, caseKey, caseQuery, recordQuery } from './case-queries.js';
import classes from './case-screen.module.css';
import { type CaseSearch, isHorizon, readCaseAddress, readCaseSearch, TABS, type Tab } from './case-search.js';
import { CaseActions } from './header/case-actions.js';
import { CaseHeader } from './header/case-header.js';
import { daysOf } from './horizon/at-horizon.js';
import { HorizonBanner } from './horizon/horizon-banner.js';
import { HorizonBar } from './horizon/horizon-bar.js';
import { SidePanel } from './side-panel.js';

const route = getRouteApi('/shell/cases/$caseId');

/** One case: what is known of it, what that amounts to, and what the board made of it. */
export function CaseScreen() {
  const { caseId } = route.useParams();
  return <OneCase key={caseId} caseId={caseId} />;
}

function OneCase({ caseId }: { readonly caseId: string }) {
  const [heard, setHeard] = useState(0);
  const keyOf = useCallback(
    (change: Change) => {
      setHeard((before) => Math.max(before, change.version));
      return caseKey(caseId);
    },
    [caseId],
  );
  const listens = useLive(`case:${caseId}`, keyOf);
  const query = useQuery({ ...caseQuery(caseId), enabled: listens });
  return (
    <Answer query={query}>
      {(shown) => (
        <>
          {query.isError && <Failed error={query.error} retry={query.refetch} />}
          <Screen shown={shown} heardVersion={heard} isFetching={query.isFetching} />
        </>
      )}
    </Answer>
  );
}

const NO_FACTS: readonly IdentifiedFact[] = [];

/** The case now, or at the horizon of the address: then all of it is of that day, and nothing can be entered. */
function Screen({
  shown,
  heardVersion,
  isFetching,
}: {
  readonly shown: CaseAnswer;
  readonly heardVersion: number;
  readonly isFetching: boolean;
}) {
  const caseId = shown.id;
  const { tab = 'classes', validOn, knownOn } = route.useSearch();
  const search = useMemo(() => readCaseSearch({ validOn, knownOn }), [validOn, knownOn]);
  const isThen = isHorizon(search);
  const navigate = route.useNavigate();
  const show = useCallback(
    (next: CaseSearch) => void navigate({ search: readCaseAddress({ ...next, tab }), replace: true, resetScroll: false }),
    [navigate, tab],
  );
  const showTab = (next: Tab) => void navigate({ search: readCaseAddress({ ...search, tab: next }), replace: true, resetScroll: false });
  const isRecorder = hasRole(useSession(), 'coordinator', 'clinician', 'chair');
  const [panel, setPanel] = useState<Panel | null>(null);
  const [looksElsewhere, setLooksElsewhere] = useState(false);
  const then = useQuery({ ...assessmentQuery(caseId, search), enabled: isThen });
  const boardNow = useQuery({ ...boardQuery(caseId), enabled: !isThen });
  const boardThen = useQuery(boardThenQuery(caseId, search));
  const work = isThen ? boardThen : boardNow;
  const board = work.data;
  const erased = board?.erased ?? null;
  // Nothing more is recorded of a case that was erased.
  const mayRecord = isRecorder && !isThen && erased === null;
  useKeys({
    n: () => mayRecord && setPanel({ kind: 'entry' }),
    ...Object.fromEntries(TABS.map((name) => [name.charAt(0), () => showTab(name)])),
  });
  const record = useQuery(recordQuery(caseId));
  const facts = (record.data?.facts ?? NO_FACTS) as readonly IdentifiedFact[];
  const days = useMemo(
    () => ({ validOn: daysOf(facts, board ?? undefined, 'validOn'), knownOn: daysOf(facts, board ?? undefined, 'knownOn') }),
    [facts, board],
  );
  const assessment = isThen ? then.data?.assessment : shown.assessment;
  return (
    <PanelContext value={setPanel}>
      <div className={classes['screen']} aria-busy={isThen && then.isPlaceholderData}>
        {isThen && then.data !== undefined && (
          <HorizonBanner
            search={search}
            assessment={then.data.assessment}
            current={then.data.current}
            release={then.data.release}
            back={() => show({})}
          />
        )}
        {work.isError && <Failed error={work.error} retry={work.refetch} />}
        {erased !== null && <ErasedCase erased={erased} />}
        <CaseHeader
          shown={shown}
          assessment={assessment}
          board={board}
          isBoardFailed={work.isError}
          heardVersion={heardVersion}
          isFetching={isFetching}
          isThen={isThen}
          actions={
            <>
              {!isThen && <PatientOfCase caseId={caseId} identity={shown.identity} isErased={erased !== null} />}
              <CaseActions
                caseId={caseId}
                search={search}
                mayRecord={mayRecord}
                looksElsewhere={looksElsewhere}
                lookElsewhere={() => setLooksElsewhere(!looksElsewhere)}
              />
            </>
          }
        >
          {(looksElsewhere || isThen) && <HorizonBar search={search} days={days} show={show} />}
        </CaseHeader>
        {assessment !== undefined ? (
          <CaseBody
            caseId={caseId}
            search={search}
            assessment={assessment}
            board={board ?? undefined}
            record={record}
            mayRecord={mayRecord}
            tab={tab}
            showTab={showTab}
          />
        ) : then.isError ? (
          <Failed error={then.error} retry={then.refetch} />
        ) : (
          <Loading />
        )}
      </div>
      <SidePanel panel={panel} caseId={caseId} search={search} mayRecord={mayRecord} close={() => setPanel(null)} />
    </PanelContext>
  );
}
