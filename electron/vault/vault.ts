import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { TokenState } from '../../shared/catalog/workspace-view.ts';
import type { Log } from '../log.ts';
import { writeWhole } from '../write-whole.ts';

/** What the system's keychain can do; throws what the system throws. See `system-encryption.ts`. */
export type Encryption = {
  readonly encrypt: (text: string) => Uint8Array;
  readonly decrypt: (bytes: Uint8Array) => string;
};

/** Telecrm's two kinds of tokens: `async` sends leads, `sync` reads. Each has a place of its own for every workspace. */
export type TokenKind = 'async' | 'sync';

/** What is encrypted. Workspace and kind stand inside, so that a file under another's name is not taken for its token. */
const contentSchema = z.strictObject({
  version: z.literal(1),
  workspaceId: z.string(),
  /** Absent in files from before this program knew Sync tokens. */
  kind: z.enum(['async', 'sync']).default('async'),
  token: z.string().min(1),
});

/** Where one token is: a key in memory and a file's name. */
type Place = {
  readonly workspaceId: string;
  readonly kind: TokenKind;
  /** Bare name of the file; also the key in memory. */
  readonly name: string;
};

/**
 * The home of the tokens and the only code that can read them.
 *
 * [Note: Where a token is] On disk a token exists only encrypted by the system's keychain, one file per workspace and
 * kind of token.
 * Where the system offers no encryption, or the file cannot be written, the token is held in memory until the program
 * ends, and `state` says so; it is never written in clear. It leaves the vault only through `read`, which the sender
 * calls for every request anew; it is in no snapshot, journal, log, report or command line.
 */
export class Vault {
  readonly #folder: string;
  readonly #encryption: Encryption | null;
  readonly #log: Log;
  readonly #session = new Map<string, string>();
  /** Encrypted content by file; `null` where there is no file or it cannot be understood. */
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

  /** Takes the token in place of any earlier one of its kind, and answers how long it will be here. */
  keep(workspaceId: string, token: string, kind: TokenKind = 'async'): TokenState {
    const place = placeOf(workspaceId, kind);
    this.#session.delete(place.name);
    if (this.#encryption !== null && this.#write(place, token, this.#encryption)) {
      return 'kept';
    }
    this.#session.set(place.name, token);
    return 'this-session';
  }

  /** Holds the token in memory only: for practice, whose tokens mean nothing after the program ended. */
  keepForSession(workspaceId: string, token: string, kind: TokenKind = 'async'): void {
    this.#session.set(placeOf(workspaceId, kind).name, token);
  }

  /** The token, or `null` when there is none or the keychain no longer understands it. */
  read(workspaceId: string, kind: TokenKind = 'async'): string | null {
    const place = placeOf(workspaceId, kind);
    return this.#session.get(place.name) ?? this.#decrypt(place);
  }

  state(workspaceId: string, kind: TokenKind = 'async'): TokenState {
    const place = placeOf(workspaceId, kind);
    if (this.#session.has(place.name)) {
      return 'this-session';
    }
    return this.#keptBytes(place) === null ? 'none' : 'kept';
  }

  /** Removes the token of this kind and whatever was put aside for it. */
  forget(workspaceId: string, kind: TokenKind = 'async'): void {
    const place = placeOf(workspaceId, kind);
    this.#session.delete(place.name);
    this.#kept.set(place.name, null);
    for (const name of namesIn(this.#folder)) {
      if (name === place.name || name.startsWith(`${place.name}.`)) {
        rmSync(path.join(this.#folder, name), { force: true });
      }
    }
  }

  #write(place: Place, token: string, encryption: Encryption): boolean {
    const { workspaceId, kind } = place;
    try {
      const content = { version: 1, workspaceId, ...(kind === 'async' ? {} : { kind }), token };
      const bytes = encryption.encrypt(JSON.stringify(content));
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      this.#putAsideIfUnreadable(place);
      writeWhole(this.#pathOf(place), bytes);
      this.#kept.set(place.name, bytes);
      return true;
    } catch (error) {
      this.#log.warn('A token could not be kept and is held for this session.', error);
      this.#discard(place);
      return false;
    }
  }

  /**
   * A file that the keychain no longer understands may be understood once the keychain is mended, so it is not
   * overwritten.
   */
  #putAsideIfUnreadable(place: Place): void {
    if (this.#keptBytes(place) === null && namesIn(this.#folder).includes(place.name)) {
      renameSync(this.#pathOf(place), `${this.#pathOf(place)}.unreadable`);
    }
  }

  /** An earlier token must not come back at the next start in place of the one that could not be kept. */
  #discard(place: Place): void {
    this.#kept.set(place.name, null);
    try {
      rmSync(this.#pathOf(place), { force: true });
    } catch (error) {
      this.#log.warn('An earlier token could not be removed.', error);
    }
  }

  #keptBytes(place: Place): Uint8Array | null {
    const known = this.#kept.get(place.name);
    if (known !== undefined) {
      return known;
    }
    const bytes = this.#readFile(place);
    this.#kept.set(place.name, bytes);
    if (bytes !== null && this.#decrypt(place) === null) {
      this.#kept.set(place.name, null);
    }
    return this.#kept.get(place.name) ?? null;
  }

  #readFile(place: Place): Uint8Array | null {
    if (this.#encryption === null || !namesIn(this.#folder).includes(place.name)) {
      return null;
    }
    try {
      return readFileSync(this.#pathOf(place));
    } catch (error) {
      this.#log.warn('A token file could not be read.', error);
      return null;
    }
  }

  #decrypt(place: Place): string | null {
    const bytes = this.#keptBytes(place);
    if (bytes === null || this.#encryption === null) {
      return null;
    }
    try {
      const content = contentSchema.safeParse(JSON.parse(this.#encryption.decrypt(bytes)));
      if (
        content.success &&
        content.data.workspaceId === place.workspaceId &&
        content.data.kind === place.kind
      ) {
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

  #pathOf(place: Place): string {
    return path.join(this.#folder, place.name);
  }
}

function placeOf(workspaceId: string, kind: TokenKind): Place {
  if (!/^[0-9a-z-]{1,80}$/u.test(workspaceId)) {
    throw new Error('A workspace id that is not one');
  }
  return { workspaceId, kind, name: `${workspaceId}.${kind === 'async' ? 'token' : 'sync-token'}` };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was ever kept, or the folder cannot be read: either way there is no token to be had.
    return [];
  }
}
