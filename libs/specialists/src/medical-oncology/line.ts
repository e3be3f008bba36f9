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
