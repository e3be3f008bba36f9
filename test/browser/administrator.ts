import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { ask, askAs, choosePassword } from '../e2e/http.js';
import { type Look, visit } from './screen.js';

const { token, url } = inject('product');
askAs(url, token);

/** Somebody with an account of their own. */
export interface Newcomer {
  readonly login: string;
  readonly password: string;
}

/** Makes an account with a role that no demo account has, or that nobody else uses. Its person has chosen a password. */
export async function newcomer(role: string): Promise<Newcomer> {
  const login = `new.${randomUUID().slice(0, 8)}`;
  const made = await ask<{ oneTimePassword: string }>(`${url}/api/accounts`, { login, name: login, roles: [{ role }] });
  expect(made.status).toBe(201);
  const { password } = await choosePassword(url, login, made.body.oneTimePassword);
  return { login, password };
}

/** A page of a newcomer in a browser of its own, signed in. */
export async function visitBy({ login, password }: Newcomer, address: string, look: Look = {}): Promise<Page> {
  const page = await visit('/favicon.svg', look);
  expect((await page.request.post('/api/session', { data: { login, password } })).status()).toBe(201);
  await page.goto(address);
  return page;
}
