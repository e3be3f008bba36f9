import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../shell/states.js';

export const route = createLazyRoute('/shell/audit/meetings/$meetingId')({ component: Loading });
