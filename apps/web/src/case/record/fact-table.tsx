import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { texts } from '../../texts/texts.js';
import { usePanel } from '../case-panel.js';
import { type FactRow, factTypeName } from './fact-rows.js';
import classes from './fact-table.module.css';

/** The height of a line in px, as the style says. */
const LINE = 32;
const SHOWN_AT_MOST = 440;

/** Facts, a line each. Only the lines in sight are drawn, so that a long record scrolls as a short one. */
export function FactTable({ rows, mayRecord }: { readonly rows: readonly FactRow[]; readonly mayRecord: boolean }) {
  const viewport = useRef<HTMLElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => LINE,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const inSight = lines.getVirtualItems();
  const above = inSight[0]?.start ?? 0;
  const below = lines.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  const words = texts.case.record;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={viewport} tabIndex={0} aria-label={words.lines} style={{ maxHeight: SHOWN_AT_MOST, overflow: 'auto' }}>
      <table className={classes['table']} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th className={classes['id']}>{words.id}</th>
            <th className={classes['day']}>{texts.case.history.on}</th>
            <th className={classes['day']}>{words.known}</th>
            <th className={classes['type']}>{words.type}</th>
            <th>{words.says}</th>
            <th className={classes['action']}>{words.correct}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {inSight.map(({ index, key }) => {
            const row = rows[index];
            return row === undefined ? null : <Line key={key} row={row} index={index} mayRecord={mayRecord} />;
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

const Line = memo(function Line({ row, index, mayRecord }: { readonly row: FactRow; readonly index: number; readonly mayRecord: boolean }) {
  const open = usePanel();
  const isClinical = row.type !== 'FactCorrected' && row.type !== 'FactRetracted';
  return (
    <tr aria-rowindex={index + 2}>
      <td>
        <button type="button" className={classes['button']} onClick={() => open({ kind: 'fact', id: row.id })}>
          {row.id}
        </button>
      </td>
      <td>{row.on}</td>
      <td>{row.knownOn}</td>
      <td>{factTypeName(row.type)}</td>
      <td title={row.says}>
        {row.stands !== 'stands' && `${texts.case.stands[row.stands]} ${row.by ?? ''}: `}
        <span className={row.stands === 'stands' ? undefined : classes['gone']}>{row.says}</span>
      </td>
      <td>
        {mayRecord && isClinical && row.stands !== 'retracted' && (
          <button
            type="button"
            className={classes['button']}
            aria-label={texts.case.record.correctFact(row.id)}
            onClick={() => open({ kind: 'entry', correct: row.id })}
          >
            {texts.case.record.correct}
          </button>
        )}
      </td>
    </tr>
  );
});
