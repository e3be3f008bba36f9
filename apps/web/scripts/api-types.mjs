// Writes src/api/schema.d.ts from what the service says of itself: `npm run api-types -w @tumor-board/web`, after a build.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiDescription } from '@tumor-board/api';
import openapiTS, { astToString } from 'openapi-typescript';

const file = path.resolve(import.meta.dirname, '../src/api/schema.d.ts');
writeFileSync(file, astToString(await openapiTS(JSON.parse(JSON.stringify(apiDescription())))));
