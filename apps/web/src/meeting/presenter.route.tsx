import { createLazyRoute } from '@tanstack/react-router';
import { PresenterScreen } from './presenter-screen.js';

export const route = createLazyRoute('/shell/meetings/$meetingId/present')({ component: PresenterScreen });
