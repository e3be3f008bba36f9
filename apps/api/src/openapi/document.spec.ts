import 'reflect-metadata';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { API_VERSION, CONTROLLERS } from '../api.module.js';
import { PROBLEMS } from '../http/problem-codes.js';
import { openApiDocument } from './document.js';
import { routesOfAll } from './routes.js';

const routes = routesOfAll(CONTROLLERS);
const document = openApiDocument(routes, API_VERSION) as {
  paths: Record<
    string,
    Record<string, { operationId: string; parameters: { name: string; in: string; required: boolean }[]; responses: object }>
  >;
  components: { schemas: Record<string, { properties?: object }>; responses: Record<string, { description: string }> };
};

describe('every route', () => {
  it.each(routes)('$handler says who may call it, what it shows and what it does', ({ caller, operation, shown, path, method }) => {
    expect(operation).toBeDefined();
    expect(caller).toBeDefined();
    const forAnyone = !path.startsWith('/api/') || `${method} ${path}` === 'post /api/session';
    expect(caller === 'anyone' ? forAnyone : shown !== undefined).toBe(true);
  });

  it.each(routes)('$handler names only problems that the edge knows', ({ operation }) => {
    for (const code of operation?.problems ?? []) expect(Object.keys(PROBLEMS)).toContain(code);
  });
});

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('gives each operation an id of its own', () => {
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers only to what it has', () => {
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    const { schemas, responses } = document.components;
    const known = Object.entries({ schemas, responses }).flatMap(([kind, of]) =>
      Object.keys(of).map((name) => `#/components/${kind}/${name}`),
    );
    expect(referred.length).toBeGreaterThan(10);
    for (const reference of referred) expect(known).toContain(reference);
  });

  it('says once what several routes answer when they refuse', () => {
    const refusal = { $ref: '#/components/responses/AccessSignedOut' };
    expect(document.paths['/api/cases/{id}/facts']?.['post']?.responses).toMatchObject({ 401: refusal });
    expect(document.paths['/api/cases/{id}/board']?.['get']?.responses).toMatchObject({ 401: refusal });
    expect(document.components.responses['AccessSignedOut']?.description).toBe('`access.signed-out`');
  });

  it('tells the headers and parameters that are checked', () => {
    const record = document.paths['/api/cases/{id}/facts']?.['post'];
    expect(record?.parameters.map((parameter) => `${parameter.in} ${parameter.name} ${parameter.required}`)).toEqual([
      'path id true',
      'header idempotency-key false',
      'header if-match false',
    ]);
    expect(Object.keys(record?.responses ?? {})).toEqual(['200', '400', '401', '403', '404', '409', '410', '422', '500', '503']);
  });

  it('tells the whole form of an assessment', () => {
    expect(Object.keys(document.components.schemas['Assessment']?.properties ?? {})).toEqual(
      expect.arrayContaining(['stage', 'm1', 'oligometastatic', 'ebvDna', 'response', 'nextStep', 'missing', 'alerts']),
    );
  });
});
