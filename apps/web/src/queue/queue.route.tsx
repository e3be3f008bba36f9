import { createLazyRoute } from '@tanstack/react-router';
import { QueueScreen } from './queue-screen.js';

export const route = createLazyRoute('/shell/queue')({ component: QueueScreen });
