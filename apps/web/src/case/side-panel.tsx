import { Alert, Box, Drawer } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Loading } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { ReferCase } from './board/refer-case.js';
import type { Panel } from './case-panel.js';
import type { CaseSearch } from './case-search.js';
import { EvidenceView } from './evidence/evidence-view.js';
import { FactView } from './record/fact-view.js';

/** Forms are heavy, and come when they are needed. */
const Entry = lazy(() => import('./entry/entry.js').then(({ Entry: component }) => ({ default: component })));

interface Shown {
  readonly caseId: string;
  readonly search: CaseSearch;
  readonly mayRecord: boolean;
  readonly close: () => void;
}

/** What is opened beside the case: a fact, an entry of the evidence, a form. */
export const SidePanel = ({ panel, ...shown }: Shown & { readonly panel: Panel | null }) => (
  <Drawer
    opened={panel !== null}
    onClose={shown.close}
    position="right"
    size={panel?.kind === 'entry' ? 'xl' : 'lg'}
    title={panel === null ? '' : titleOf(panel)}
    overlayProps={{ backgroundOpacity: 0.2 }}
    closeButtonProps={{ 'aria-label': texts.case.close }}
  >
    <Box pb="md">{panel !== null && <Content panel={panel} {...shown} />}</Box>
  </Drawer>
);

function titleOf(panel: Panel): string {
  switch (panel.kind) {
    case 'evidence':
      return texts.case.evidence.title(panel.id);
    case 'fact':
      return texts.case.fact(panel.id);
    case 'refer':
      return texts.case.refer.open;
    case 'entry':
      return panel.correct === undefined ? texts.case.entry.title : texts.case.record.correctFact(panel.correct);
  }
}

function Content({ panel, caseId, search, mayRecord, close }: Shown & { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'evidence':
      return <EvidenceView id={panel.id} />;
    case 'fact':
      return <FactView caseId={caseId} id={panel.id} search={search} mayRecord={mayRecord} />;
    case 'refer':
      return <ReferCase caseId={caseId} close={close} />;
    case 'entry':
      return mayRecord ? (
        <Suspense fallback={<Loading />}>
          <Entry key={panel.correct ?? ''} caseId={caseId} correct={panel.correct} close={close} />
        </Suspense>
      ) : (
        <Alert color="gray">{texts.states.notAllowed}</Alert>
      );
  }
}
