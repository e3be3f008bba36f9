import { describe, expect, it } from 'vitest';
import { filesUnder, importsOf, type Node, nodeAt, nodesAt, nodesOf, packageOf, packages, parse, type Source, walk } from './workspace.js';

/** Libraries that compute and do nothing else. */
const PURE_PACKAGES = ['zod', '@noble/hashes', 'safe-stable-stringify'];
/** What brings time, chance or the outside world into a computation. */
const IMPURE_NAMES = [
  'Buffer',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'Temporal',
];

const nameOf = (node: Node | undefined): unknown => node?.['name'];

/** True where an identifier names a member or a field, not a value that is read. */
const isMemberName = (node: Node, parent: Node | undefined): boolean => {
  if (parent === undefined) return false;
  const named = ['MemberExpression', 'Property', 'PropertyDefinition', 'TSPropertySignature', 'TSMethodSignature', 'MethodDefinition'];
  if (!named.includes(parent.type) || parent['computed'] === true) return false;
  return nodeAt(parent, parent.type === 'MemberExpression' ? 'property' : 'key') === node && nodeAt(parent, 'value') !== node;
};

/** What is impure in a source, in words. */
function impurities(source: Source): string[] {
  const found: string[] = [];
  for (const { node, above } of walk(source.tree)) {
    if (node.type === 'Identifier' && IMPURE_NAMES.includes(String(nameOf(node))) && !isMemberName(node, above[0])) {
      found.push(String(nameOf(node)));
    }
    if (node.type === 'NewExpression' && nameOf(nodeAt(node, 'callee')) === 'Date' && nodesAt(node, 'arguments').length === 0) {
      found.push('new Date()');
    }
    if (node.type === 'CallExpression' && nameOf(nodeAt(node, 'callee')) === 'Date') found.push('Date()');
    if (node.type === 'MemberExpression') {
      const member = `${String(nameOf(nodeAt(node, 'object')))}.${String(nameOf(nodeAt(node, 'property')))}`;
      if (member === 'Date.now' || member === 'Math.random') found.push(member);
    }
  }
  return found;
}

const defaultCases = (source: Source): Node[] => nodesOf(source, 'SwitchCase').filter((node) => node['test'] === null);

/** The classes that a source derives others from, but Error and those of the accepted packages. */
const parentClasses = (source: Source, accepted: (from: string) => boolean = () => false): unknown[] => {
  const frameworks = nodesOf(source, 'ImportDeclaration')
    .filter((declaration) => accepted(String(nodeAt(declaration, 'source')?.['value'])))
    .flatMap((declaration) => nodesAt(declaration, 'specifiers').map((specifier) => nameOf(nodeAt(specifier, 'local'))));
  return nodesOf(source, 'ClassDeclaration', 'ClassExpression').flatMap((node) => {
    const parent = nodeAt(node, 'superClass');
    const known = parent === undefined || nameOf(parent) === 'Error' || frameworks.includes(nameOf(parent));
    return known ? [] : [nameOf(parent) ?? 'a computed class'];
  });
};

describe.each(packages.filter((one) => one.pure))('$name is pure', ({ sources }) => {
  it('imports nothing that acts', () => {
    for (const source of sources) {
      const acting = importsOf(source).filter((name) => {
        const from = packageOf(name);
        return from !== undefined && !from.startsWith('@tumor-board/') && !PURE_PACKAGES.includes(from);
      });
      expect(acting, source.file).toEqual([]);
    }
  });

  it('reads no clock, no chance, no timer, no environment and no network', () => {
    for (const source of sources) expect(impurities(source), source.file).toEqual([]);
  });

  it('switches over unions without a default, so that a new member is an error of the compiler', () => {
    for (const source of sources) expect(defaultCases(source), source.file).toEqual([]);
  });

  it('derives no class from another', () => {
    for (const source of sources) expect(parentClasses(source), source.file).toEqual([]);
  });
});

describe('every source', () => {
  const sources = packages.flatMap((one) => one.sources);

  it('keeps its types: no any', () => {
    for (const source of sources) expect(nodesOf(source, 'TSAnyKeyword'), source.file).toEqual([]);
  });

  it('derives no class from another, but where NestJS asks for it', () => {
    for (const source of sources)
      expect(
        parentClasses(source, (from) => from.startsWith('@nestjs/')),
        source.file,
      ).toEqual([]);
  });

  it('calls no folder common, shared, utils, helpers or core', () => {
    for (const source of sources) expect(source.file).not.toMatch(/\/(common|shared|utils?|helpers?|core)(\/|\.ts$)/);
  });
});

describe('migrations', () => {
  it('import kysely and nothing else, so that they stay as they ran', () => {
    for (const file of filesUnder('migrations').filter((name) => !name.endsWith('.spec.ts'))) {
      const imported = importsOf(parse(file)).filter((name) => name !== 'kysely');
      expect(imported, file).toEqual([]);
    }
  });
});

describe('this check', () => {
  const checked = (text: string) => parse('example.ts', text);

  it.each([
    ['Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Math.random()', 'Math.random'],
    ['setTimeout(() => {}, 1)', 'setTimeout'],
    ['const home = process.env', 'process'],
    ['const task = { run: fetch }', 'fetch'],
  ])('finds %s', (text, found) => {
    expect(impurities(checked(text))).toEqual([found]);
  });

  it.each(['new Date(0)', 'Date.UTC(2025, 0, 1)', 'const a = { process: 1 }; a.process', 'interface A { fetch: string }'])(
    'lets %s pass',
    (text) => {
      expect(impurities(checked(text))).toEqual([]);
    },
  );

  it('finds a default, an any and a derived class', () => {
    const source = checked('class A extends B {} switch (a) { default: } let c: any;');
    expect([defaultCases(source).length, parentClasses(source), nodesOf(source, 'TSAnyKeyword').length]).toEqual([1, ['B'], 1]);
  });
});
