import type { Page } from 'playwright-core';
import { expectAccessible, expectContrast } from './browser.ts';

const WIDTHS = [1280, 360];

/** The state that a page shows is accessible and fits, in both themes, wide and narrow; nothing is entered anew. */
export async function expectGoodLooks(page: Page): Promise<void> {
  const size = page.viewportSize();
  // A colour on its way from one theme to the other is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
  }
  // The other theme differs in colours only. A dialog may lie over the button.
  await page.locator('footer button').dispatchEvent('click');
  await expectContrast(page);
  await page.locator('footer button').dispatchEvent('click');
  if (size !== null) await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: null });
}
