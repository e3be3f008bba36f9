import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { VARIABLES } from '@tumor-board/config';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './workspace.js';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
}

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const compose = parse(text('docker-compose.yml')) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const dockerfile = text('Dockerfile');
const services = Object.entries(compose.services).map(([name, service]) => ({ name, service }));
const ours = services.filter(({ service }) => service.build !== undefined);
const manifest = JSON.parse(text('package.json')) as { devDependencies: Record<string, string> };

/** The source of a compiled file, and any other file as it is. */
const sourceOf = (file: string): string => file.replace('/dist/', '/src/').replace(/(?<=\/src\/.*)\.js$/, '.ts');

describe('docker-compose.yml', () => {
  it('runs PostgreSQL 18 and every service', () => {
    expect(services.map(({ name }) => name).toSorted()).toEqual(['api', 'database', 'panel', 'projector']);
    expect(compose.services['database']?.image).toBe('postgres:18');
  });

  it.each(ours)('$name is built here and runs a file that the build makes', ({ service }) => {
    expect(service.build).toBe('.');
    const file = service.command?.at(-1) ?? '';
    expect(file).toMatch(/^apps\/[a-z]+\/dist\/main\.js$/);
    expect(existsSync(path.join(root, sourceOf(file)))).toBe(true);
  });

  it.each(ours)('$name sets only variables that the product reads, and values that it takes', ({ service }) => {
    for (const [name, value] of Object.entries(service.environment)) {
      // For Node itself.
      if (name === 'TZ') continue;
      const variable = Object.entries(VARIABLES).find(([known]) => known === name)?.[1];
      expect(variable, name).toBeDefined();
      const given = value
        .replace('${POSTGRES_PASSWORD}', 'secret')
        // What is left to the operator, as it is when nothing is said.
        .replace(/^\$\{\w+:-(\w*)\}$/, '$1')
        .replace(/^\$\{(?:PROTECTION|ANCHOR)_KEY:\?[^}]+\}$/, `${'A'.repeat(43)}=`);
      // An empty one counts as not given.
      expect(given === '' || variable?.schema.safeParse(given).success, name).toBe(true);
    }
  });

  it.each(ours)('$name waits for the database and can be asked whether it is ready', ({ service }) => {
    expect(service.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    const [, program, script, url] = service.healthcheck.test;
    const port = service.environment['PORT'] ?? service.environment['PROJECTOR_PORT'] ?? service.environment['PANEL_PORT'];
    expect([program, url]).toEqual(['node', `http://127.0.0.1:${port}/health/ready`]);
    expect(existsSync(path.join(root, script ?? ''))).toBe(true);
    expect(dockerfile).toContain(`COPY ${script} ${script}`);
  });

  it('checks the database with a program that its image has', () => {
    expect(compose.services['database']?.healthcheck.test.slice(0, 2)).toEqual(['CMD', 'pg_isready']);
  });

  it('keeps the data in a volume that it declares', () => {
    for (const { service } of services) {
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    expect(compose.services['database']?.volumes).toHaveLength(1);
  });

  it('offers nothing beyond this machine by itself', () => {
    const offered = services.flatMap(({ service }) => service.ports ?? []);
    expect(offered).toEqual(['127.0.0.1:3000:3000']);
  });

  it('gives every service the same time zone', () => {
    expect(new Set(ours.map(({ service }) => service.environment['TZ']))).toEqual(new Set(['${TZ:-UTC}']));
  });

  it('gives every service the same key to protect texts with', () => {
    expect(new Set(ours.map(({ service }) => service.environment['PROTECTION_KEY'])).size).toBe(1);
    for (const { service } of ours) expect(service.environment['PROTECTION_KEY']).toMatch(/^\$\{PROTECTION_KEY:\?/);
  });

  it('gives whoever makes and whoever shows anchors the same key to sign them with', () => {
    const given = ['api', 'panel'].map((name) => compose.services[name]?.environment['ANCHOR_KEY']);
    expect([new Set(given).size, given[0]]).toEqual([1, expect.stringMatching(/^\$\{ANCHOR_KEY:\?/)]);
  });

  it('writes no password down', () => {
    expect(compose.services['database']?.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });
});

describe('the Dockerfile', () => {
  it('uses the pinned Node', () => {
    const images = [...dockerfile.matchAll(/^FROM (node:\S+)/gm)].map((match) => match[1]);
    expect(new Set(images)).toEqual(new Set([`node:${manifest.devDependencies['node']}-bookworm-slim`]));
  });

  it('copies what is there', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(\S+) \S+$/gm)].map((match) => match[1] ?? '');
    expect(copied).toContain('migrations');
    for (const file of copied) expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it('builds the screens as well', () => {
    const { name, scripts } = JSON.parse(text('apps/web/package.json')) as {
      readonly name: string;
      readonly scripts: Record<string, string>;
    };
    expect(name).toBe('@tumor-board/web');
    expect(scripts['build']).toContain('vite build');
    expect(dockerfile).toContain('npm run build --workspace apps/web');
  });

  it('does not run as root', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});
