import { describe, expect, it } from 'vitest';
import { type Node, nodeAt, nodesAt, nodesOf, packages, parse, type Source } from './workspace.js';

/** The names that a source imports as types only: they are gone when NestJS looks for the class to inject. */
const typeOnlyNames = (source: Source): Set<unknown> =>
  new Set(
    nodesOf(source, 'ImportDeclaration').flatMap((declaration) =>
      nodesAt(declaration, 'specifiers')
        .filter((specifier) => declaration['importKind'] === 'type' || specifier['importKind'] === 'type')
        .map((specifier) => nodeAt(specifier, 'local')?.['name']),
    ),
  );

const typeName = (parameter: Node): unknown => {
  const annotation = nodeAt(parameter, 'typeAnnotation');
  const type = annotation === undefined ? undefined : nodeAt(annotation, 'typeAnnotation');
  return type === undefined ? undefined : nodeAt(type, 'typeName')?.['name'];
};

/** The classes that a decorated class asks for in its constructor by a type that is gone at run time. */
function lostInjections(source: Source): unknown[] {
  const lost = typeOnlyNames(source);
  return nodesOf(source, 'ClassDeclaration')
    .filter((declaration) => nodesAt(declaration, 'decorators').length > 0)
    .flatMap((declaration) => {
      const body = nodeAt(declaration, 'body');
      const constructors = (body === undefined ? [] : nodesAt(body, 'body')).filter((member) => member['kind'] === 'constructor');
      return constructors.flatMap((member) => nodesAt(nodeAt(member, 'value') ?? member, 'params'));
    })
    .flatMap((parameter) => {
      const declared = nodeAt(parameter, 'parameter') ?? parameter;
      const injectedByToken = [...nodesAt(parameter, 'decorators'), ...nodesAt(declared, 'decorators')].length > 0;
      const name = typeName(declared);
      return !injectedByToken && lost.has(name) ? [name] : [];
    });
}

describe('what NestJS injects', () => {
  it('is imported as a value, because a type is gone when the service boots', () => {
    for (const source of packages.flatMap((one) => one.sources)) expect(lostInjections(source), source.file).toEqual([]);
  });

  it.each([
    ["import type { A } from './a.js'; @Injectable() class B { constructor(private readonly a: A) {} }", ['A']],
    ["import { type A } from './a.js'; @Injectable() class B { constructor(a: A) {} }", ['A']],
    ["import { A } from './a.js'; @Injectable() class B { constructor(private readonly a: A) {} }", []],
    ["import type { A } from './a.js'; @Injectable() class B { constructor(@Inject('a') private readonly a: A) {} }", []],
    ["import type { A } from './a.js'; class B { constructor(private readonly a: A) {} }", []],
  ])('is checked by this check: %s', (text, lost) => {
    expect(lostInjections(parse('example.ts', text))).toEqual(lost);
  });
});
