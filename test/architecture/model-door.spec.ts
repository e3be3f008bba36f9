import { describe, expect, it } from 'vitest';
import { importsOf, type Node, nodeAt, nodesAt, nodesOf, packageOf, packages, parse, type Source, walk } from './workspace.js';

/** What speaks to language models: nothing but the gateway may know it. */
const MODEL_PACKAGES =
  /^(?:ai|@ai-sdk\/.*|openai|@anthropic-ai\/.*|@google\/gen(?:erative-)?ai|@mistralai\/.*|@langchain\/.*|langchain|llamaindex|ollama|cohere-ai|groq-sdk|replicate|@huggingface\/.*|@aws-sdk\/client-bedrock.*)$/;
/** What opens connections by itself. */
const CONNECTING = [
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'http',
  'https',
  'net',
  'tls',
  'undici',
  'axios',
  'got',
  'ws',
];

const GATEWAY = '@tumor-board/model-gateway';
/** The one file of the gateway that opens a connection. */
const DOOR = 'libs/model-gateway/src/call/guarded-fetch.ts';
/** The files of others that open connections, and why: each goes elsewhere. */
const OTHER_DOORS: Readonly<Record<string, string>> = {
  'apps/cli/src/commands/send-case-file.ts': 'import --url: to a service of our own',
  'apps/cli/src/examples/demo-people.ts': 'the examples of a first start: to the service that was started',
  'apps/cli/src/running-service.ts': 'looks whether our own service answers',
};
/** Who may read how a model is reached. */
const SETTING = /^(?:libs\/config\/src\/(?:language-model|variables)\.ts|apps\/(?:panel|cli)\/src\/)/;

const named = (node: Node | undefined): unknown => node?.['name'];

/** True where an identifier names a member or a field, and no value. */
const isMemberName = (node: Node, parent: Node): boolean => {
  if (parent.type === 'MemberExpression') {
    const isOfPlatform = ['globalThis', 'window', 'self', 'global'].includes(String(named(nodeAt(parent, 'object'))));
    return nodeAt(parent, 'property') === node && parent['computed'] !== true && !isOfPlatform;
  }
  const isField = ['Property', 'PropertyDefinition', 'MethodDefinition', 'TSPropertySignature', 'TSMethodSignature'].includes(parent.type);
  return isField && nodeAt(parent, 'key') === node && parent['shorthand'] !== true;
};

/** True where a source has a `fetch` of its own: a variable, a function or a parameter. */
const hasOwnFetch = (source: Source): boolean =>
  nodesOf(source, 'VariableDeclarator', 'FunctionDeclaration', 'ArrowFunctionExpression', 'FunctionExpression').some(
    (node) => named(nodeAt(node, 'id')) === 'fetch' || nodesAt(node, 'params').some((parameter) => named(parameter) === 'fetch'),
  );

/** True where a source names the `fetch` of the platform: to call it or to hand it on. Its type is nothing that connects. */
const usesFetch = (source: Source): boolean =>
  walk(source.tree).some(({ node, above }) => {
    const [parent] = above;
    if (node.type !== 'Identifier' || named(node) !== 'fetch' || parent === undefined) return false;
    if (isMemberName(node, parent) || above.some(({ type }) => type.startsWith('TS') && type !== 'TSAsExpression')) return false;
    return parent.type === 'MemberExpression' || !hasOwnFetch(source);
  });

const sources = packages.flatMap(({ name, sources: all }) => all.map((source) => ({ name, source })));
const onServer = sources.filter(({ name }) => name !== '@tumor-board/web');

describe('the door to language models', () => {
  it('is the only place that knows what speaks to them', () => {
    for (const { name, source } of sources.filter((one) => one.name !== GATEWAY)) {
      const known = importsOf(source).filter((imported) => MODEL_PACKAGES.test(packageOf(imported) ?? ''));
      expect(known, `${name}: ${source.file}`).toEqual([]);
    }
    const declared = packages.filter((one) => one.dependencies.some((dependency) => MODEL_PACKAGES.test(dependency)));
    expect(declared.map(({ name }) => name)).toEqual([GATEWAY]);
  });

  it('opens connections in one file, which goes to the endpoint alone', () => {
    const inside = sources.filter(({ name }) => name === GATEWAY);
    expect(inside.filter(({ source }) => usesFetch(source)).map(({ source }) => source.file)).toEqual([DOOR]);
    for (const { source } of inside) {
      expect(
        importsOf(source).filter((name) => CONNECTING.includes(name)),
        source.file,
      ).toEqual([]);
    }
  });

  it('is not bypassed: whoever else connects over HTTP is known by name', () => {
    const others = onServer.filter(({ name, source }) => name !== GATEWAY && usesFetch(source)).map(({ source }) => source.file);
    expect(others.filter((file) => !(file in OTHER_DOORS))).toEqual([]);
  });

  it('is opened where the panel runs and nowhere else', () => {
    const opening = sources.filter(({ source }) =>
      nodesOf(source, 'CallExpression').some((call) => nodeAt(call, 'callee')?.['name'] === 'openModelGateway'),
    );
    expect(opening.filter(({ source }) => !/^apps\/(?:panel|cli)\/src\//.test(source.file))).toEqual([]);
  });

  it('has its key read by nobody who does not open it', () => {
    const reading = sources.filter(({ source }) =>
      nodesOf(source, 'Identifier', 'Literal').some((node) => /^MODEL_(?:KEY|ENDPOINT)$/.test(String(node['name'] ?? node['value']))),
    );
    expect(reading.length).toBeGreaterThan(0);
    for (const { source } of reading) expect(source.file).toMatch(SETTING);
  });
});

describe('this check', () => {
  it.each([
    'fetch("https://models.example")',
    'globalThis.fetch(url)',
    'const go = () => fetch(url)',
    'const other = globalThis.fetch',
    'open({ fetch })',
    'open({ via: fetch })',
    'const own = [fetch]',
  ])('finds %s', (text) => {
    expect(usesFetch(parse('example.ts', text))).toBe(true);
  });

  it.each([
    'const a = { fetch: guarded }',
    'guard.fetch(url)',
    'refetch()',
    'interface A { fetch: typeof globalThis.fetch }',
    'const fetch = own(); fetch(url)',
    'const open = (fetch: Own) => via({ fetch })',
  ])('lets %s pass', (text) => {
    expect(usesFetch(parse('example.ts', text))).toBe(false);
  });

  it('knows the packages by their names', () => {
    expect(['ai', '@ai-sdk/openai', 'openai', '@anthropic-ai/sdk', 'ollama'].every((name) => MODEL_PACKAGES.test(name))).toBe(true);
    expect(['air', '@tumor-board/model-gateway', 'zod'].some((name) => MODEL_PACKAGES.test(name))).toBe(false);
  });
});
