// Writes src/api/schema.d.ts from what the service says of itself: `npm run api-types -w @tumor-board/web`, after a build.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { clientTypes } from './client-types.mjs';

writeFileSync(path.resolve(import.meta.dirname, '../src/api/schema.d.ts'), await clientTypes());
