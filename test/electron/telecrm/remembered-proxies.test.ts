import { expect, test } from 'vitest';
import { RememberedProxies } from '../../../electron/telecrm/remembered-proxies.ts';

const TELECRM = new URL('https://next-api.telecrm.in/enterprise/acme/autoupdatelead?x=1');

/** A system that counts how often it is asked. */
function system(answer: () => Promise<string> = () => Promise.resolve('PROXY p:1')) {
  const asked: string[] = [];
  let nowMs = 0;
  const proxies = new RememberedProxies(
    (url) => {
      asked.push(url);
      return answer();
    },
    () => nowMs,
  );
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { proxies, asked, pass };
}

test('the system is asked once a minute for each address, and told no more than its host', async () => {
  const { proxies, asked, pass } = system();
  await Promise.all([proxies.routesTo(TELECRM), proxies.routesTo(new URL('/other', TELECRM))]);
  pass(59_999);
  expect(await proxies.routesTo(TELECRM)).toMatchObject([{ kind: 'proxy', host: 'p', port: 1 }]);
  expect(asked).toEqual(['https://next-api.telecrm.in/']);
  await proxies.routesTo(new URL('https://api.telecrm.in/'));
  expect(asked).toHaveLength(2);
  pass(1);
  await proxies.routesTo(TELECRM);
  expect(asked).toHaveLength(3);
});

test('and at once when no connection could be made', async () => {
  const { proxies, asked } = system();
  await proxies.routesTo(TELECRM);
  proxies.forget();
  await proxies.routesTo(TELECRM);
  expect(asked).toHaveLength(2);
});

test('a system that cannot say means that the way is direct', async () => {
  const { proxies } = system(() => Promise.reject(new Error('No script')));
  expect(await proxies.routesTo(TELECRM)).toEqual([{ kind: 'direct' }]);
});
