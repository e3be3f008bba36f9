import { createLazyRoute } from '@tanstack/react-router';
import { ErasureScreen } from './erasure-screen.js';

export const route = createLazyRoute('/shell/erasure')({ component: ErasureScreen });
