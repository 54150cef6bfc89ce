import type { Page } from 'playwright/test';

/** Drops files on the window the way the system does: with files that have a path, which the page never sees. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'dropped';
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles([...files]);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const transfer = new DataTransfer();
    for (const file of input?.files ?? []) {
      transfer.items.add(file);
    }
    const target = document.querySelector('h1');
    target?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    input?.remove();
  });
}
