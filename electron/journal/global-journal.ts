import { createHmac, randomBytes } from 'node:crypto';
import { workspaceSchema, type Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportStage, ImportSummary } from '../../shared/import.ts';
import { ageMs, type Moment } from '../../shared/sending/age-of-request.ts';
import { noRows, type FateCounts } from '../../shared/sending/fate.ts';
import { HOUR_MS } from '../../shared/sending/rolling-window.ts';
import type { Speed } from '../../shared/sending/status.ts';
import type { AllowanceRecord } from '../sending/ports.ts';
import type { BootClock } from './boot-clock.ts';
import { inTransaction } from './import-journal.ts';
import { asJournalError } from './journal-error.ts';
import { migrate } from './migrate.ts';
import { globalFirst } from './migrations/global-0001-first.ts';
import { globalLine } from './migrations/global-0002-line.ts';
import { globalFewSent } from './migrations/global-0003-few-sent.ts';
import { makeDurable, openDatabase, type Database, type Statement } from './open-database.ts';

/** Every step of the format, oldest first. */
export const GLOBAL_MIGRATIONS = [globalFirst, globalLine, globalFewSent];

/** How long a request is kept: the hour that Telecrm counts in, and a second one for whatever is rounded. */
const KEEP_REQUESTS_MS = 2 * HOUR_MS;

/** What all imports share: their list, and when requests left in the last hour. One file, opened by app and command line. */
export class GlobalJournal {
  readonly #path: string;
  readonly #database: Database;
  readonly #boot: BootClock | null;
  readonly #putImport: Statement;

  /**
   * Opens or makes the journal. Throws a `JournalError`. `boot` makes the record of requests right although the wall clock
   * was set while the program was closed; without it the wall clock is believed.
   */
  constructor(path: string, boot: BootClock | null = null) {
    this.#path = path;
    this.#boot = boot;
    this.#database = openDatabase(path);
    try {
      makeDurable(this.#database);
      migrate(this.#database, GLOBAL_MIGRATIONS, path);
      this.#putImport = this.#database.prepare(
        `INSERT INTO import (import_id, file_name, workspace_id, created_at_ms, changed_at_ms, stage, counts, failure,
           speed, few_sent)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (import_id) DO UPDATE SET workspace_id = excluded.workspace_id,
           changed_at_ms = excluded.changed_at_ms, stage = excluded.stage, counts = excluded.counts,
           failure = excluded.failure, speed = excluded.speed, few_sent = excluded.few_sent`,
      );
    } catch (error) {
      this.#database.close();
      throw asJournalError(error, path);
    }
  }

  putImport(summary: ImportSummary): void {
    this.#guard(() =>
      this.#putImport.run(
        summary.importId,
        summary.fileName,
        summary.workspaceId,
        summary.createdAtMs,
        summary.changedAtMs,
        summary.stage,
        JSON.stringify(summary.counts),
        summary.failure === null ? null : JSON.stringify(summary.failure),
        summary.speed,
        summary.fewSent === null ? null : JSON.stringify(summary.fewSent),
      ),
    );
  }

  /**
   * Remembers where an import is sent, so that the command line can go on with it, also where the window's settings are not at
   * hand. The workspace holds no token.
   */
  rememberWorkspace(importId: string, workspace: Workspace): void {
    this.#guard(() =>
      this.#database
        .prepare('UPDATE import SET workspace = ? WHERE import_id = ?')
        .run(JSON.stringify(workspace), importId),
    );
  }

  /** The workspace that an import was sent to last; `null` when it never was, or when a newer program wrote it. */
  workspaceOf(importId: string): Workspace | null {
    const found = this.#guard(() =>
      this.#database.prepare('SELECT workspace FROM import WHERE import_id = ?').get(importId),
    ) as { workspace: string | null } | undefined;
    const parsed = workspaceSchema.safeParse(JSON.parse(found?.workspace ?? 'null'));
    return parsed.success ? parsed.data : null;
  }

  /** The imports that wait their turn to be sent, the next one first. */
  line(): readonly string[] {
    const found = this.#guard(() =>
      this.#database
        .prepare('SELECT import_id FROM import WHERE line_place IS NOT NULL ORDER BY line_place, import_id')
        .all(),
    ) as { import_id: string }[];
    return found.map((record) => record.import_id);
  }

  /** Changes the line: `change` is given the present one and answers with the new one. Whole, or, when it throws, not at all. */
  changeLine(change: (line: readonly string[]) => readonly string[]): void {
    this.#guard(() => {
      inTransaction(this.#database, () => {
        const line = change(this.line());
        this.#database.exec('UPDATE import SET line_place = NULL WHERE line_place IS NOT NULL');
        const put = this.#database.prepare('UPDATE import SET line_place = ? WHERE import_id = ?');
        line.forEach((importId, place) => put.run(place, importId));
      });
    });
  }

  /** One line of the list; `null` when there is none. */
  import(importId: string): ImportSummary | null {
    const record = this.#guard(() =>
      this.#database.prepare('SELECT * FROM import WHERE import_id = ?').get(importId),
    ) as ImportRecord | undefined;
    return record === undefined ? null : summaryOf(record);
  }

  deleteImport(importId: string): void {
    this.#guard(() => this.#database.prepare('DELETE FROM import WHERE import_id = ?').run(importId));
  }

  /** Newest first. */
  imports(): readonly ImportSummary[] {
    const records = this.#guard(() =>
      this.#database.prepare('SELECT * FROM import ORDER BY created_at_ms DESC, import_id DESC').all(),
    ) as ImportRecord[];
    return records.map(summaryOf);
  }

  /**
   * The record of requests made with this token. The token itself is not kept: requests are filed under a keyed hash, whose
   * key never leaves this file.
   */
  allowanceOf(token: string): AllowanceRecord {
    const tokenKey = createHmac('sha256', this.#secret()).update(token).digest('hex').slice(0, 32);
    const insert = this.#database.prepare(
      'INSERT INTO request (token_key, at_ms, count, uptime_ms, boot_id) VALUES (?, ?, ?, ?, ?)',
    );
    const select = this.#database.prepare(
      'SELECT request_id, at_ms, count, uptime_ms, boot_id FROM request WHERE token_key = ? ORDER BY request_id',
    );
    return {
      load: (nowMs) =>
        this.#guard(() => {
          const now = this.#moment(nowMs);
          const found = (select.all(tokenKey) as RequestRecord[]).map((record) => ({
            ...record,
            leftAtMs: nowMs - ageMs(momentOf(record), now),
          }));
          const old = found.filter(({ leftAtMs }) => leftAtMs < nowMs - KEEP_REQUESTS_MS);
          this.#database
            .prepare('DELETE FROM request WHERE request_id IN (SELECT value FROM json_each(?))')
            .run(JSON.stringify(old.map(({ request_id }) => request_id)));
          return found
            .filter(({ leftAtMs }) => leftAtMs > nowMs - HOUR_MS)
            .flatMap(({ leftAtMs, count }) => new Array<number>(count).fill(leftAtMs))
            .sort((one, other) => one - other);
        }),
      add: (atMs, count) => {
        const { uptimeMs, bootId } = this.#moment(atMs);
        this.#guard(() => insert.run(tokenKey, Math.ceil(atMs), count, uptimeMs, bootId));
      },
    };
  }

  /** Idempotent. */
  close(): void {
    this.#database.close();
  }

  #moment(wallMs: number): Moment {
    const uptimeMs = this.#boot === null ? null : Math.floor(this.#boot.uptimeMs());
    return { wallMs, uptimeMs, bootId: this.#boot?.bootId ?? null };
  }

  #secret(): Buffer {
    return this.#guard(() => {
      this.#database
        .prepare(`INSERT INTO secret (name, value) VALUES ('allowance', ?) ON CONFLICT DO NOTHING`)
        .run(randomBytes(32));
      const found = this.#database.prepare(`SELECT value FROM secret WHERE name = 'allowance'`).get() as {
        value: Buffer;
      };
      return Buffer.from(found.value);
    });
  }

  #guard<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      throw asJournalError(error, this.#path);
    }
  }
}

function summaryOf(record: ImportRecord): ImportSummary {
  return {
    importId: record.import_id,
    fileName: record.file_name,
    workspaceId: record.workspace_id,
    createdAtMs: record.created_at_ms,
    changedAtMs: record.changed_at_ms,
    stage: record.stage,
    counts: { ...noRows(), ...(JSON.parse(record.counts) as FateCounts) },
    failure: record.failure === null ? null : (JSON.parse(record.failure) as Failure),
    speed: record.speed,
    fewSent: record.few_sent === null ? null : (JSON.parse(record.few_sent) as number[]),
  };
}

function momentOf({ at_ms, uptime_ms, boot_id }: RequestRecord): Moment {
  return { wallMs: at_ms, uptimeMs: uptime_ms, bootId: boot_id };
}

type RequestRecord = {
  request_id: number;
  at_ms: number;
  count: number;
  uptime_ms: number | null;
  boot_id: string | null;
};

type ImportRecord = {
  import_id: string;
  file_name: string;
  workspace_id: string;
  created_at_ms: number;
  changed_at_ms: number;
  stage: ImportStage;
  counts: string;
  failure: string | null;
  speed: Speed | null;
  few_sent: string | null;
};
