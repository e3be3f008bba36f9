import { randomUUID } from 'node:crypto';
import type { CommandContext } from '@tumor-board/kernel';

/** Data of an event as the log holds it, 600 characters of JSON: a response scan with four target lesions. */
export const scanData = (n: number) => ({
  id: `fact-${String(n).padStart(9, '0')}`,
  on: '2025-03-14',
  knownOn: '2025-03-17',
  modality: 'CT',
  nonTarget: 'non-CR/non-PD',
  newLesions: [],
  clinicallyStable: true,
  reported: 'Smaller primary, nodes unchanged; liver lesions as before, no new lesion seen',
  targets: [
    { lesion: 'NP', organ: 'nasopharynx', kind: 'non-nodal', state: 'measured', mm: 28 + (n % 10) / 10 },
    { lesion: 'NodeR', organ: 'regional-node', kind: 'node', state: 'measured', mm: 17.5 },
    { lesion: 'Liver1', chartedAs: 'M1', organ: 'liver', kind: 'non-nodal', state: 'measured', mm: 21 },
    { lesion: 'LungA', chartedAs: 'M2', organ: 'lung', kind: 'non-nodal', state: 'too-small' },
  ],
});

/** Who recorded it. */
export const metadata = { site: 'default', actor: 'dr-example', correlationId: '0190d5c8-7f2a-7c00-8000-000000000001' };

/** A command of its own. */
export const newCommand = (): CommandContext => ({ commandId: randomUUID(), metadata, receivedAt: '2025-03-17T08:00:00.000Z' });

/** A stream with the version it is at. */
export interface StreamHead {
  readonly id: string;
  version: number;
}

/** Streams of which a writer picks one at random; one that somebody is writing to is not picked. */
export function randomStreams(count: number): { take(): StreamHead; giveBack(head: StreamHead): void } {
  const free: StreamHead[] = Array.from({ length: count }, () => ({ id: `case-${randomUUID()}`, version: 0 }));
  return {
    take() {
      const index = Math.floor(Math.random() * free.length);
      const last = free.pop();
      if (last === undefined) throw new Error('there are more writers than streams');
      const taken = free[index] ?? last;
      if (taken !== last) free[index] = last;
      return taken;
    },
    giveBack(head) {
      free.push(head);
    },
  };
}
