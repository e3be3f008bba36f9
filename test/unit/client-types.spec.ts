import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { clientTypes } from '../../apps/web/scripts/client-types.mjs';

it('the client of the screens is typed by what the service offers now; if not: npm run api-types -w @tumor-board/web', async () => {
  const file = path.resolve(import.meta.dirname, '../../apps/web/src/api/schema.d.ts');
  expect(readFileSync(file, 'utf8') === (await clientTypes())).toBe(true);
});
