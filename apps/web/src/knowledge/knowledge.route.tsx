import { createLazyRoute } from '@tanstack/react-router';
import { KnowledgeScreen } from './knowledge-screen.js';

export const route = createLazyRoute('/shell/knowledge')({ component: KnowledgeScreen });
