import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { serveSite } from './serve-site.js';

describe('a service whose screens were not built', () => {
  it('has none, and works', async () => {
    const instance = fastify();
    await serveSite(instance, '/there/is/no/such/folder');
    expect((await instance.inject('/queue')).statusCode).toBe(404);
    await instance.close();
  });
});
