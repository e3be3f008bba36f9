import type { Block, Piece, PrintedDocument } from './printed-document.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it: what a patient or a clinician wrote is never markup. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** The style of every page, for who tells browsers by its hash that they may apply it. Quiet, dense, black on white; a block does not break across pages where it can be helped. */
export const PRINTED_STYLE = `
  :root { color-scheme: light; }
  body { font: 10.5pt/1.4 system-ui, 'Noto Sans', 'Noto Sans CJK TC', sans-serif; color: #111; background: #fff; margin: 2rem auto; max-width: 48rem; padding: 0 1rem; }
  h1 { font-size: 16pt; margin: 0 0 1rem; } h2 { font-size: 12pt; margin: 1.4rem 0 .4rem; border-bottom: 1px solid #999; } h3 { font-size: 10.5pt; margin: 1rem 0 .3rem; }
  dl { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem 1rem; margin: 0; break-inside: avoid-page; } dt { color: #444; } dd { margin: 0; white-space: pre-line; }
  table { border-collapse: collapse; width: 100%; margin: .4rem 0; } th, td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; border-bottom: 1px solid #ddd; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .warning { border: 1.5pt solid #111; padding: .4rem .6rem; margin: 0 0 1rem; }
  footer { margin-top: 2rem; font-size: 8.5pt; color: #444; overflow-wrap: anywhere; }
  @page { margin: 18mm; } @media print { body { margin: 0; max-width: none; padding: 0; } }`;

/** The document as a page of its own, without scripts; each piece names its event in \`data-event\`. */
export function toHtml(document: PrintedDocument): string {
  const { title, blocks, footer } = document;
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${PRINTED_STYLE}</style></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1>`,
    ...blocks.map(blockHtml),
    `</main><footer>${footer.map(pieceHtml).join('')}</footer></body>`,
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${block.pieces.map(pieceHtml).join('')}</h${block.level}>`;
    case 'paragraph':
      return `<p>${block.pieces.map(pieceHtml).join(' ')}</p>`;
    case 'warning':
      return `<p class="warning"><strong>${block.pieces.map(pieceHtml).join(' ')}</strong></p>`;
    case 'entries':
      return `<dl>${block.entries
        .map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${value.map(pieceHtml).join(' ')}</dd>`)
        .join('')}</dl>`;
    case 'table': {
      const head = block.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((piece) => `<td>${pieceHtml(piece)}</td>`).join('')}</tr>`).join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
    }
  }
}

const pieceHtml = ({ text, source }: Piece): string =>
  source === undefined
    ? escapeHtml(text)
    : `<span data-event="${escapeHtml(`${source.streamId}@${source.version}`)}">${escapeHtml(text)}</span>`;
