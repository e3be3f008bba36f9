import { type CaseFile, parseCaseFile } from '@tumor-board/oncology';
import { texts } from '../../texts/texts.js';

/** A fault of a file, with the path of the field. */
export interface FileFault {
  readonly path: string;
  readonly message: string;
}

/** A file as it was read: a case file, or why it is none. */
export type ReadFile =
  | { readonly name: string; readonly file: CaseFile; readonly faults: readonly FileFault[] }
  | { readonly name: string; readonly file: null; readonly faults: readonly FileFault[] };

const faultsIn = (error: unknown): readonly FileFault[] => {
  if (typeof error === 'object' && error !== null && 'faults' in error && Array.isArray(error.faults) && error.faults.length > 0) {
    return error.faults as readonly FileFault[];
  }
  return [{ path: '', message: error instanceof Error ? error.message : String(error) }];
};

/** Reads the text of a file as a case file, by the very rules by which the service reads it. */
export function readCaseFile(name: string, text: string): ReadFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { name, file: null, faults: [{ path: '', message: error instanceof Error ? error.message : String(error) }] };
  }
  try {
    return { name, file: parseCaseFile(content), faults: [] };
  } catch (error) {
    return { name, file: null, faults: faultsIn(error) };
  }
}

/** Reads files one by one: what cannot be read at all, as a folder, keeps none of the others back. */
export const readCaseFiles = async (files: Iterable<Pick<File, 'name' | 'text'>>): Promise<readonly ReadFile[]> =>
  await Promise.all(
    [...files].map(async (file): Promise<ReadFile> => {
      const text = await file.text().catch(() => undefined);
      if (text !== undefined) return readCaseFile(file.name, text);
      return { name: file.name, file: null, faults: [{ path: '', message: texts.case.import.unreadable }] };
    }),
  );
