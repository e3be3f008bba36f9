import { expect, it } from 'vitest';
import { knownPatient } from './known-patient.js';

it('knows of a case neither the person nor the title that were erased', () => {
  const identity = { name: 'Ada Lee', recordNumber: 'R-1' };
  expect(knownPatient({ identity, title: 'A second opinion' })).toEqual({ identity, title: 'A second opinion' });
  expect(knownPatient({ identity: null })).toEqual({ identity: null, title: null });
  expect(knownPatient({ identity: { name: '[erased]', recordNumber: '[erased]' }, title: '[erased]' })).toEqual({
    identity: null,
    title: null,
  });
});
