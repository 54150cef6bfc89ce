import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './hands.ts';
import { cleanEnvironment, expect, launchArguments, test, type RunningApp } from './the-app.ts';

test('the first start shows where to begin, and keeps its files to itself', async ({ start, dataFolder }) => {
  const { app, page } = await start();
  await expect(page.getByRole('heading', { level: 1, name: say('home.title') })).toBeVisible();
  await expect(page.getByRole('button', { name: say('home.openFile') })).toBeEnabled();
  await expect(page.getByRole('button', { name: say('home.trySample') })).toBeEnabled();
  await expect(page.getByText(say('home.nothing'))).toBeVisible();
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).toBe(say('common.appName'));
  expect(readdirSync(dataFolder)).toContain('global.sqlite');
});

test('a second start brings the first window to the front and opens its file there', async ({
  start,
  dataFolder,
}) => {
  const { app, page } = await start();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const csv = path.join(dataFolder, 'leads from friends.csv');
  writeFileSync(csv, 'Name,Phone\nAsha,9876543210\n');

  const { executablePath, args } = await launchArguments(dataFolder);
  const second = spawn(executablePath, [...args, 'leads from friends.csv'], {
    cwd: dataFolder,
    env: cleanEnvironment(),
    stdio: 'ignore',
  });
  const exitCode = await new Promise((resolve) => second.once('exit', resolve));
  expect(exitCode).toBe(0);
  await expect(page.getByText('leads from friends.csv').first()).toBeVisible();
  const isMinimized = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(false);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the window opens where it was left', async ({ start }) => {
  const first = await start();
  const place = { x: 40, y: 60, width: 1111, height: 777 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, place);
  // The display takes its time to move a window.
  const boundsIn = ({ app }: RunningApp): Promise<Electron.Rectangle | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await expect.poll(() => boundsIn(first)).toMatchObject({ width: 1111, height: 777 });
  await first.close();
  const second = await start();
  await expect.poll(() => boundsIn(second)).toMatchObject({ width: 1111, height: 777 });
});

test('damaged settings are kept aside, and the program starts', async ({ start, dataFolder }) => {
  const first = await start();
  await first.close();
  writeFileSync(path.join(dataFolder, 'settings.json'), '{"version":1,"worksp');
  const { page } = await start();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const copies = readdirSync(dataFolder).filter((name) => name.startsWith('settings.damaged-'));
  expect(copies).toHaveLength(1);
  expect(readFileSync(path.join(dataFolder, copies[0] ?? ''), 'utf8')).toBe('{"version":1,"worksp');
});
