import { Alert } from '@mantine/core';
import { texts } from '../texts/texts.js';

/** Says that a change is in force, or from when on it will be. */
export function Activated({ from }: { readonly from: string | undefined }) {
  return (
    <div role="status">
      {from !== undefined && (
        <Alert color="teal" variant="light" p="xs">
          ✓ {texts.knowledge.impact.activated(from)}
        </Alert>
      )}
    </div>
  );
}
