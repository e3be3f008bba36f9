import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';

export const root = path.resolve(import.meta.dirname, '../..');

/** A node of a syntax tree (ESTree with TypeScript). */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A source file with its syntax tree. */
export interface Source {
  /** From the root of the repository. */
  readonly file: string;
  readonly tree: Node;
}

/** One package of the workspace. */
export interface Package {
  readonly name: string;
  readonly folder: string;
  readonly layer: string;
  readonly pure: boolean;
  /** All that it declares, whatever the scope. */
  readonly dependencies: readonly string[];
  /** Names of the packages that its tsconfig refers to. */
  readonly references: readonly string[];
  /** Without specs and their fixtures. */
  readonly sources: readonly Source[];
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly nx: { readonly tags: readonly string[] };
}

const json = <Content>(file: string): Content => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Content;

/** The TypeScript files under a folder. */
export const filesUnder = (folder: string): string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules'))
        .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
        .sort()
    : [];

export const parse = (file: string, text = readFileSync(path.join(root, file), 'utf8')): Source => ({
  file,
  tree: parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file) as unknown as Node,
});

const readPackage = (folder: string): Package => {
  const manifest = json<Manifest>(`${folder}/package.json`);
  const tsconfig = json<{ references?: { path: string }[] }>(`${folder}/tsconfig.json`);
  const layer = manifest.nx.tags.find((tag) => tag.startsWith('layer:')) ?? '';
  return {
    name: manifest.name,
    folder,
    layer: layer.slice('layer:'.length),
    pure: manifest.nx.tags.includes('pure'),
    dependencies: Object.keys(manifest.dependencies ?? {}).sort(),
    references: (tsconfig.references ?? [])
      .map((reference) => json<Manifest>(`${path.posix.normalize(`${folder}/${reference.path}`)}/package.json`).name)
      .sort(),
    sources: filesUnder(`${folder}/src`)
      .filter((file) => !/\.(?:spec|fixture)\.tsx?$/.test(file))
      .map((file) => parse(file)),
  };
};

/** Every library and app. */
export const packages: readonly Package[] = ['apps', 'libs'].flatMap((group) =>
  readdirSync(path.join(root, group))
    .filter((name) => existsSync(path.join(root, group, name, 'package.json')))
    .map((name) => readPackage(`${group}/${name}`)),
);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes directly under a node. */
function* children(node: Node): Generator<Node> {
  for (const field in node) {
    const value = node[field];
    if (!Array.isArray(value)) {
      if (isNode(value)) yield value;
      continue;
    }
    for (const item of value) if (isNode(item)) yield item;
  }
}

/** A node with the nodes that it stands under, the nearest first. */
export interface Placed {
  readonly node: Node;
  readonly above: readonly Node[];
}

/** Every node of a tree, from the top. */
export function walk(tree: Node): readonly Placed[] {
  const found: Placed[] = [];
  const visit = (node: Node, above: readonly Node[]): void => {
    found.push({ node, above });
    const below = [node, ...above];
    for (const child of children(node)) visit(child, below);
  };
  visit(tree, []);
  return found;
}

const nodesOfTrees = new WeakMap<Node, readonly Node[]>();

/** The nodes of some types. */
export function nodesOf(source: Source, ...types: string[]): Node[] {
  const known = nodesOfTrees.get(source.tree) ?? walk(source.tree).map(({ node }) => node);
  nodesOfTrees.set(source.tree, known);
  return known.filter(({ type }) => types.includes(type));
}

export const nodeAt = (node: Node, field: string): Node | undefined => {
  const value = node[field];
  return isNode(value) ? value : undefined;
};

export const nodesAt = (node: Node, field: string): Node[] => {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

/** Every module that a source names: imports, re-exports, dynamic imports and import types. */
export const importsOf = (source: Source): string[] =>
  nodesOf(source, 'ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType').flatMap(
    (node) => {
      const from = nodeAt(node, 'source') ?? nodeAt(node, 'argument');
      return typeof from?.['value'] === 'string' ? [from['value']] : [];
    },
  );

/** The package of a module name: `@scope/name` or `name`; undefined for a file of the same package. */
export const packageOf = (imported: string): string | undefined => {
  if (imported.startsWith('.')) return undefined;
  const [first = '', second = ''] = imported.split('/');
  return imported.startsWith('@') ? `${first}/${second}` : first;
};
