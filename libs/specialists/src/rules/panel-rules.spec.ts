import { EVIDENCE_REGISTER, isEvidenceId } from '@tumor-board/knowledge';
import { describe, expect, it } from 'vitest';
import { PANEL } from '../opinion/discipline.js';
import { PANEL_RULES } from './panel-rules.js';

describe('the rules of the panel', () => {
  it('have an id of their own, words and a source', () => {
    expect(new Set(PANEL_RULES.map(({ id }) => id)).size).toBe(PANEL_RULES.length);
    for (const { id, discipline, words, source } of PANEL_RULES) {
      expect(id).toMatch(new RegExp(`^panel/${discipline}/[a-z0-9-]+$`));
      expect(words).toMatch(/\.$|this one is not\.$/);
      expect(source.length, id).toBeGreaterThan(5);
    }
  });

  it('cite what the register holds', () => {
    const entries = new Set(EVIDENCE_REGISTER.map(({ id }) => id));
    expect(PANEL_RULES.flatMap(({ evidence }) => evidence).filter((id) => !isEvidenceId(id) && !entries.has(id))).toEqual([]);
  });

  it('are there for every discipline', () => {
    expect([...new Set(PANEL_RULES.map(({ discipline }) => discipline))]).toEqual([...PANEL]);
  });

  it('never call general knowledge verified', () => {
    expect(PANEL_RULES.filter(({ source, verified }) => source.startsWith('general knowledge') && verified)).toEqual([]);
  });
});
