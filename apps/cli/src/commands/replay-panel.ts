import { readSettings } from '@tumor-board/config';
import { replayPanel as replayRuns } from '@tumor-board/read-side';
import { type Pool, withDatabase } from '../database.js';
import { type Terminal, writeLine } from '../terminal.js';

/** Holds every recorded run of the panel again and compares it with the record. */
export const replayPanel = (terminal: Terminal): Promise<number> =>
  withDatabase({ settings: readSettings(process.env), mayBeNew: false }, (pool) => replayPanelOf(pool, terminal));

/** {@link replayPanel} over an open database. */
export async function replayPanelOf(pool: Pool, { output, errors }: Terminal): Promise<number> {
  const found = await replayRuns(pool, ({ streamId, runId, message }) => writeLine(errors, `${streamId}: run ${runId}: ${message}`));
  const faults = found.differs + found['other-inputs'] + found.failed;
  const parts = [
    `${found.same} runs of the panel come out the same`,
    ...(faults === 0 ? [] : [`${faults} do not`]),
    ...(found['other-versions'] === 0 ? [] : [`${found['other-versions']} were held by agents of other versions`]),
    ...(found['not-concluded'] === 0 ? [] : [`${found['not-concluded']} did not conclude`]),
  ];
  await writeLine(output, parts.join(', '));
  return faults === 0 ? 0 : 1;
}
