import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session/session.js';
import { sectionsFor } from './sections.js';

/** Leads to the first section that somebody may enter. */
export function Home() {
  const [first] = sectionsFor(useSession());
  return <Navigate to={first?.to ?? '/knowledge'} replace />;
}
