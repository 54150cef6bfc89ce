import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './the-app.ts';

test.describe('a page that was taken over', () => {
  test('finds neither Node nor Electron', async ({ start }) => {
    const { page } = await start();
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(found).toStrictEqual([]);
  });

  test('finds one bridge, on which every member is a function of the contract', async ({ start }) => {
    const { page } = await start();
    const members = await page.evaluate(() =>
      Object.entries((globalThis as unknown as { leadImporter: Record<string, unknown> }).leadImporter).map(
        ([name, member]) => `${name}: ${typeof member}`,
      ),
    );
    expect(members.length).toBeGreaterThan(30);
    expect(members.filter((member) => !/^[a-zA-Z.]+: function$/u.test(member))).toStrictEqual([]);
    expect(members.join()).not.toContain('file.drop');
  });

  test('can run no script of its own and style nothing without the nonce', async ({ start }) => {
    const { page } = await start({ expectTroubles: true });
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.hasRun = true';
      document.head.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid red }';
      document.head.append(style);
      // The debugger lifts the policy while it evaluates, so the attempt is made after it returned.
      await new Promise((resolve) => setTimeout(resolve));
      let evaluated = 'blocked';
      try {
        // oxlint-disable-next-line no-eval
        evaluated = String(globalThis.eval('"ran"'));
      } catch {
        evaluated = 'blocked';
      }
      return {
        hasRun: 'hasRun' in globalThis,
        evaluated,
        outline: getComputedStyle(document.body).outlineWidth,
      };
    });
    expect(outcome).toMatchObject({ hasRun: false, evaluated: 'blocked' });
    expect(outcome.outline).not.toBe('7px');
  });

  test('can reach nobody', async ({ start }) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { page } = await start({ expectTroubles: true });
    const outcomes = await page.evaluate(async (host) => {
      const attempt = async (act: () => Promise<unknown>): Promise<string> => {
        try {
          await act();
          return 'reached';
        } catch {
          return 'blocked';
        }
      };
      const loaded = (element: HTMLElement): Promise<unknown> =>
        new Promise((resolve, reject) => {
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          document.body.append(element);
        });
      const image = document.createElement('img');
      image.src = `http://${host}/image.png`;
      const script = document.createElement('script');
      script.src = `http://${host}/script.js`;
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `http://${host}/style.css`;
      return {
        fetch: await attempt(() => fetch(`http://${host}/fetch`)),
        ownFetch: await attempt(() => fetch('app://lead-importer/index.html')),
        beacon: navigator.sendBeacon(`http://${host}/beacon`, 'x') ? 'queued' : 'blocked',
        image: await attempt(() => loaded(image)),
        script: await attempt(() => loaded(script)),
        style: await attempt(() => loaded(link)),
        socket: await attempt(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(`ws://${host}/socket`);
              socket.addEventListener('open', resolve);
              socket.addEventListener('error', reject);
            }),
        ),
      };
    }, address);
    server.close();
    expect(outcomes).toMatchObject({
      fetch: 'blocked',
      ownFetch: 'blocked',
      image: 'blocked',
      script: 'blocked',
      style: 'blocked',
      socket: 'blocked',
    });
    expect(asked).toStrictEqual([]);
  });

  test('can go nowhere and open nothing', async ({ start }) => {
    const { app, page } = await start({ expectTroubles: true });
    const before = page.url();
    expect(before).toBe('app://lead-importer/index.html');
    const opened = await page.evaluate(() => {
      const other = window.open('https://example.org/');
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      window.location.href = 'https://example.org/';
      return other === null;
    });
    expect(opened).toBe(true);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(frame);
    });
    expect(page.url()).toBe(before);
    expect(page.frames().filter((frame) => frame.url().startsWith('http'))).toStrictEqual([]);
    expect(await page.evaluate(() => document.readyState)).toBe('complete');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('is given no permission of the system', async ({ start }) => {
    const { page } = await start({ expectTroubles: true });
    const outcome = await page.evaluate(async () => {
      const attempt = (promise: Promise<unknown>): Promise<string> =>
        promise.then(
          () => 'given',
          () => 'refused',
        );
      return {
        camera: await attempt(navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await attempt(navigator.clipboard.readText()),
        place: await new Promise<string>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            () => resolve('refused'),
          );
        }),
        notifications: await Notification.requestPermission(),
      };
    });
    expect(outcome).toStrictEqual({
      camera: 'refused',
      clipboard: 'refused',
      place: 'refused',
      notifications: 'denied',
    });
  });

  test('learns nothing from a malformed call, and main goes on', async ({ start }) => {
    const { page } = await start();
    const answers = await page.evaluate(async () => {
      const bridge = (
        globalThis as unknown as { leadImporter: Record<string, (argument: unknown) => unknown> }
      ).leadImporter;
      return Promise.all([
        bridge['import.read']?.({ importId: '../../settings' }),
        bridge['import.page']?.({ importId: 'a', filter: { kind: 'all' }, offset: -1, limit: 1e9 }),
        bridge['workspace.setToken']?.({ workspaceId: 'x', token: 7 }),
        bridge['help.open']?.({ page: 'https://example.org' }),
        bridge['app.read']?.({}),
        bridge['import.read']?.({ importId: 'no-such-import' }),
      ]);
    });
    const kinds = answers.map((answer) => (answer as { failure: { kind: string } }).failure.kind);
    expect(kinds).toStrictEqual([...Array.from({ length: 5 }, () => 'bad-request'), 'import-unknown']);
  });
});

test('the page is a sandboxed, isolated one, and the policy comes with a new nonce at every load', async ({
  start,
}) => {
  const { app, page } = await start();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  const nonceOf = (): Promise<string | undefined> =>
    page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content);
  const first = await nonceOf();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const second = await nonceOf();
  expect(first).toMatch(/^[\w+/]{22}==$/u);
  expect(second).toMatch(/^[\w+/]{22}==$/u);
  expect(second).not.toBe(first);
});
