import { useQuery } from '@tanstack/react-query';
import { Answer, Empty } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { deliberationQuery } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { PanelOpinions } from '../panel-opinions/panel-opinions.js';
import { lastDayOf } from './at-horizon.js';

/** What the panel had said by then; nothing of what it was asked later. */
export function PanelThen({ caseId, search }: { readonly caseId: string; readonly search: CaseSearch }) {
  const query = useQuery(deliberationQuery(caseId));
  const last = lastDayOf(search);
  return (
    <Answer query={query}>
      {({ run }) =>
        run !== null && last !== null && run.requestedAt.slice(0, 10) > last ? (
          <Empty title={texts.case.horizon.panelLater(run.requestedAt.slice(0, 10))} />
        ) : (
          <PanelOpinions caseId={caseId} mayAsk={false} />
        )
      }
    </Answer>
  );
}
