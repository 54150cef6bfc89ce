import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { TokenState } from '../../shared/ipc.ts';
import type { Log } from '../log.ts';
import { writeWhole } from '../write-whole.ts';

/** What the system's keychain can do; throws what the system throws. See `system-encryption.ts`. */
export type Encryption = {
  readonly encrypt: (text: string) => Uint8Array;
  readonly decrypt: (bytes: Uint8Array) => string;
};

/** What is encrypted. The workspace stands inside, so that a file under another's name is not taken for its token. */
const contentSchema = z.strictObject({
  version: z.literal(1),
  workspaceId: z.string(),
  token: z.string().min(1),
});

/**
 * The home of the tokens and the only code that can read them.
 *
 * [Note: Where a token is] On disk a token exists only encrypted by the system's keychain, one file per workspace.
 * Where the system offers no encryption, or the file cannot be written, the token is held in memory until the program
 * ends, and `state` says so; it is never written in clear. It leaves the vault only through `read`, which the sender
 * calls for every request anew; it is in no snapshot, journal, log, report or command line.
 */
export class Vault {
  readonly #folder: string;
  readonly #encryption: Encryption | null;
  readonly #log: Log;
  readonly #session = new Map<string, string>();
  /** Encrypted content by workspace; `null` where there is no file or it cannot be understood. */
  readonly #kept = new Map<string, Uint8Array | null>();

  /**
   * `folder` is made when the first token is kept. `encryption` is `null` where the system has none that deserves the
   * name.
   */
  constructor(folder: string, encryption: Encryption | null, log: Log) {
    this.#folder = folder;
    this.#encryption = encryption;
    this.#log = log;
  }

  /** Whether tokens survive the end of the program. */
  canKeep(): boolean {
    return this.#encryption !== null;
  }

  /** Takes the token in place of any earlier one, and answers how long it will be here. */
  keep(workspaceId: string, token: string): TokenState {
    this.#session.delete(workspaceId);
    if (this.#encryption !== null && this.#write(workspaceId, token, this.#encryption)) {
      return 'kept';
    }
    this.keepForSession(workspaceId, token);
    return 'this-session';
  }

  /** Holds the token in memory only: for practice, whose tokens mean nothing after the program ended. */
  keepForSession(workspaceId: string, token: string): void {
    this.#session.set(workspaceId, token);
  }

  /** The token, or `null` when there is none or the keychain no longer understands it. */
  read(workspaceId: string): string | null {
    return this.#session.get(workspaceId) ?? this.#decrypt(workspaceId);
  }

  state(workspaceId: string): TokenState {
    if (this.#session.has(workspaceId)) {
      return 'this-session';
    }
    return this.#keptBytes(workspaceId) === null ? 'none' : 'kept';
  }

  /** Removes the token and whatever was put aside for this workspace. */
  forget(workspaceId: string): void {
    this.#session.delete(workspaceId);
    this.#kept.set(workspaceId, null);
    const own = path.basename(this.#pathOf(workspaceId));
    for (const name of namesIn(this.#folder)) {
      if (name === own || name.startsWith(`${own}.`)) {
        rmSync(path.join(this.#folder, name), { force: true });
      }
    }
  }

  #write(workspaceId: string, token: string, encryption: Encryption): boolean {
    const filePath = this.#pathOf(workspaceId);
    try {
      const bytes = encryption.encrypt(JSON.stringify({ version: 1, workspaceId, token }));
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      this.#putAsideIfUnreadable(workspaceId);
      writeWhole(filePath, bytes);
      this.#kept.set(workspaceId, bytes);
      return true;
    } catch (error) {
      this.#log.warn('A token could not be kept and is held for this session.', error);
      this.#discard(workspaceId);
      return false;
    }
  }

  /**
   * A file that the keychain no longer understands may be understood once the keychain is mended, so it is not
   * overwritten.
   */
  #putAsideIfUnreadable(workspaceId: string): void {
    const filePath = this.#pathOf(workspaceId);
    if (this.#keptBytes(workspaceId) === null && namesIn(this.#folder).includes(path.basename(filePath))) {
      renameSync(filePath, `${filePath}.unreadable`);
    }
  }

  /** An earlier token must not come back at the next start in place of the one that could not be kept. */
  #discard(workspaceId: string): void {
    this.#kept.set(workspaceId, null);
    try {
      rmSync(this.#pathOf(workspaceId), { force: true });
    } catch (error) {
      this.#log.warn('An earlier token could not be removed.', error);
    }
  }

  #keptBytes(workspaceId: string): Uint8Array | null {
    const known = this.#kept.get(workspaceId);
    if (known !== undefined) {
      return known;
    }
    const bytes = this.#readFile(workspaceId);
    this.#kept.set(workspaceId, bytes);
    if (bytes !== null && this.#decrypt(workspaceId) === null) {
      this.#kept.set(workspaceId, null);
    }
    return this.#kept.get(workspaceId) ?? null;
  }

  #readFile(workspaceId: string): Uint8Array | null {
    const filePath = this.#pathOf(workspaceId);
    if (this.#encryption === null || !namesIn(this.#folder).includes(path.basename(filePath))) {
      return null;
    }
    try {
      return readFileSync(filePath);
    } catch (error) {
      this.#log.warn('A token file could not be read.', error);
      return null;
    }
  }

  #decrypt(workspaceId: string): string | null {
    const bytes = this.#keptBytes(workspaceId);
    if (bytes === null || this.#encryption === null) {
      return null;
    }
    try {
      const content = contentSchema.safeParse(JSON.parse(this.#encryption.decrypt(bytes)));
      if (content.success && content.data.workspaceId === workspaceId) {
        return content.data.token;
      }
      this.#log.warn('A token file does not hold what it should; it stays where it is.');
    } catch {
      // The system's error may quote what it decrypted, so it is not logged.
      this.#log.warn(
        'A token file cannot be decrypted (damaged, or another keychain); it stays where it is.',
      );
    }
    return null;
  }

  #pathOf(workspaceId: string): string {
    if (!/^[0-9a-z-]{1,80}$/u.test(workspaceId)) {
      throw new Error('A workspace id that is not one');
    }
    return path.join(this.#folder, `${workspaceId}.token`);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was ever kept, or the folder cannot be read: either way there is no token to be had.
    return [];
  }
}
