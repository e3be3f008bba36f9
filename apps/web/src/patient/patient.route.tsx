import { createLazyRoute } from '@tanstack/react-router';
import { PatientScreen } from './patient-screen.js';

export const route = createLazyRoute('/shell/patients/$patientId')({ component: PatientScreen });
