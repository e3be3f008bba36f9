import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { isProblem } from '@tumor-board/kernel';
import { type CaseFile, parseCaseFile } from '@tumor-board/oncology';

/** A case file that was asked for: read, or with what is wrong with it, one text per fault. */
export type CaseInput =
  | { readonly name: string; readonly file: CaseFile; readonly faults?: undefined }
  | { readonly name: string; readonly file?: undefined; readonly faults: readonly string[] };

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'it is a folder',
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return UNREADABLE[code] ?? error.message;
};

/** Reads one case file from its text. */
export function readCase(name: string, text: string): CaseInput {
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    return { name, faults: [`not JSON: ${reasonOf(error)}`] };
  }
  try {
    return { name, file: parseCaseFile(json) };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { name, faults: error.faults.map((fault) => `${fault.path}: ${fault.message}`) };
  }
}

/**
 * The case files that are named, in order, read one at a time. `-` stands for standard input with a case file on each
 * line; its cases are named `-:1`, `-:2`, …
 */
export async function* caseInputs(names: readonly string[], input: Readable): AsyncGenerator<CaseInput> {
  for (const name of names) {
    if (name === '-') {
      let number = 0;
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        number += 1;
        if (line.trim() !== '') yield readCase(`-:${number}`, line);
      }
      continue;
    }
    let text: string;
    try {
      text = await readFile(name, 'utf8');
    } catch (error) {
      yield { name, faults: [`cannot be read: ${reasonOf(error)}`] };
      continue;
    }
    yield readCase(name, text);
  }
}

/** The fault lines of a case file that could not be used: `FILE: facts[3].n: expected …`. */
export const faultLines = ({ name, faults }: { readonly name: string; readonly faults: readonly string[] }): string[] =>
  faults.map((fault) => `${name}: ${fault}`.replaceAll(/\s*\n\s*/g, ' '));
