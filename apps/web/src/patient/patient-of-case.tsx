import { Box, Button, Drawer } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { Loading } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import type { CasePatientProps } from './case-patient.js';

const said = texts.patient.ofCase;

/** Few need it, and it is a form: it comes when it is opened. */
const CasePatient = lazy(() => import('./case-patient.js').then(({ CasePatient: component }) => ({ default: component })));

/** Leads a coordinator to saying whose case it is; nobody else, and nothing of a case that was erased. */
export function PatientOfCase({ isErased, ...shown }: CasePatientProps & { readonly isErased: boolean }) {
  const mayIdentify = hasRole(useSession(), 'coordinator') && !isErased;
  const [isOpen, setOpen] = useState(false);
  if (!mayIdentify) return null;
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
        {said.open}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="lg"
        title={said.title}
        overlayProps={{ backgroundOpacity: 0.2 }}
        closeButtonProps={{ 'aria-label': texts.case.close }}
      >
        <Box pb="md">
          <Suspense fallback={<Loading />}>
            <CasePatient {...shown} />
          </Suspense>
        </Box>
      </Drawer>
    </>
  );
}
