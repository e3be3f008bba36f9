import { createLazyRoute } from '@tanstack/react-router';
import { AuditScreen } from './audit-screen.js';

export const route = createLazyRoute('/shell/audit')({ component: AuditScreen });
