import { dated } from '@tumor-board/oncology';
import { z } from 'zod';
import type { Caller } from '../http/access.js';
import { problemKind } from '../http/problem-codes.js';
import { problemDocument } from '../http/problem-document.js';
import { SESSION_COOKIE } from '../http/session-cookie.js';
import { NAMED_SCHEMAS } from './named-schemas.js';
import type { OperationAnswer } from './operation.js';
import type { Route } from './routes.js';

type Json = Readonly<Record<string, unknown>>;

const REFERENCE = '#/components/schemas/';
const RESPONSE_REFERENCE = '#/components/responses/';
/** What any route that reads something can answer with. */
const EVERYWHERE = ['request.invalid', 'access.denied', 'service.failed'];
/** What a route that is not for anyone can answer with besides. */
const SIGNED_IN = ['access.signed-out', 'access.password-expired'];

/** How a caller proves who they are, for the routes that ask. */
const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'What `signIn` sets; on a port of this machine, `_` and the port follow the name.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'What an administrator made for a program.' },
};

/** Who may call a route, as OpenAPI says it and in words. */
function security(caller: Caller | undefined): Json {
  if (caller === undefined || caller === 'anyone') return { security: [] };
  const either = [{ session: [] }, { token: [] }];
  if (caller === 'monitor') return { security: [{}, ...either] };
  return { security: either, ...(typeof caller === 'string' ? {} : { 'x-roles': caller }) };
}

/** Turns our schemas into JSON Schema, those with a name by reference to it. */
function schemas(): { components: Json; of: (schema: z.ZodType) => Json } {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) registry.add(schema, { id });
  const options = { io: 'input', override: dated } as const;
  const named = z.toJSONSchema(registry, { ...options, uri: (id) => REFERENCE + id });
  const names = new Map<z.ZodType, string>(Object.entries(NAMED_SCHEMAS).map(([id, schema]) => [schema, id]));
  const components = Object.entries(named.schemas).map(([id, schema]) => [id, plain(schema)]);
  return {
    components: Object.fromEntries(components),
    of(schema) {
      const name = names.get(schema);
      return name === undefined ? plain(z.toJSONSchema(schema, options)) : { $ref: REFERENCE + name };
    },
  };
}

/** A schema without the identification that has no place inside a document. */
function plain(schema: object): Json {
  const { $schema: _dialect, $id: _id, ...rest } = schema as Record<string, unknown>;
  return rest;
}

const answer = (
  { description, schema, mediaType = 'application/json', headers = {} }: OperationAnswer,
  of: (schema: z.ZodType) => Json,
): Json => ({
  description,
  headers: Object.fromEntries(
    Object.entries({ 'x-correlation-id': 'The id of the request, as given or made.', ...headers }).map(([name, meaning]) => [
      name,
      { description: meaning, schema: { type: 'string' } },
    ]),
  ),
  ...(schema === undefined ? {} : { content: Object.fromEntries([mediaType].flat().map((type) => [type, { schema: of(schema) }])) }),
});

/** The problems of a route: their codes by status. */
function problemCodes({ operation, caller }: Route): ReadonlyMap<number, readonly string[]> {
  const { tag, problems: codes = [] } = operation ?? {};
  const everywhere = tag === 'operations' && !Array.isArray(caller) ? [] : [...EVERYWHERE, ...(caller === 'anyone' ? [] : SIGNED_IN)];
  return Map.groupBy([...everywhere, ...codes], (code) => problemKind(code).status);
}

/** The name under which an answer with problems is referred to: `AccessDeniedOrAccessPasswordExpired`. */
const problemName = (codes: readonly string[]): string =>
  codes.map((code) => code.replaceAll(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase())).join('Or');

/** The answers with problems that several routes give, by name; what one route alone gives stands with the route. */
function sharedProblems(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
  const given = routes.flatMap((route) => [...problemCodes(route).values()]);
  const named = Map.groupBy(given, problemName);
  return new Map([...named].flatMap(([name, [codes = [], ...others]]) => (others.length === 0 ? [] : [[name, codes] as const])));
}

const problemAnswer = (codes: readonly string[], of: (schema: z.ZodType) => Json): Json => {
  const description = codes.map((code) => `\`${code}\``).join(', ');
  return answer({ description, schema: problemDocument, mediaType: 'application/problem+json' }, of);
};

function parameters(route: Route): Json[] {
  return (['path', 'query', 'header'] as const).flatMap((place) => {
    const schema = route.schemas[place];
    if (schema === undefined) return [];
    const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', override: dated });
    return Object.entries(properties).map(([name, property]) => {
      const { description, ...rest } = property as Record<string, unknown>;
      return {
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        ...(description === undefined ? {} : { description }),
        schema: rest,
      };
    });
  });
}

/** The OpenAPI 3.1 document of the routes, made of the schemas that check the requests. */
export function openApiDocument(routes: readonly Route[], version: string): Json {
  const { components, of } = schemas();
  const paths: Record<string, Record<string, unknown>> = {};
  const shared = sharedProblems(routes);
  const problems = (route: Route): Json =>
    Object.fromEntries(
      [...problemCodes(route)].map(([status, codes]) => {
        const name = problemName(codes);
        return [status, shared.has(name) ? { $ref: RESPONSE_REFERENCE + name } : problemAnswer(codes, of)];
      }),
    );
  for (const route of routes) {
    if (route.operation === undefined) continue;
    const { id, summary, description, tag, answers } = route.operation;
    const { body } = route.schemas;
    const path = (paths[route.path] ??= {});
    path[route.method] = {
      operationId: id,
      tags: [tag],
      summary,
      ...(description === undefined ? {} : { description }),
      ...security(route.caller),
      parameters: parameters(route),
      ...(body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: of(body) } } } }),
      responses: {
        ...Object.fromEntries(Object.entries(answers).map(([status, given]) => [status, answer(given, of)])),
        ...problems(route),
      },
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tumor board',
      version,
      description:
        'Cases of de novo metastatic nasopharyngeal carcinoma as recorded facts, and what they amount to. Decision support for professionals: it proposes, a named clinician decides.',
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'cases', description: 'Facts in, assessments out.' },
      { name: 'patients', description: 'Who persons are, encrypted with a key of each, and how they are erased.' },
      { name: 'queue', description: 'The cases that wait for the board.' },
      { name: 'board', description: 'Referrals, decisions and what became of them.' },
      {
        name: 'panel',
        description: 'The panel of agents: what it says of a case, claims of people beside it, counters. It proposes, it never decides.',
      },
      { name: 'meetings', description: 'Meetings of the board and series of them: agenda, attendance, quorum.' },
      { name: 'live', description: 'What changes, as it changes.' },
      { name: 'evidence', description: 'What is published: the evidence register and the subdivisions of M1 disease.' },
      { name: 'knowledge', description: 'The knowledge releases and the policy of the site, and how they change.' },
      { name: 'access', description: 'Signing in, accounts, and who was shown which case.' },
      { name: 'audit', description: 'Whether the record is whole: signed anchors of the log, and verifications.' },
      { name: 'operations', description: 'Health, metrics and this document.' },
    ],
    paths,
    components: {
      schemas: components,
      responses: Object.fromEntries([...shared].map(([name, codes]) => [name, problemAnswer(codes, of)])),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}
