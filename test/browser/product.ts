import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { dataFolder, startService, stopAll } from '../e2e/processes.js';
import { startChromium } from './start-chromium.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The product with its example cases, and how to sign in. */
    product: {
      readonly url: string;
      readonly dataDir: string;
      /** Of its operator, for requests beside the browser. */
      readonly token: string;
      readonly oneTimePassword: string;
      readonly demoPassword: string;
    };
    /** Where the browser listens. */
    browser: string;
  }
}

/** One product and one browser for all specs of the suite. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const browser = await startChromium();
  const folder = await dataFolder();
  const end = async (): Promise<void> => {
    await browser.close();
    await stopAll();
    await folder.remove();
  };
  try {
    const service = await startService({ DATA_DIR: folder.path });
    const [, oneTimePassword = ''] = /as admin with the one-time password (\S+) /.exec(service.stdout()) ?? [];
    const [, demoPassword = ''] = /all have the password (\S+), kept in/.exec(service.stdout()) ?? [];
    const { token } = JSON.parse(await readFile(path.join(folder.path, 'service.json'), 'utf8')) as { readonly token: string };
    provide('browser', browser.wsEndpoint());
    provide('product', { url: service.url, dataDir: folder.path, token, oneTimePassword, demoPassword });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
