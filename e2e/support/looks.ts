import type { Page } from 'playwright-core';
import { expectAccessible } from './browser.ts';

const WIDTHS = [1280, 360];

/** The state that a page shows is accessible and fits, in both themes, wide and narrow; nothing is entered anew. */
export async function expectGoodLooks(page: Page): Promise<void> {
  const size = page.viewportSize();
  // A colour on its way from one theme to the other is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (let theme = 0; theme < 2; theme += 1) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page);
    }
    // A dialog may lie over it.
    await page.locator('footer button').dispatchEvent('click');
  }
  if (size !== null) await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: null });
}
