import { isAntiPd1, isFluoropyrimidine } from '@tumor-board/oncology';
import type { PanelInput } from '../input/panel-input.js';

/** Ids of what tells where the current line stands: its last start, its last count of cycles, its end. */
export const lineFacts = ({ course }: PanelInput): readonly string[] => {
  const line = course.currentLine;
  if (line === undefined) return [];
  return [...line.starts.slice(-1), ...line.cycles.slice(-1), ...(line.ended === undefined ? [] : [line.ended])].map(({ id }) => id);
};

/** Ids of what the response gate rests on. */
export const gateFacts = ({ gate }: PanelInput): readonly string[] => gate.because.flatMap(({ facts }) => facts);

/** The rule by which the response gate came out. */
export const gateRule = ({ gate }: PanelInput): string => gate.because[0]?.rule ?? 'gate/1';

/**
 * Cycles of the current line before its maintenance, which belongs to the line and is counted in it: a later start of an
 * anti-PD-1 agent or a fluoropyrimidine without other chemotherapy.
 */
export function inductionCycles({ course, timeline, cycles }: PanelInput): number {
  const line = course.currentLine;
  const maintenance = line?.starts
    .slice(1)
    .find(({ agents }) => agents.length > 0 && agents.every((agent) => isAntiPd1(agent) || isFluoropyrimidine(agent)));
  if (line === undefined || maintenance === undefined) return cycles;
  return line.cycles.findLast((counted) => timeline.rank(counted) < timeline.rank(maintenance))?.cycles ?? 0;
}
