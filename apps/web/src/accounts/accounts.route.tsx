import { createLazyRoute } from '@tanstack/react-router';
import { AccountsScreen } from './accounts-screen.js';

export const route = createLazyRoute('/shell/accounts')({ component: AccountsScreen });
