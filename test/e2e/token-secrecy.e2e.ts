import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { AppSnapshot } from '../../shared/app-snapshot.ts';
import {
  appSnapshot,
  connectTelecrm,
  goToFix,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

test('after a journey the token is found nowhere: no file, no log, no message, no page', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const { app, page, close } = await start();
  await collectMessages(page);
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(dataFolder, 40));
  await goToFix(page);
  await sendFast(page);
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(40);
  const traces = tracesOf(telecrm.token);

  const inPage = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    values: [...document.querySelectorAll('input')].map(({ value }) => value),
    storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    cookies: document.cookie,
    messages: JSON.stringify((globalThis as unknown as { messages: unknown[] }).messages),
  }));
  expect(inPage.messages.length).toBeGreaterThan(100);
  expect(foundIn(JSON.stringify([inPage, await appSnapshot(page)]), traces)).toStrictEqual([]);

  // The box forgot what was typed into it, also in the memory of the page.
  const heap = await heapOf(page);
  expect(heap).toContain(say('send.phase.finished'));
  expect(foundIn(heap, traces)).toStrictEqual([]);

  await close();
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name).join('\n')).toContain('main.log');
  const places = files.filter((file) => {
    const bytes = readFileSync(path.join(file.parentPath, file.name));
    return foundIn(bytes.toString('latin1'), traces).length > 0;
  });
  expect(places.map(({ name }) => name)).toStrictEqual([]);
  await telecrm.stop();
});

/** Every message that main pushes, kept in the page from now on. */
async function collectMessages(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = globalThis as unknown as {
      messages: unknown[];
      leadImporter: { onApp: (listener: (snapshot: AppSnapshot) => void) => () => void };
    };
    all.messages = [];
    all.leadImporter.onApp((snapshot) => all.messages.push(snapshot));
  });
}

/**
 * The token and its tell-tale halves, in every spelling in which it could have been written somewhere, as Latin-1
 * text.
 */
function tracesOf(token: string): readonly string[] {
  const halves = token.split(':');
  return [token, ...halves, ...halves.map((half) => half.slice(0, 18))].flatMap((text) => {
    const bytes = Buffer.from(text);
    return [
      text,
      bytes.toString('hex'),
      encodeURIComponent(text),
      Buffer.from(text, 'utf16le').toString('latin1'),
      // Base64 of it depends on where it begins in the whole; the ends, which depend on its neighbours, are cut off.
      ...[0, 1, 2].map((shift) =>
        Buffer.concat([Buffer.alloc(shift), bytes])
          .toString('base64')
          .slice(4, -4),
      ),
    ];
  });
}

function foundIn(text: string, traces: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  return traces.filter((trace) => lower.includes(trace.toLowerCase()));
}

/** All that the page's memory holds, after a collection of garbage. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}
