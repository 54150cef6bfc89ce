import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FATES } from '../../../shared/sending/fate.ts';
import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { PreparedImport } from '../../../electron/preparing/prepared-import.ts';
import { NAME_AND_PHONE, phoneOf, stage, temporaryFolder } from '../journal/made-import.ts';

const PEOPLE = [
  ['Asha', '98765 43211'],
  ['Ravi', '12345'],
  ['', '+91-9876543211'],
  ['Imran', ''],
  ['Zoë', '9820417365'],
];

function journalPath(): string {
  return join(temporaryFolder(), 'import.sqlite');
}

function fatesOf(prepared: PreparedImport): readonly string[] {
  return prepared.page({ kind: 'all' }, 0, 100).rows.map((row) => row.fate);
}

describe('an import that is worked on', () => {
  it('knows of every row whether it can go, and of a duplicate which row goes in its place', () => {
    const { prepared } = stage(journalPath(), PEOPLE);
    const { rows } = prepared.page({ kind: 'all' }, 0, 10);
    expect(rows.map((row) => [row.rowNumber, row.fate, row.duplicateOfRowNumber])).toEqual([
      [2, 'duplicate', 4],
      [3, 'problem', null],
      [4, 'ready', null],
      [5, 'problem', null],
      [6, 'ready', null],
    ]);
    expect(rows[2]?.fields).toEqual({ phone: '919876543211' });
    expect(
      prepared.checked().groups.map(({ kind, rowCount, severity }) => [kind, rowCount, severity]),
    ).toEqual([
      ['phone-too-short', 1, 'stops-row'],
      ['identifier-missing', 1, 'stops-row'],
    ]);
  });

  it('is the same after it was closed and opened again', () => {
    const path = journalPath();
    const { journal, prepared } = stage(path, PEOPLE);
    prepared.edit(1, 1, '9820417311');
    prepared.skipRow(4, true);
    const before = { checked: prepared.checked(), rows: prepared.page({ kind: 'all' }, 0, 10) };
    journal.database.close();
    const again = PreparedImport.load(openImportJournal(path));
    expect({ checked: again?.checked(), rows: again?.page({ kind: 'all' }, 0, 10) }).toEqual(before);
  });

  it('keeps an edit beside the raw cell, so that it can be undone and done again', () => {
    const { prepared } = stage(journalPath(), PEOPLE);
    prepared.edit(1, 1, '9820417311');
    expect(prepared.view(1)).toMatchObject({
      fate: 'ready',
      cells: ['Ravi', '12345'],
      edits: { 1: '9820417311' },
      fields: { name: 'Ravi', phone: '919820417311' },
      problems: [],
    });
    expect(prepared.checked().groups.map((group) => group.kind)).toEqual(['identifier-missing']);
    prepared.undo();
    expect(prepared.view(1)).toMatchObject({ fate: 'problem', edits: {} });
    expect(prepared.checked()).toMatchObject({ canUndo: false, canRedo: true });
    prepared.redo();
    expect(prepared.view(1).fate).toBe('ready');
  });

  it('sees at once when an edit makes or ends a duplicate', () => {
    const { prepared } = stage(journalPath(), PEOPLE);
    prepared.edit(2, 1, '9820417399');
    expect(fatesOf(prepared)).toEqual(['ready', 'problem', 'ready', 'problem', 'ready']);
    prepared.edit(4, 1, '9820417399');
    expect(fatesOf(prepared)).toEqual(['ready', 'problem', 'duplicate', 'problem', 'ready']);
  });

  it('applies one answer to all alike problems, and takes it back', () => {
    const { prepared } = stage(journalPath(), [
      ['A', '1'],
      ['B', '2'],
      ['C', phoneOf(1)],
    ]);
    const [group] = prepared.checked().groups;
    prepared.decide(group?.groupId ?? '', { kind: 'skip-rows' });
    expect(fatesOf(prepared)).toEqual(['skipped', 'skipped', 'ready']);
    expect(prepared.checked().groups[0]).toMatchObject({ rowCount: 2, answer: { kind: 'skip-rows' } });
    prepared.undo();
    expect(fatesOf(prepared)).toEqual(['problem', 'problem', 'ready']);
    expect(prepared.checked().groups[0]?.examples.map((example) => example.rowNumber)).toEqual([2, 3]);
  });

  it('pages through a filter anywhere in many blocks', () => {
    const people = Array.from({ length: 1000 }, (_unused, index) => [
      `P${index}`,
      index % 10 === 0 ? 'call later' : phoneOf(index),
    ]);
    const { prepared } = stage(journalPath(), people);
    const page = prepared.page({ kind: 'fates', fates: ['problem'] }, 95, 10);
    expect(page.total).toBe(100);
    expect(page.rows.map((row) => row.rowIndex)).toEqual([950, 960, 970, 980, 990]);
    const groupId = prepared.checked().groups[0]?.groupId ?? '';
    expect(prepared.page({ kind: 'group', groupId }, 0, 3).rows.map((row) => row.cells[0])).toEqual([
      'P0',
      'P10',
      'P20',
    ]);
    expect(prepared.page({ kind: 'all' }, 5000, 10)).toEqual({ total: 1000, offset: 5000, rows: [] });
  });

  it('checks every row anew when a column goes elsewhere', async () => {
    const { prepared } = stage(journalPath(), PEOPLE);
    const [name, phone] = NAME_AND_PHONE.columns;
    const mapping = {
      ...NAME_AND_PHONE,
      columns: [
        { ...name!, target: { kind: 'not-sent' as const } },
        { ...phone!, target: { kind: 'field' as const, apiName: 'name' } },
      ],
    };
    const context = prepared.prepared();
    await prepared.check(
      { mapping, reasons: [], samples: [], decisions: [] },
      {
        fields: prepared.fields(),
        actions: [],
        team: null,
        identifier: 'phone',
        defaultCountry: 'IN',
        timeZone: 'Asia/Kolkata',
        currency: 'INR',
      },
      'wait',
      () => Promise.resolve(),
    );
    expect(context.mapping).toEqual(NAME_AND_PHONE);
    expect(prepared.checked().counts).toMatchObject({ problem: 5, ready: 0 });
    expect(prepared.checked().groups).toMatchObject([{ kind: 'identifier-missing', rowCount: 5 }]);
  });

  it('keeps every row in exactly one fate through freezing, sending, stopping and fixing the rest', () => {
    const path = journalPath();
    const { prepared } = stage(path, PEOPLE);
    expect(prepared.freeze(1)).toBe(2);
    const queue = new JournalLeadQueue(path);
    const [lead] = queue.take(1, 2);
    queue.record([
      {
        rowIndex: lead?.rowIndex ?? -1,
        fate: 'accepted',
        status: 200,
        words: null,
        nextAttemptAtMs: null,
        isFailedAttempt: false,
        durationMs: 1,
      },
    ]);
    queue.close();
    prepared.takeBack();
    expect(fatesOf(prepared)).toEqual(['duplicate', 'problem', 'accepted', 'problem', 'ready']);
    prepared.edit(1, 1, '9820417311');
    expect(prepared.freeze(3)).toBe(2);
    const { counts } = prepared.checked();
    expect(counts).toMatchObject({ accepted: 1, queued: 2, duplicate: 1, problem: 1, ready: 0 });
    expect(FATES.reduce((sum, fate) => sum + counts[fate], 0)).toBe(PEOPLE.length);
    expect(
      prepared.page({ kind: 'fates', fates: ['queued'] }, 0, 9).rows.map((row) => row.rowNumber),
    ).toEqual([3, 6]);
    expect(
      prepared.page({ kind: 'fates', fates: ['accepted'] }, 0, 9).rows.map((row) => row.rowNumber),
    ).toEqual([4]);
  });

  it('lets a refused row be changed and sent again', () => {
    const path = journalPath();
    const { prepared } = stage(path, [['Asha', phoneOf(1)]]);
    prepared.freeze(1);
    const queue = new JournalLeadQueue(path);
    queue.take(1, 2);
    queue.record([
      {
        rowIndex: 0,
        fate: 'rejected',
        status: 400,
        words: 'No such name',
        nextAttemptAtMs: null,
        isFailedAttempt: true,
        durationMs: 1,
      },
    ]);
    queue.close();
    expect(prepared.view(0)).toMatchObject({
      fate: 'rejected',
      attempt: { status: 400, words: 'No such name' },
    });
    prepared.edit(0, 0, 'Asha K');
    expect(prepared.view(0)).toMatchObject({ fate: 'ready', attempt: null });
    expect(prepared.freeze(3)).toBe(1);
    const again = new JournalLeadQueue(path);
    expect(again.take(1, 4)[0]?.body).toContain('Asha K');
    again.close();
  });
});
