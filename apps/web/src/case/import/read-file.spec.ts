import { describe, expect, it } from 'vitest';
import { readCaseFile, readCaseFiles } from './read-file.js';

const file = (facts: readonly object[]) =>
  JSON.stringify({ format: 'tumor-board-case/1', reference: 'A', patient: { ageYears: 50, sex: 'female' }, facts });

describe('a file that is dropped', () => {
  it('is a case file when all of it is right, its facts with their ids', () => {
    const read = readCaseFile('a.json', file([{ type: 'PerformanceStatusRecorded', on: '2025-01-01', ecog: 1 }]));
    expect(read.faults).toEqual([]);
    expect(read.file?.facts).toMatchObject([{ id: '#1' }]);
  });

  it('names each field that is wrong by its path', () => {
    const read = readCaseFile('a.json', file([{ type: 'PerformanceStatusRecorded', on: '2025-02-30', ecog: 9 }]));
    expect(read.file).toBeNull();
    expect(read.faults.map(({ path }) => path).sort()).toEqual(['facts[0].ecog', 'facts[0].on']);
  });

  it('says that it is no JSON at all', () => {
    expect(readCaseFile('a.txt', 'hello')).toMatchObject({ file: null, faults: [{ path: '' }] });
  });

  it('keeps no other back when it cannot be read, as a folder', async () => {
    const folder = { name: 'cases', text: () => Promise.reject(new Error('NotFoundError')) };
    const right = { name: 'a.json', text: () => Promise.resolve(file([])) };
    const [unread, read] = await readCaseFiles([folder, right]);
    expect(unread).toMatchObject({ name: 'cases', file: null, faults: [{ path: '', message: expect.stringContaining('cannot be read') }] });
    expect(read).toMatchObject({ name: 'a.json', faults: [] });
  });
});
