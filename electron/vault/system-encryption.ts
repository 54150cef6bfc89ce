import { safeStorage } from 'electron';
import type { Encryption } from './vault.ts';

/** The backends that Electron names when Linux offers no keychain; what they "encrypt" anyone can read. */
const NOT_ENCRYPTION: readonly string[] = ['basic_text', 'unknown'];

/**
 * The system's own encryption (Keychain, DPAPI, libsecret, KWallet), or `null` where there is none that deserves the
 * name. Only after the `ready` event: before it every system seems to have none. May ask the user for the keychain's
 * password.
 *
 * The synchronous calls, although Electron 45 calls them outdated: the sender reads the token anew for every request
 * and cannot wait for it, and the asynchronous ones are missing from the older Electron that development falls back
 * to.
 */
export function findSystemEncryption(): Encryption | null {
  // oxlint-disable typescript/no-deprecated
  if (!safeStorage.isEncryptionAvailable()) {
    return null;
  }
  if (process.platform === 'linux' && NOT_ENCRYPTION.includes(safeStorage.getSelectedStorageBackend())) {
    return null;
  }
  return {
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
  };
  // oxlint-enable typescript/no-deprecated
}
