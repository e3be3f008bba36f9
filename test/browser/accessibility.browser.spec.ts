import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { ask, askAs } from '../e2e/http.js';
import { command } from '../e2e/processes.js';
import { barriers } from './accessible.js';
import { newcomer, visitBy } from './administrator.js';
import { given } from './given.js';
import { signIn, visit, visitAs } from './screen.js';

const { dataDir, token, url } = inject('product');
askAs(url, token);

const idOf = async (reference: string): Promise<string> => {
  const { body } = await ask<{ cases: { id: string; reference: string }[] }>(`${url}/api/cases?limit=200`);
  return body.cases.find((one) => one.reference === reference)?.id ?? '';
};

let held: Promise<{ readonly caseId: string; readonly meetingId: string }> | undefined;
/** A meeting that is open, with two cases on its agenda, one of them decided and its actions owed. */
const meeting = async () => {
  held ??= (async () => {
    const [decided, caseId] = [await given.waitingCase(`AXE-${randomUUID().slice(0, 8)}`), await given.waitingCase()];
    const meetingId = await given.meetingOn(decided);
    await given.schedule(meetingId, caseId);
    await given.decide(decided, {}, meetingId);
    return { caseId, meetingId };
  })();
  return await held;
};

let twice: Promise<{ readonly caseId: string; readonly meetingId: string; readonly first: string; readonly second: string }> | undefined;
/** A case that the board has decided on twice, the second time otherwise than proposed. */
const decidedTwice = async () => {
  twice ??= (async () => {
    const caseId = await given.waitingCase(`AXE-TWICE-${randomUUID().slice(0, 8)}`);
    const meetingId = await given.meetingOn(caseId);
    const { decisionId: first } = await given.decide(caseId, {}, meetingId);
    const override = { reason: 'patient-preference', comment: 'She wants a pause.' };
    const { decisionId: second } = await given.decide(caseId, { step: 'supportive-care', override });
    return { caseId, meetingId, first, second };
  })();
  return await twice;
};

/** The screens of each person by their addresses. */
const SCREENS = {
  coordinator: {
    queue: async () => '/queue',
    'queue without a case': async () => '/queue?search=nobody',
    'list of cases': async () => '/cases',
    'own account': async () => '/me',
    patients: async () => '/patients',
    meetings: async () => '/meetings',
  },
  'radiation-oncologist': {
    case: async () => `/cases/${await idOf('V04')}`,
    'panel on a case': async () => `/cases/${await idOf('V04')}?tab=panel`,
    'record of a case': async () => `/cases/${await idOf('V22')}?tab=record`,
    'history of a case': async () => `/cases/${await idOf('V22')}?tab=history`,
  },
  chair: {
    meeting: async () => `/meetings/${(await meeting()).meetingId}`,
    'presenter view': async () => `/meetings/${(await meeting()).meetingId}/present`,
    decision: async () => `/cases/${(await meeting()).caseId}/decide?meetingId=${(await meeting()).meetingId}`,
  },
  'medical-oncologist': {
    actions: async () => meeting().then(() => '/actions'),
  },
  auditor: {
    'decisions in the audit': async () => decidedTwice().then(() => '/audit'),
    overrides: async () => decidedTwice().then(() => '/audit?tab=overrides'),
    'cases without discussion': async () => '/audit?tab=samples',
    verification: async () => '/audit?tab=verification',
    'read log': async () => '/audit?tab=read-log',
    dossier: async () => decidedTwice().then(({ caseId, second }) => `/audit/decisions/${caseId}/${second}`),
    'diff of decisions': async () =>
      decidedTwice().then(({ caseId, first, second }) => `/audit/diff?caseId=${caseId}&from=${first}&to=${second}`),
    hindsight: async () => decidedTwice().then(({ second }) => `/audit/hindsight/${second}`),
    'hindsight on a meeting': async () => decidedTwice().then(({ meetingId }) => `/audit/meetings/${meetingId}`),
  },
  'knowledge-editor': {
    'evidence register': async () => '/knowledge',
    'entry of the register': async () => '/knowledge?id=table-3%2Fgem20110714',
    releases: async () => '/knowledge?tab=releases&release=npc-2026.11',
    policy: async () => '/knowledge?tab=policy',
    're-assessments': async () => '/knowledge?tab=reassessments',
  },
} as const satisfies Record<string, Readonly<Record<string, () => Promise<string>>>>;
/** Screens for administrators, of whom the examples have none. */
const FOR_ADMINISTRATORS = { operations: async () => '/operations', accounts: async () => '/accounts', erasure: async () => '/erasure' };

/** Colours decide on contrast, and width on what has to be scrolled: each is tried with one of the other. */
const LOOKS = [
  { colorScheme: 'light', device: 'at a desk', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', device: 'on a tablet', viewport: { width: 820, height: 1180 } },
] as const;

/** True when something of a page stands beside the window, or something of its head outside of the head. */
const isCutOff = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const isWide = (one) => one.scrollWidth > one.clientWidth;
    const head = document.querySelector('header.mantine-AppShell-header');
    if (isWide(document.documentElement)) return true;
    if (head === null) return false;
    const edge = head.getBoundingClientRect();
    return [...head.querySelectorAll('a, button')].some((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return left < edge.left || right > edge.right || top < edge.top || bottom > edge.bottom + 1;
    });
  })()`);

/** What keeps people from using a page in any of the looks. */
async function barriersInAnyLook(page: Page): Promise<readonly string[]> {
  const barred: string[] = [];
  for (const { colorScheme, device, viewport } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    if (await isCutOff(page)) barred.push(`${colorScheme} ${device}: something is cut off at the edge`);
    barred.push(...(await barriers(page)).map((barrier) => `${colorScheme} ${device}: ${barrier}`));
  }
  return barred;
}

/** The same of some screens, one after the other: each screen that has something, with what. */
async function found(
  page: Page,
  screens: Readonly<Record<string, () => Promise<string>>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const barred: Record<string, readonly string[]> = {};
  for (const [name, address] of Object.entries(screens)) {
    await page.goto(await address());
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.getByText('Loading', { exact: true }).count()).toBe(0);
    const here = await barriersInAnyLook(page);
    if (here.length > 0) barred[name] = here;
  }
  return barred;
}

describe('light at a desk and dark on a tablet, nothing keeps people from using', () => {
  it('the page to sign in, also after a wrong password', async () => {
    const page = await visit('/queue');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await barriersInAnyLook(page)).toEqual([]);
    await signIn(page, 'coordinator', 'not this one');
    await page.getByRole('alert').waitFor();
    expect(await barriersInAnyLook(page)).toEqual([]);
  });

  it('the page to choose a password', async () => {
    const added = await command(['account', 'add', 'newcomer', '--role', 'clinician:radiology'], { DATA_DIR: dataDir });
    const [, password = ''] = /one-time password (\S+)/.exec(added.stdout) ?? [];
    const page = await visit('/queue');
    await signIn(page, 'newcomer', password);
    await page.getByRole('button', { name: 'Change the password' }).waitFor();
    expect(await barriersInAnyLook(page)).toEqual([]);
  });

  it.each(Object.entries(SCREENS))('the screens of a %s', async (login, screens) => {
    const page = await visitAs(login, '/favicon.svg');
    expect(await found(page, screens)).toEqual({});
  });

  it('the screens of an administrator', async () => {
    const page = await visitBy(await newcomer('administrator'), '/favicon.svg');
    expect(await found(page, FOR_ADMINISTRATORS)).toEqual({});
  });
});
