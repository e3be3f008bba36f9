import { createContext, useContext } from 'react';

/** What the side panel shows. */
export type Panel =
  | { readonly kind: 'evidence'; readonly id: string }
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'entry'; readonly correct?: string }
  | { readonly kind: 'refer' };

/** Opens the side panel of the case screen. */
export const PanelContext = createContext<(panel: Panel) => void>(() => undefined);

export const usePanel = () => useContext(PanelContext);
