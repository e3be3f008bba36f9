import { createLazyRoute } from '@tanstack/react-router';
import { DossierScreen } from './dossier-screen.js';

export const route = createLazyRoute('/shell/audit/decisions/$caseId/$decisionId')({ component: DossierScreen });
