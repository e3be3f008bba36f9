import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ThrowAwayFolder, throwAwayFolder } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadingEnded, loadingNote, noteLoading } from './examples/loading-note.js';
import { notTold, told, toTell } from './not-told.js';

let folder: ThrowAwayFolder;
let dataDir: string;
beforeEach(async () => {
  folder = await throwAwayFolder();
  dataDir = path.join(folder.path, 'data');
});
afterEach(async () => await folder.remove());

describe('what a person has still to be told', () => {
  it('is kept until it was told', async () => {
    expect(await notTold(dataDir)).toEqual([]);
    await toTell(dataDir, 'Keep a copy of one.');
    await toTell(dataDir, 'Keep a copy of another.');
    expect(await notTold(dataDir)).toEqual(['Keep a copy of one.', 'Keep a copy of another.']);
    await told(dataDir);
    expect(await notTold(dataDir)).toEqual([]);
  });
});

describe('the note of a start that loads the examples', () => {
  const loading = { password: 'of the demo', oneTimePassword: 'of admin', begun: '2026-11-23T00:00:00.000Z' };
  const file = () => path.join(dataDir, 'examples-loading.json');

  it('is read by its owner alone, until the examples are there', async () => {
    expect(await loadingNote(dataDir)).toBeUndefined();
    await noteLoading(dataDir, loading);
    expect(await loadingNote(dataDir)).toEqual(loading);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    await loadingEnded(dataDir);
    expect(await loadingNote(dataDir)).toBeUndefined();
  });

  it('says in words that it is damaged', async () => {
    await noteLoading(dataDir, loading);
    await writeFile(file(), '');
    await expect(loadingNote(dataDir)).rejects.toMatchObject({
      code: 'examples.note-damaged',
      message: expect.stringMatching(/examples-loading\.json is damaged/),
    });
  });
});
