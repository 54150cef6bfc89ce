import type { ElectronApplication, Page } from 'playwright/test';
import { makeWords } from '../../shared/words/make-words.ts';

/** What the window says, so that a better sentence is not a broken test. */
export const { say } = makeWords('en');

/** Answers the system's dialog for opening a file, the only thing that a test cannot click. Nothing of ours is replaced. */
export async function chooseNextFile(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

/** Answers the system's dialog for saving a file. */
export async function chooseNextTarget(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

/** Opens a spreadsheet from Home as a user does. */
export async function openSpreadsheet(app: ElectronApplication, page: Page, filePath: string): Promise<void> {
  await chooseNextFile(app, filePath);
  await page.getByRole('button', { name: say('home.openFile') }).click();
}
