import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { command } from '../e2e/processes.js';
import { type Look, visit } from './screen.js';

const { dataDir } = inject('product');

/** Somebody with an account of their own, as `account add` at the terminal made it. */
export interface Newcomer {
  readonly login: string;
  readonly password: string;
}

/** Makes an account with a role that no demo account has, or that nobody else uses. It has chosen its password. */
export async function newcomer(role: string): Promise<Newcomer> {
  const login = `new.${randomUUID().slice(0, 8)}`;
  const password = `password of ${randomUUID()}`;
  const added = await command(['account', 'add', login, '--role', role], { DATA_DIR: dataDir });
  const [, current = ''] = /one-time password (\S+)/.exec(added.stdout) ?? [];
  const page = await visit('/favicon.svg');
  expect((await page.request.post('/api/session', { data: { login, password: current } })).status()).toBe(201);
  expect((await page.request.post('/api/session/password', { data: { current, password } })).status()).toBe(200);
  await page.context().close();
  return { login, password };
}

/** A page of a newcomer in a browser of its own, signed in. */
export async function visitBy({ login, password }: Newcomer, address: string, look: Look = {}): Promise<Page> {
  const page = await visit('/favicon.svg', look);
  expect((await page.request.post('/api/session', { data: { login, password } })).status()).toBe(201);
  await page.goto(address);
  return page;
}
