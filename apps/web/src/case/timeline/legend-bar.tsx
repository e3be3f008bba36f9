import { texts } from '../../texts/texts.js';
import type { LegendEntry } from './legend.js';
import classes from './timeline.module.css';

/** Names what is drawn; each can be hidden and shown again. */
export const LegendBar = ({
  entries,
  hidden,
  toggle,
}: {
  readonly entries: readonly LegendEntry[];
  readonly hidden: ReadonlySet<string>;
  readonly toggle: (name: string) => void;
}) => (
  <fieldset className={classes['legend']} aria-label={texts.case.timeline.drawn}>
    {entries.map(({ name, color, dash, width }) => (
      <button key={name} type="button" className={classes['entry']} aria-pressed={!hidden.has(name)} onClick={() => toggle(name)}>
        <span aria-hidden className={classes['line']} style={{ borderTop: `${width}px ${dash} ${color}` }} />
        {name}
      </button>
    ))}
  </fieldset>
);
