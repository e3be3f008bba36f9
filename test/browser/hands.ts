import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { pressAt, tabTo, typeAt } from './keyboard.js';
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
  /** Opens a menu and takes one of its items. */
  readonly take: (menu: Locator, item: string | RegExp) => Promise<void>;
}

const itemOf = (page: Page, item: string | RegExp): Locator => page.getByRole('menuitem', { name: item });

/** Somebody with a mouse. */
export const byMouse: Hands = {
  name: 'mouse',
  press: async (place) => await place.click(),
  write: async (field, text) => await field.fill(text),
  choose: async (list, option) => void (await list.selectOption({ label: option })),
  tick: async (box) => await box.check(),
  take: async (menu, item) => {
    await menu.click();
    await itemOf(menu.page(), item).click();
  },
};

/** Somebody without a mouse. */
export const byKeyboard: Hands = {
  name: 'keyboard',
  press: async (place) => await pressAt(place, 'Enter'),
  write: typeAt,
  choose: async (list, option) => {
    await tabTo(list);
    await list.page().keyboard.type(option);
    const chosen = list.locator('option:checked');
    await expect.poll(() => chosen.textContent()).toBe(option);
  },
  tick: async (box) => {
    await pressAt(box, 'Space');
    expect(await box.isChecked()).toBe(true);
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
