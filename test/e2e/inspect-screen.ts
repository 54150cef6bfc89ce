import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** Every picture, for whoever looks at a run. */
export const PICTURES = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screenshots');

/** Takes a picture of what is on the screen and answers with what would shut somebody out. */
export async function inspectScreen(page: Page, name: string): Promise<readonly string[]> {
  await page.evaluate(() => document.fonts.ready);
  // Whatever moves comes to its end, so that pictures and colours are those that people see.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  // The usual mode opens a page of its own for its report, which Electron does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
