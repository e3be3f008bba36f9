import { createContext, useContext } from 'react';
import type { Draft, Faults } from './draft.js';

/** What a field of the form needs to know. */
export interface FormState {
  readonly draft: Draft;
  readonly set: (path: string, value: unknown) => void;
  /** Faults to be shown: those of fields that were left, and all once it was tried. */
  readonly faults: Faults;
  readonly leave: (path: string) => void;
  /** The last size of each target, of a scan. */
  readonly lastSizes: ReadonlyMap<string, { readonly mm: number; readonly on: string }>;
}

export const FormContext = createContext<FormState>({
  draft: {},
  set: () => undefined,
  faults: new Map(),
  leave: () => undefined,
  lastSizes: new Map(),
});

export const useForm = () => useContext(FormContext);
