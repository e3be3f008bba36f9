import { createHash } from 'node:crypto';
import { StreamableFile } from '@nestjs/common';
import { PRINTED_STYLE, type PrintedDocument, toHtml } from '@tumor-board/board';
import type { PrintedView } from '@tumor-board/read-side';
import type { FastifyReply } from 'fastify';
import type { ShownIds } from '../http/shows.js';
import { toPdf } from './pdf/to-pdf.js';
import type { PrintedFormat } from './printed-requests.js';

/** A printed document as it is sent, and whom it shows, for the read log. */
export type PrintedAnswer = StreamableFile & { readonly shown: ShownIds };

/** The page runs nothing, loads nothing and is framed by nobody: all it may do is to apply its own style. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PRINTED_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A document in a format. The name of the file is made of the kind of document and an id: nothing of a person stands
 * where browsers and proxies keep names.
 */
export async function printedAnswer(
  { document, cases, patients }: PrintedView,
  { format, id, reply }: { readonly format: PrintedFormat; readonly id: string; readonly reply: FastifyReply },
): Promise<PrintedAnswer> {
  void reply.headers({ 'content-security-policy': POLICY, vary: 'accept' });
  return Object.assign(await fileOf(document, format, `${document.kind}-${id}`), { shown: { cases, patients } });
}

async function fileOf(document: PrintedDocument, format: PrintedFormat, name: string): Promise<StreamableFile> {
  switch (format) {
    case 'html': {
      const page = Buffer.from(toHtml(document), 'utf8');
      return new StreamableFile(page, { type: 'text/html; charset=utf-8', length: page.length });
    }
    case 'pdf': {
      const pages = await toPdf(document);
      return new StreamableFile(pages, { type: 'application/pdf', disposition: `inline; filename="${name}.pdf"`, length: pages.length });
    }
  }
}
