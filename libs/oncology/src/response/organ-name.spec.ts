import { describe, expect, it } from 'vitest';
import { isLocoregional, organName } from './organ-name.js';

describe('an organ that locoregional radiotherapy treats', () => {
  it.each(['nasopharynx', ' Nasopharynx ', 'NASO-PHARYNX', 'nasopharyngeal primary', 'Primary tumour'])('the primary: %j', (organ) => {
    expect(isLocoregional(organName(organ), 'non-nodal')).toBe(true);
  });

  it.each([
    'regional-node',
    'Regional  Node',
    'locoregional lymph_node',
    'neck',
    'left cervical LN',
    'Retropharyngeal node',
    'supraclavicular fossa',
    'Level IIb',
    'level 5',
  ])('a regional node: %j', (organ) => {
    expect(isLocoregional(organName(organ), 'node')).toBe(true);
  });

  it.each([
    ['distant-node', 'node'],
    ['non-regional node', 'node'],
    ['mediastinal lymph node', 'node'],
    ['axillary node', 'node'],
    ['lymph node', 'node'],
    ['cervical vertebra', 'non-nodal'],
    ['lung', 'non-nodal'],
  ] as const)('not %j (%s)', (organ, kind) => {
    expect(isLocoregional(organName(organ), kind)).toBe(false);
  });
});
