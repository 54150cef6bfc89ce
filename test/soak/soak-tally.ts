import { canMove, FATES, type Fate } from '../../shared/sending/fate.ts';
import { countRows } from '../../electron/journal/count-rows.ts';
import { openImportJournal, type ImportJournal } from '../../electron/journal/import-journal.ts';
import type { PracticeServer } from '../../electron/practice/practice-server.ts';

/** What a soak left behind; everything that must be 0 says so. */
export type SoakFigures = {
  readonly leads: number;
  readonly kills: number;
  /** Requests that reached the server. */
  readonly requests: number;
  readonly counts: Readonly<Record<Fate, number>>;
  /** Attempts that a kill cut off. */
  readonly givenUp: number;
  /** Must be 0: rows that have no final fate. */
  readonly lost: number;
  /** Must be 0: leads called accepted that the server never took in. */
  readonly falselyAccepted: number;
  /** Must be 0: leads with actions that the server took in twice. */
  readonly actionsDoubled: number;
  /** Leads with fields alone that the server took in more than once; an upsert, so harmless. */
  readonly fieldsDoubled: number;
  /** Must be 0: those of them of which no attempt was in the air at a kill or ended without a trustworthy answer. */
  readonly doubledWithoutReason: number;
  /** Must be 0: requests that arrived and are not in the record. */
  readonly unrecorded: number;
  /** Must be 0: leads with fields alone that are unknown although they were not tried often enough. */
  readonly givenUpTooEarly: number;
};

export type SoakWorld = {
  readonly leads: number;
  readonly kills: number;
  readonly journalPath: string;
  readonly server: PracticeServer;
};

/** The number of the person in a row; every one is a good Indian mobile number and different from the others. */
export function phoneOfRow(rowIndex: number): string {
  return String(9_000_000_001 + rowIndex * 7);
}

/** Lays the journal and what the server got side by side. */
export function tally({ leads, kills, journalPath, server }: SoakWorld): SoakFigures {
  const journal = openImportJournal(journalPath);
  const rows = leadsIn(journal);
  const attempts = attemptsIn(journal);
  const counts = countRows(journal);
  journal.database.close();
  const arrived = arrivalsByRow(server);
  const takenIn = (rowIndex: number): number =>
    (arrived.get(rowIndex) ?? []).filter((isTakenIn) => isTakenIn).length;
  const doubled = rows.filter(({ rowIndex }) => takenIn(rowIndex) > 1);
  const fieldsDoubled = doubled.filter(({ hasActions }) => !hasActions);
  const inTheAir = (rowIndex: number): number =>
    (attempts.get(rowIndex) ?? []).filter((end) => end === 'given-up' || end === 'unknown').length;
  return {
    leads,
    kills,
    requests: server.requestCount,
    counts,
    givenUp: [...attempts.values()].flat().filter((end) => end === 'given-up').length,
    lost: leads - FINAL_FATES.reduce((sum, fate) => sum + counts[fate], 0),
    falselyAccepted: rows.filter(({ rowIndex, fate }) => fate === 'accepted' && takenIn(rowIndex) === 0)
      .length,
    actionsDoubled: doubled.length - fieldsDoubled.length,
    fieldsDoubled: fieldsDoubled.length,
    doubledWithoutReason: fieldsDoubled.filter(({ rowIndex }) => takenIn(rowIndex) > 1 + inTheAir(rowIndex))
      .length,
    unrecorded: [...arrived].filter(
      ([rowIndex, requests]) => requests.length > (attempts.get(rowIndex)?.length ?? 0),
    ).length,
    givenUpTooEarly: rows.filter(
      ({ fate, hasActions, failedAttempts }) => fate === 'unknown' && !hasActions && failedAttempts < 8,
    ).length,
  };
}

/** What must be 0, by name, where it is not. */
export function broken(figures: SoakFigures): readonly string[] {
  const mustBeZero = [
    'lost',
    'falselyAccepted',
    'actionsDoubled',
    'doubledWithoutReason',
    'unrecorded',
    'givenUpTooEarly',
  ] as const;
  return mustBeZero.filter((name) => figures[name] !== 0);
}

/** Where sending may end: accepted, refused, or unknown, from which only a person may move a lead on. */
const FINAL_FATES = FATES.filter((fate) => canMove('sending', fate) && fate !== 'queued');

type SoakLead = {
  readonly rowIndex: number;
  readonly fate: Fate;
  readonly hasActions: boolean;
  readonly failedAttempts: number;
};

function leadsIn({ database }: ImportJournal): readonly SoakLead[] {
  const found = database.prepare('SELECT row_index, fate, has_actions, failed_attempts FROM lead').all() as {
    row_index: number;
    fate: Fate;
    has_actions: number;
    failed_attempts: number;
  }[];
  return found.map((lead) => ({
    rowIndex: lead.row_index,
    fate: lead.fate,
    hasActions: lead.has_actions === 1,
    failedAttempts: lead.failed_attempts,
  }));
}

function attemptsIn({ database }: ImportJournal): Map<number, string[]> {
  const ends = new Map<number, string[]>();
  const found = database.prepare('SELECT row_index, end FROM attempt').all() as {
    row_index: number;
    end: string;
  }[];
  for (const { row_index, end } of found) {
    ends.set(row_index, [...(ends.get(row_index) ?? []), end]);
  }
  return ends;
}

/** For each row whether each of its requests was taken in. A request that was reset before it was read is nobody's. */
function arrivalsByRow(server: PracticeServer): Map<number, boolean[]> {
  const arrived = new Map<number, boolean[]>();
  for (const { body, isTakenIn } of server.received()) {
    const phone = /"phone":"91(\d{10})"/u.exec(body.toString('utf8'))?.[1];
    if (phone !== undefined) {
      const rowIndex = (Number(phone) - 9_000_000_001) / 7;
      arrived.set(rowIndex, [...(arrived.get(rowIndex) ?? []), isTakenIn]);
    }
  }
  return arrived;
}
