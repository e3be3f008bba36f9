import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { hasFocus } from './screen.js';

/** Somebody who presses Tab more often than this has lost the way. */
const FARTHEST = 150;

/** Goes to a place by Tab alone, as somebody without a mouse does; fails when Tab does not lead there. */
export async function tabTo(place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.waitFor();
  const { keyboard } = place.page();
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if (await hasFocus(place)) return;
    await keyboard.press(key);
  }
  expect(await hasFocus(place), `${key} leads to ${String(place)}`).toBe(true);
}

/** {@link tabTo}, and presses a key there. */
export async function pressAt(place: Locator, key: string): Promise<void> {
  await tabTo(place);
  await place.page().keyboard.press(key);
}

/** {@link tabTo} a field, and types there instead of what it held. */
export async function typeAt(place: Locator, text: string): Promise<void> {
  await tabTo(place);
  const { keyboard }: Page = place.page();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type(text);
}
