import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { isForThisMachine, npmChromium } from './npm-chromium.js';
import { playwrightChromium } from './playwright-chromium.js';

/** In a container there is no sandbox to be had, and a browser under test has nobody to call. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** What may be a browser, and what it is called when it is none. */
interface Candidate {
  readonly name: string;
  readonly options: () => Promise<LaunchOptions>;
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What may be a browser, the likeliest first; one that is named is the only one. */
function candidates(): readonly Candidate[] {
  const at = (file: string): Candidate => ({ name: file, options: async () => ({ executablePath: file }) });
  const named = process.env['CHROME_BIN'];
  if (named) return [at(named)];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)).find(isExecutable) ?? []);
  // Linux has its browsers on the path; elsewhere they stand where their makers put them.
  const channels = process.platform === 'linux' ? [] : ['chrome', 'msedge'];
  return [
    ...onPath.map(at),
    ...channels.map((channel) => ({ name: channel, options: async () => ({ channel }) })),
    ...(isForThisMachine ? [{ name: '@sparticuz/chromium', options: npmChromium }] : []),
    // Tried when nothing else could be started.
    { name: 'the Chromium of Playwright', options: playwrightChromium },
  ];
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? '';

/**
 * Starts a browser: that of CHROME_BIN, else one that is installed, else the one that came by npm, else one that
 * Playwright fetches.
 * @throws Error that says what was tried when none can be started
 */
export async function startChromium(): Promise<BrowserServer> {
  const refused: string[] = [];
  for (const { name, options } of candidates()) {
    try {
      const { env, ...others } = await options();
      return await chromium.launchServer({ ...others, args: FLAGS, env: { ...process.env, ...env } });
    } catch (error) {
      refused.push(`  ${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(['No browser could be started. Install Chromium or Chrome, or name one in CHROME_BIN. Tried:', ...refused].join('\n'));
}
