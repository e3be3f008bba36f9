import { describe, expect, it } from 'vitest';
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

  it('write days, moments and numbers by functions that know the language', () => {
    const found = screens
      .filter((file) => !WRITERS.some((writer) => writer.test(file)))
      .map((file) => [file, formats(parse(file))] as const);
    expect(found.filter(([, made]) => made.length > 0)).toEqual([]);
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
