import { describe, expect, it } from 'vitest';
import * as texts from '../../apps/web/src/texts/en.js';
import { filesUnder, type Node, nodeAt, nodesAt, parse, type Source, walk } from './workspace.js';

/** Attributes that are read out or shown. */
const SPOKEN = [
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'description',
  'label',
  'nothingFoundMessage',
  'placeholder',
  'title',
];
/** Texts that are the same in every language: symbols of units, names of standards, keys as they stand on keyboards. */
const SAME_EVERYWHERE = ['mm', 'Gy', 'PDF', 'RECIST', 'iRECIST', 'doi:', 'Esc', 'Ctrl', 'Tab', 'Enter'];
/** Where the texts stand, and where days, moments and numbers are written. */
const TEXTS = /^apps\/web\/src\/texts\//;
const WRITERS = [/^apps\/web\/src\/shell\/(?:moment|day-text)\.ts$/, TEXTS];

const screens = filesUnder('apps/web/src').filter((file) => !TEXTS.test(file) && !/\.spec\.tsx?$/.test(file));

/** The words of a text that another language would say otherwise. */
const words = (text: unknown): string[] => {
  const said = String(text).replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(said) && !SAME_EVERYWHERE.includes(said) ? [said] : [];
};

/** What an expression that stands on a screen says by itself: texts that it may come to, not those that it compares or passes on. */
function saidBy(node: Node | undefined): string[] {
  if (node === undefined) return [];
  const through = (...fields: string[]): string[] => fields.flatMap((field) => saidBy(nodeAt(node, field)));
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? words(node['value']) : [];
    case 'TemplateLiteral':
      return nodesAt(node, 'quasis').flatMap((quasi) => words((quasi['value'] as { readonly cooked: string }).cooked));
    case 'ConditionalExpression':
      return through('consequent', 'alternate');
    case 'LogicalExpression':
      return node['operator'] === '&&' ? through('right') : through('left', 'right');
    case 'BinaryExpression':
      return node['operator'] === '+' ? through('left', 'right') : [];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return through('expression');
    default:
      return [];
  }
}

/** The texts that a screen says of its own. */
const literals = (source: Source): string[] =>
  walk(source.tree).flatMap(({ node, above }) => {
    if (node.type === 'JSXText') return words(node['value']);
    if (node.type === 'JSXAttribute') return SPOKEN.includes(String(nodeAt(node, 'name')?.['name'])) ? saidBy(nodeAt(node, 'value')) : [];
    return node.type === 'JSXExpressionContainer' && above[0]?.type !== 'JSXAttribute' ? saidBy(node) : [];
  });

/** A text for people: more than one word, or a sentence. Codes, keys and styles are written in one piece. */
const PHRASE = /\p{L}{2,}[,:]? \p{L}{2,}/u;
/** Options as the service names them, to be compared with what it says. */
const NAMES_OF_THE_SERVICE = ['upfront ablation', 'systemic therapy', 'radical locoregional radiotherapy'];
/** What looks like one and is for a machine: lists of style, selectors, types of media, paths of a drawing. */
const isForMachines = (text: string): boolean =>
  /[[\]{}<>=;#_/]|(?:^|\s)[\w-]+\(|\b\d+(?:px|rem)\b|(?:sans-serif|monospace)$/.test(text) || NAMES_OF_THE_SERVICE.includes(text);

/** The phrases of a source without a screen. What a programmer reads when something cannot be is none. */
const phrases = (source: Source): string[] =>
  walk(source.tree).flatMap(({ node, above }) => {
    const said =
      node.type === 'Literal' && typeof node['value'] === 'string'
        ? [node['value']]
        : node.type === 'TemplateElement'
          ? [(node['value'] as { readonly cooked: string }).cooked]
          : [];
    const isError = above.some((one) => one.type === 'NewExpression' && nodeAt(one, 'callee')?.['name'] === 'Error');
    const isCompared = above[0]?.type === 'SwitchCase';
    return isError || isCompared ? [] : said.filter((text) => PHRASE.test(text) && !isForMachines(text));
  });

const WRITES = [
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'DateTimeFormat',
  'NumberFormat',
  'PluralRules',
  'RelativeTimeFormat',
];

/** Where a source makes texts of days and numbers by itself; which time zone this is, is no text. */
const formats = (source: Source): string[] =>
  walk(source.tree).flatMap(({ node, above }) => {
    const name = node.type === 'MemberExpression' ? String(nodeAt(node, 'property')?.['name']) : '';
    const asksZone = above.some((one) => nodeAt(one, 'property')?.['name'] === 'resolvedOptions');
    return WRITES.includes(name) && !asksZone ? [name] : [];
  });

describe('the screens', () => {
  it('say nothing that does not stand in apps/web/src/texts, so that another language can follow', () => {
    const found = screens.filter((file) => file.endsWith('.tsx')).map((file) => [file, literals(parse(file))] as const);
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(([, said]) => said.length > 0)).toEqual([]);
  });

  it('say nothing in their other sources either', () => {
    const found = screens.filter((file) => file.endsWith('.ts')).map((file) => [file, phrases(parse(file))] as const);
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(([, said]) => said.length > 0)).toEqual([]);
  });

  it('write days, moments and numbers by functions that know the language', () => {
    const found = screens
      .filter((file) => !WRITERS.some((writer) => writer.test(file)))
      .map((file) => [file, formats(parse(file))] as const);
    expect(found.filter(([, made]) => made.length > 0)).toEqual([]);
  });
});

/** Names that stand for a part of the texts in a source, such as `said` for `audit.readLog`. */
type Names = Map<string, Set<string>>;

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** The parts of the texts that an expression may be; undefined when it is none. */
function pathsOf(node: Node | undefined, names: Names): readonly string[] | undefined {
  if (node?.type === 'Identifier') {
    const paths = names.get(String(node['name']));
    return paths === undefined ? undefined : [...paths];
  }
  const property = node === undefined ? undefined : nodeAt(node, 'property');
  if (node?.type !== 'MemberExpression' || property === undefined) return undefined;
  const key = node['computed'] === true ? property['value'] : property['name'];
  return typeof key === 'string' ? pathsOf(nodeAt(node, 'object'), names)?.map((path) => below(path, key)) : undefined;
}

/** Gives the names of a declaration to the parts of the texts that they stand for; false when some of it stands for the whole. */
function name(target: Node, paths: readonly string[], names: Names): boolean {
  const known = (to: string, more: readonly string[]) => names.set(to, new Set([...(names.get(to) ?? []), ...more]));
  if (target.type === 'Identifier') known(String(target['name']), paths);
  else if (target.type === 'ObjectPattern') {
    return nodesAt(target, 'properties').every((property) => {
      const [key, value] = [nodeAt(property, 'key')?.['name'], nodeAt(property, 'value')];
      return (
        typeof key === 'string' &&
        value !== undefined &&
        name(
          value,
          paths.map((path) => below(path, key)),
          names,
        )
      );
    });
  } else return false;
  return true;
}

/** The parts of the texts that a source uses: a text, or a group of which it takes what it looks up. */
function used(source: Source): readonly string[] {
  const names: Names = new Map([['texts', new Set([''])]]);
  const placed = walk(source.tree);
  const declared = placed.flatMap(({ node }) => (node.type === 'VariableDeclarator' ? [node] : []));
  // A name may stand for a part of another name, so they are gone through until none is new.
  for (let known = -1, count = 0; known !== count; ) {
    known = count;
    for (const declarator of declared) {
      const paths = pathsOf(nodeAt(declarator, 'init'), names);
      const target = nodeAt(declarator, 'id');
      if (paths !== undefined && target !== undefined) name(target, paths, names);
    }
    count = [...names.values()].reduce((sum, { size }) => sum + size, 0);
  }
  return placed.flatMap(({ node, above: [parent] }) => {
    const paths = pathsOf(node, names);
    if (paths === undefined || parent === undefined) return [];
    const isName = ['property', 'key', 'id', 'imported', 'local'].some((field) => parent[field] === node && parent['computed'] !== true);
    const isPartOfMore = parent.type === 'MemberExpression' && parent['object'] === node && pathsOf(parent, names) !== undefined;
    const isNamed = parent.type === 'VariableDeclarator' && name(nodeAt(parent, 'id') ?? parent, paths, names);
    return isName || isPartOfMore || isNamed ? [] : paths;
  });
}

/** Every text with where it stands. */
const pathsIn = (group: object, at = ''): string[] =>
  Object.entries(group).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? pathsIn(value, below(at, key)) : [below(at, key)],
  );

describe('the texts', () => {
  it('are all said by some screen', () => {
    const inUse = new Set(screens.flatMap((file) => used(parse(file))));
    const isUsed = (text: string): boolean =>
      text.split('.').some((_, index, keys) => index > 0 && inUse.has(keys.slice(0, index).join('.'))) ||
      [...inUse].some((path) => path === text || path.startsWith(`${text}.`));
    expect(pathsIn(texts).filter((text) => !isUsed(text))).toEqual([]);
  });
});

describe('this check', () => {
  const found = (screen: string): string[] => literals(parse('example.tsx', `const a = ${screen};`));

  it.each([
    ['<p>No case</p>', ['No case']],
    ['<p>{isLate ? "late" : ""}</p>', ['late']],
    ['<p>{`${count} cases`}</p>', ['cases']],
    ['<p>{name ?? "nobody"}</p>', ['nobody']],
    ['<input aria-label="Search" />', ['Search']],
    ['<input placeholder={isNew ? "a" : texts.b} />', ['a']],
  ])('finds what %s says', (screen, said) => {
    expect(found(screen)).toEqual(said);
  });

  it.each([
    '<p>{texts.none} · {count}</p>',
    '<p className="wide" role="status">{size} mm</p>',
    '<p>{state === "late" && <b>{texts.late}</b>}</p>',
    '<p>{inWords("not-ready")}</p>',
  ])('lets %s pass', (screen) => {
    expect(found(screen)).toEqual([]);
  });
});
