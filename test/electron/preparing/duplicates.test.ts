import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DuplicateRule, Mapping } from '../../../shared/mapping/mapping.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { PreparedImport } from '../../../electron/preparing/prepared-import.ts';
import { NAME_AND_PHONE, phoneOf, stage, temporaryFolder } from '../journal/made-import.ts';

function byRule(duplicates: DuplicateRule): Mapping {
  return { ...NAME_AND_PHONE, duplicates };
}

function journalPath(): string {
  return join(temporaryFolder(), 'import.sqlite');
}

function fatesOf(prepared: PreparedImport): readonly string[] {
  return prepared.page({ kind: 'all' }, 0, 100).rows.map((row) => row.fate);
}

/** The second row names the person without a name, the last is somebody else. */
const PEOPLE = [
  ['Asha', phoneOf(1)],
  ['', `+91 ${phoneOf(1)}`],
  ['Ravi', phoneOf(2)],
];

describe('people who stand in several rows', () => {
  it('become one lead of all their rows, carried by the last, where the rule is to combine', () => {
    const { prepared } = stage(journalPath(), PEOPLE, byRule('combine'));
    expect(fatesOf(prepared)).toEqual(['duplicate', 'ready', 'ready']);
    const [first, carrier] = prepared.page({ kind: 'all' }, 0, 10).rows;
    expect(carrier?.fields).toEqual({ name: 'Asha', phone: `91${phoneOf(1)}` });
    expect(carrier?.body).toBe(JSON.stringify({ fields: carrier?.fields }));
    expect(first).toMatchObject({ body: null, duplicateOfRowNumber: 3 });
  });

  it('wait with all their rows until somebody chose, where the rule is to ask', () => {
    const path = journalPath();
    const { journal, prepared } = stage(path, PEOPLE, byRule('ask'));
    expect(fatesOf(prepared)).toEqual(['problem', 'problem', 'ready']);
    expect(prepared.checked().counts).toMatchObject({ problem: 2, ready: 1, duplicate: 0 });
    expect(prepared.page({ kind: 'fates', fates: ['problem'] }, 0, 10).total).toBe(2);
    // Each says with which rows it waits, as nothing is wrong with the row itself.
    expect([0, 1, 2].map((rowIndex) => prepared.view(rowIndex).waitsWithRowNumbers)).toEqual([[3], [2], []]);
    journal.database.close();
    const again = PreparedImport.load(openImportJournal(path));
    expect(again?.checked().counts).toMatchObject({ problem: 2, ready: 1 });
    again?.decideDuplicate(1, { kind: 'use-row', rowIndex: 0 });
    expect(again?.checked().counts).toMatchObject({ problem: 0, ready: 2, duplicate: 1 });
    expect(again?.view(0).waitsWithRowNumbers).toEqual([]);
  });

  it('are chosen for one by one, and every choice can be undone, done again and taken back', () => {
    const path = journalPath();
    const { journal, prepared } = stage(path, PEOPLE, byRule('last-wins'));
    prepared.decideDuplicate(0, { kind: 'use-row', rowIndex: 0 });
    expect(fatesOf(prepared)).toEqual(['ready', 'duplicate', 'ready']);
    prepared.decideDuplicate(1, { kind: 'combine' });
    expect(prepared.view(1).fields).toEqual({ name: 'Asha', phone: `91${phoneOf(1)}` });
    prepared.undo();
    expect(fatesOf(prepared)).toEqual(['ready', 'duplicate', 'ready']);
    prepared.redo();
    expect(fatesOf(prepared)).toEqual(['duplicate', 'ready', 'ready']);
    journal.database.close();
    const again = PreparedImport.load(openImportJournal(path));
    expect(again?.view(1).fields).toEqual({ name: 'Asha', phone: `91${phoneOf(1)}` });
    again?.decideDuplicate(1, null);
    expect(again?.view(1).fields).toEqual({ phone: `91${phoneOf(1)}` });
  });

  it('are shown side by side with the row that is sent and what was chosen', () => {
    const { prepared } = stage(journalPath(), [...PEOPLE, ['R', phoneOf(2)]], byRule('ask'));
    prepared.decideDuplicate(0, { kind: 'combine' });
    const page = prepared.duplicates(0, 10);
    expect(page.total).toBe(2);
    expect(
      page.groups.map(({ identifier, rows, rowCount, winnerRowIndex, choice }) => [
        identifier,
        rows.map((row) => row.rowIndex),
        rowCount,
        winnerRowIndex,
        choice,
      ]),
    ).toEqual([
      [`91${phoneOf(1)}`, [0, 1], 2, 1, { kind: 'combine' }],
      [`91${phoneOf(2)}`, [2, 3], 2, null, null],
    ]);
    expect(prepared.duplicates(1, 10).groups).toHaveLength(1);
  });

  it('keep an undecided problem of one row: it waits, and gives nothing to the lead', () => {
    const mapping = byRule('combine');
    const { prepared } = stage(journalPath(), [...PEOPLE, ['Asha R', `${phoneOf(1)}0`]], mapping);
    expect(fatesOf(prepared)).toEqual(['duplicate', 'ready', 'ready', 'problem']);
    prepared.edit(3, 1, phoneOf(1));
    expect(fatesOf(prepared)).toEqual(['duplicate', 'duplicate', 'ready', 'ready']);
    expect(prepared.view(3).fields).toEqual({ name: 'Asha R', phone: `91${phoneOf(1)}` });
  });

  it('are sent with the body that was shown, also after the program was started again', () => {
    const path = journalPath();
    const filler = Array.from({ length: 600 }, (_unused, index) => [`P${index}`, phoneOf(100 + index)]);
    const cells = [['Asha', phoneOf(1)], ...filler, ['', phoneOf(1)]];
    const { journal, prepared } = stage(path, cells, byRule('combine'));
    const shown = prepared.page({ kind: 'fates', fates: ['ready'] }, 0, 1000).rows.map((row) => row.body);
    prepared.freeze(0);
    expect(prepared.view(601)).toMatchObject({ fate: 'queued', body: shown.at(-1) });
    journal.database.close();
    const queue = new JournalLeadQueue(path);
    const sent = queue.take(1000, 1);
    expect(sent.map((lead) => lead.body)).toEqual(shown);
    expect(sent.at(-1)?.body).toContain('Asha');
    queue.close();
  });

  it('can be chosen for anew after unsent leads were taken back', () => {
    const path = journalPath();
    const { journal, prepared } = stage(path, PEOPLE, byRule('combine'));
    prepared.freeze(0);
    prepared.takeBack();
    prepared.decideDuplicate(1, { kind: 'use-row', rowIndex: 1 });
    prepared.freeze(1);
    journal.database.close();
    const queue = new JournalLeadQueue(path);
    expect(queue.take(10, 2).map((lead) => lead.body)).toContain(`{"fields":{"phone":"91${phoneOf(1)}"}}`);
    queue.close();
  });

  it('know who is one person', () => {
    const { prepared } = stage(journalPath(), [...PEOPLE, ['', ''], ['', '']]);
    expect(prepared.isSamePerson(0, 1)).toBe(true);
    expect(prepared.isSamePerson(0, 2)).toBe(false);
    expect(prepared.isSamePerson(3, 4)).toBe(false);
  });
});
