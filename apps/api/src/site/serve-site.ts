import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The screens as they are bundled, beside this program. */
export const SITE_FOLDER = path.resolve(import.meta.dirname, '../../../web/dist/site');

/** Addresses of screens: all of them are the same page, which shows what the address names. */
const SCREENS = [
  '/queue',
  '/cases',
  '/meetings',
  '/actions',
  '/audit',
  '/knowledge',
  '/patients',
  '/erasure',
  '/operations',
  '/accounts',
  '/me',
];

/** Files whose names change with their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Serves the screens, which hold nothing of any patient: whoever can reach the service may load them, and is asked to
 * sign in by them. Does nothing where they were not built.
 */
export async function serveSite(instance: FastifyInstance, folder = SITE_FOLDER): Promise<void> {
  const file = path.join(folder, 'index.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8');
  await instance.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', FOR_EVER),
    preCompressed: true,
  });
  instance.get('/favicon.svg', (_request, reply) => reply.type('image/svg+xml').send(readFileSync(path.join(folder, 'favicon.svg'))));
  const send = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce));
  };
  for (const screen of SCREENS) for (const address of [screen, `${screen}/*`]) instance.get(address, (_request, reply) => send(reply));
  // The service has a page of its own there for when the screens are not built, and an address is declared once.
  instance.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' && request.url.split('?')[0] === '/') await send(reply);
  });
}

/** Scripts and style sheets of our own only; charts place their labels by style attributes. */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
