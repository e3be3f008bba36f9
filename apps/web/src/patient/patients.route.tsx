import { createLazyRoute } from '@tanstack/react-router';
import { PatientsScreen } from './patients-screen.js';

export const route = createLazyRoute('/shell/patients')({ component: PatientsScreen });
