import type { Block, PrintedDocument } from '@tumor-board/board';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { toPdf } from './to-pdf.js';

const source = { streamId: 'case-1', version: 1 };
const cited = (text: string) => ({ text, source });
const documentOf = (...blocks: Block[]): PrintedDocument => ({
  kind: 'outcome-letter',
  title: 'Outcome of the tumour board',
  blocks,
  footer: [{ text: 'Hash: ' }, cited('abc123')],
});
const entries = (...values: string[]): Block => ({
  kind: 'entries',
  entries: values.map((text, index) => ({ label: `Label ${index}`, value: [cited(text)] })),
});

async function pagesOf(document: PrintedDocument): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await toPdf(document))), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

describe('a document as PDF', () => {
  it('says what it says, in Latin, Greek and Chinese of both hands', async () => {
    const said = ['陳大文', '刘国强', 'α/β 10 Gy, −40.5 % → ≥ 62 000', 'Zoë Łukasz Đặng'];
    const [page = ''] = await pagesOf(documentOf(entries(...said)));
    for (const text of said) expect(page).toContain(text);
    expect(page).toContain('Hash: abc123');
    expect(page).toContain('Page 1 of 1');
  });

  it('shows a character that no font has as such, and says so', async () => {
    const [page = ''] = await pagesOf(documentOf(entries('王𠮷 \u{1F680}')));
    expect(page).toContain('�');
    expect(page).toContain('� stands for a character that the fonts of this service do not have');
    const [whole = ''] = await pagesOf(documentOf(entries('王')));
    expect(whole).not.toContain('�');
  });

  it('repeats the head of a table on each page, and loses no row', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => [cited(`row-${index}-`), cited('word '.repeat(20))]);
    const pages = await pagesOf(documentOf({ kind: 'table', columns: ['Number', 'Text'], rows }));
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Number Text');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    for (let index = 0; index < 150; index += 1) expect(pages.filter((page) => page.includes(`row-${index}-`))).toHaveLength(1);
  });

  it('goes on with a text that is longer than a page, and breaks a word that is wider than its column', async () => {
    const long = Array.from({ length: 1_500 }, (_, index) => `w${index}.`);
    const text = (await pagesOf(documentOf(entries(long.join(' '), 'x'.repeat(400))))).join(' ');
    for (const word of long) expect(text).toContain(word);
    expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(400);
  });

  it('is tagged, with a language and a title, for who reads it by ear', async () => {
    const pdf = await toPdf(
      documentOf({ kind: 'heading', level: 2, pieces: [cited('Decision')] }, { kind: 'table', columns: ['A'], rows: [[cited('b')]] }),
    );
    const document = await getDocumentProxy(new Uint8Array(pdf));
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Outcome of the tumour board', Language: 'en' });
  });
});
