import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../../electron/log.ts';
import { Vault, type Encryption } from '../../../electron/vault/vault.ts';

const TOKEN = '0f8fad5b-d9cb-469f-a165-70867728950e1700000000000:7c9e6679-7425-40de-944b-e07fc1f90ae7';
const OTHER = 'a3bb189e-8bf9-4c3e-9f3a-1c2d3e4f50611700000000001:16fd2706-8baf-433b-82eb-8c7fada847da';

let folder = '';
let logged: string[] = [];
const log: Log = {
  info: (sentence) => logged.push(sentence),
  warn: (sentence, cause) => logged.push(`${sentence} ${String(cause)}`),
  error: (sentence, cause) => logged.push(`${sentence} ${String(cause)}`),
};

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'vault-')), 'vault');
  logged = [];
});
afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

describe('with a keychain', () => {
  test('a token survives the end of the program', () => {
    const keychain = aKeychain();
    expect(new Vault(folder, keychain, log).keep('w-1', TOKEN)).toBe('kept');
    const next = new Vault(folder, keychain, log);
    expect(next.canKeep()).toBe(true);
    expect(next.state('w-1')).toBe('kept');
    expect(next.read('w-1')).toBe(TOKEN);
    expect(next.state('w-2')).toBe('none');
    expect(next.read('w-2')).toBeNull();
  });

  test('nothing on disk holds it in clear, and only this user can read the file', () => {
    new Vault(folder, aKeychain(), log).keep('w-1', TOKEN);
    expect(readdirSync(folder)).toStrictEqual(['w-1.token']);
    const bytes = readFileSync(path.join(folder, 'w-1.token'));
    for (const encoding of ['utf8', 'base64', 'hex'] as const) {
      expect(bytes.includes(Buffer.from(TOKEN).toString(encoding))).toBe(false);
    }
    if (process.platform !== 'win32') {
      expect(statSync(path.join(folder, 'w-1.token')).mode & 0o777).toBe(0o600);
    }
  });

  test('a new token takes the place of the old one', () => {
    const keychain = aKeychain();
    const vault = new Vault(folder, keychain, log);
    vault.keep('w-1', OTHER);
    vault.keep('w-1', TOKEN);
    expect(vault.read('w-1')).toBe(TOKEN);
    expect(new Vault(folder, keychain, log).read('w-1')).toBe(TOKEN);
  });

  test('a forgotten token is gone from memory and disk', () => {
    const keychain = aKeychain();
    const vault = new Vault(folder, keychain, log);
    vault.keep('w-1', TOKEN);
    vault.keep('w-12', OTHER);
    vault.forget('w-1');
    expect(vault.state('w-1')).toBe('none');
    expect(vault.read('w-1')).toBeNull();
    expect(new Vault(folder, keychain, log).read('w-1')).toBeNull();
    expect(vault.read('w-12')).toBe(OTHER);
    expect(readdirSync(folder)).toStrictEqual(['w-12.token']);
  });

  test('a practice token never reaches the disk', () => {
    const vault = new Vault(folder, aKeychain(), log);
    vault.keepForSession('w-1', TOKEN);
    expect(vault.state('w-1')).toBe('this-session');
    expect(vault.read('w-1')).toBe(TOKEN);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 9)],
    ['emptied', () => Buffer.alloc(0)],
    [
      'with a changed bit',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte))),
    ],
  ])('a file %s counts as no token and is still there afterwards', (_damage, damage) => {
    const keychain = aKeychain();
    new Vault(folder, keychain, log).keep('w-1', TOKEN);
    const filePath = path.join(folder, 'w-1.token');
    const damaged = damage(readFileSync(filePath));
    writeFileSync(filePath, damaged);

    const vault = new Vault(folder, keychain, log);
    expect(vault.state('w-1')).toBe('none');
    expect(vault.read('w-1')).toBeNull();
    expect(readFileSync(filePath)).toStrictEqual(damaged);
    expect(logged).toHaveLength(1);

    expect(vault.keep('w-1', OTHER)).toBe('kept');
    expect(readFileSync(`${filePath}.unreadable`)).toStrictEqual(damaged);
    expect(new Vault(folder, keychain, log).read('w-1')).toBe(OTHER);
  });

  test('after a change of keychain the token comes back with the old one', () => {
    const old = aKeychain();
    new Vault(folder, old, log).keep('w-1', TOKEN);
    expect(new Vault(folder, aKeychain(), log).state('w-1')).toBe('none');
    expect(new Vault(folder, null, log).state('w-1')).toBe('none');
    expect(new Vault(folder, old, log).read('w-1')).toBe(TOKEN);
  });

  test('a file under the name of another workspace is not its token', () => {
    const keychain = aKeychain();
    const vault = new Vault(folder, keychain, log);
    vault.keep('w-1', TOKEN);
    writeFileSync(path.join(folder, 'w-2.token'), readFileSync(path.join(folder, 'w-1.token')));
    expect(vault.state('w-2')).toBe('none');
    expect(vault.read('w-2')).toBeNull();
  });

  test('where the file cannot be written the token is held for this session, and the old one does not come back', () => {
    const keychain = aKeychain();
    new Vault(folder, keychain, log).keep('w-1', OTHER);
    const broken: Encryption = {
      ...keychain,
      encrypt: () => {
        throw new Error('keychain is locked');
      },
    };
    const vault = new Vault(folder, broken, log);
    expect(vault.keep('w-1', TOKEN)).toBe('this-session');
    expect(vault.read('w-1')).toBe(TOKEN);
    expect(vault.state('w-1')).toBe('this-session');
    expect(new Vault(folder, keychain, log).state('w-1')).toBe('none');
  });

  test('what was logged on the way holds no token', () => {
    const keychain = aKeychain();
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'w-1.token'), keychain.encrypt(TOKEN));
    const vault = new Vault(folder, keychain, log);
    expect(vault.read('w-1')).toBeNull();
    expect(logged.join('\n')).not.toContain(TOKEN.slice(0, 12));
    expect(logged).toHaveLength(1);
  });
});

describe('without a keychain', () => {
  test('the token is held until the program ends and never written', () => {
    const vault = new Vault(folder, null, log);
    expect(vault.canKeep()).toBe(false);
    expect(vault.keep('w-1', TOKEN)).toBe('this-session');
    expect(vault.read('w-1')).toBe(TOKEN);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
    expect(new Vault(folder, null, log).state('w-1')).toBe('none');
  });

  test('a forgotten token is gone', () => {
    const vault = new Vault(folder, null, log);
    vault.keep('w-1', TOKEN);
    vault.forget('w-1');
    expect(vault.state('w-1')).toBe('none');
  });
});

describe('a Sync token', () => {
  test('lies beside the Async one, and each goes without the other', () => {
    const keychain = aKeychain();
    const vault = new Vault(folder, keychain, log);
    vault.keep('w-1', TOKEN);
    expect(vault.keep('w-1', OTHER, 'sync')).toBe('kept');
    const next = new Vault(folder, keychain, log);
    expect([next.read('w-1'), next.read('w-1', 'sync')]).toStrictEqual([TOKEN, OTHER]);
    next.forget('w-1');
    expect([next.state('w-1'), next.state('w-1', 'sync')]).toStrictEqual(['none', 'kept']);
    next.forget('w-1', 'sync');
    expect(readdirSync(folder)).toStrictEqual([]);
  });

  test('is not taken for an Async one, whatever its file is called', () => {
    const keychain = aKeychain();
    new Vault(folder, keychain, log).keep('w-1', OTHER, 'sync');
    writeFileSync(path.join(folder, 'w-1.token'), readFileSync(path.join(folder, 'w-1.sync-token')));
    expect(new Vault(folder, keychain, log).read('w-1')).toBeNull();
  });
});

test('a name that leads out of the vault is a bug, not a file', () => {
  const vault = new Vault(folder, aKeychain(), log);
  expect(() => vault.read('../settings')).toThrow('not one');
  expect(() => vault.keep('../settings', TOKEN)).toThrow('not one');
  expect(() => vault.forget('../settings')).toThrow('not one');
});

/** An encryption with a key of its own, which notices damage as the systems' own do. */
function aKeychain(): Encryption {
  const key = randomBytes(32);
  return {
    encrypt: (text) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
    },
    decrypt: (bytes) => {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
