import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { tabTo } from './keyboard.js';
import { hasFocus } from './screen.js';

/** How somebody works with a page, so that one story can be told of each. */
export interface Hands {
  readonly name: string;
  /** Presses a button or follows a link. */
  readonly press: (place: Locator) => Promise<void>;
  /** Writes into a field instead of what it held. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Takes an option of a list by its label. */
  readonly choose: (list: Locator, option: string) => Promise<void>;
  /** Ticks a box. */
  readonly tick: (box: Locator) => Promise<void>;
  /** Takes one of some radio buttons that are drawn as a row. */
  readonly pick: (radio: Locator) => Promise<void>;
  /** Opens a menu and takes one of its items. */
  readonly take: (menu: Locator, item: string | RegExp) => Promise<void>;
}

/** Somebody who presses Tab more often than this has lost the way. */
const FARTHEST = 150;

const itemOf = (page: Page, item: string | RegExp): Locator => page.getByRole('menuitem', { name: item });

/** Somebody with a mouse. */
export const byMouse: Hands = {
  name: 'mouse',
  press: async (place) => await place.click(),
  write: async (field, text) => await field.fill(text),
  choose: async (list, option) => void (await list.selectOption({ label: option })),
  tick: async (box) => await box.check(),
  pick: async (radio) =>
    await radio
      .page()
      .locator(`label[for="${await radio.getAttribute('id')}"]`)
      .click(),
  take: async (menu, item) => {
    await menu.click();
    await itemOf(menu.page(), item).click();
  },
};

/** What is needed here of the page, which has no types here. */
interface Focused {
  readonly document: { readonly activeElement: { readonly compareDocumentPosition: (other: unknown) => number } | null };
}
/** How the page says that the other element stands before. */
const PRECEDING = 2;

/** Goes to a place the shorter way: back when it stands before what has the focus. */
async function goTo(place: Locator): Promise<void> {
  await place.waitFor();
  const position = await place.evaluate((element: unknown) =>
    (globalThis as unknown as Focused).document.activeElement?.compareDocumentPosition(element),
  );
  const isBefore = position === PRECEDING;
  await tabTo(place, isBefore ? 'Shift+Tab' : 'Tab');
}

async function pressAt(place: Locator, key: string): Promise<void> {
  await goTo(place);
  await place.page().keyboard.press(key);
}

/** Somebody without a mouse. */
export const byKeyboard: Hands = {
  name: 'keyboard',
  press: async (place) => await pressAt(place, 'Enter'),
  write: async (field, text) => {
    await pressAt(field, 'ControlOrMeta+a');
    await field.page().keyboard.insertText(text);
  },
  choose: async (list, option) => {
    await goTo(list);
    await list.page().keyboard.type(option);
    const chosen = list.locator('option:checked');
    await expect.poll(() => chosen.textContent()).toBe(option);
  },
  tick: async (box) => {
    await pressAt(box, 'Space');
    expect(await box.isChecked()).toBe(true);
  },
  pick: async (radio) => {
    const { keyboard } = radio.page();
    const group = radio.locator('xpath=ancestor::*[@role="radiogroup"]');
    const radios = await group.getByRole('radio').count();
    for (let pressed = 0; pressed < FARTHEST && !(await hasFocus(group.getByRole('radio', { checked: true }))); pressed += 1)
      await keyboard.press('Tab');
    for (let pressed = 0; pressed < radios && !(await radio.isChecked()); pressed += 1) await keyboard.press('ArrowRight');
    expect(await radio.isChecked()).toBe(true);
  },
  take: async (menu, item) => {
    await pressAt(menu, 'Enter');
    const { keyboard } = menu.page();
    const place = itemOf(menu.page(), item);
    await place.waitFor();
    const items = await menu.page().getByRole('menuitem').count();
    for (let pressed = 0; pressed <= items && !(await hasFocus(place)); pressed += 1) await keyboard.press('ArrowDown');
    expect(await hasFocus(place)).toBe(true);
    await keyboard.press('Enter');
  },
};
