import { expect, test } from 'vitest';
import { identifierColumn, identifierLabel, stepBlock } from '../../../renderer/state/step-gate.ts';
import { STEPS } from '../../../renderer/state/step.ts';
import { catalogOf } from '../../../shared/catalog/catalog-of.ts';
import type { Checked, ImportDetail, ImportStage } from '../../../shared/import.ts';
import { DEFAULT_CHOICES } from '../../../shared/mapping/mapping.ts';
import { noRows, type FateCounts } from '../../../shared/sending/fate.ts';

const CATALOG = catalogOf({ fields: [], identifier: 'phone', actions: [], team: null });
const CHECKED: Checked = {
  counts: noRows(),
  groups: [],
  notices: [],
  decisions: [],
  canUndo: false,
  canRedo: false,
};

function detailOf(
  stage: ImportStage,
  target: 'phone' | null,
  checked: Checked | null,
  counts: Partial<FateCounts> = {},
): ImportDetail {
  return {
    summary: {
      importId: 'a',
      fileName: 'leads-may.csv',
      workspaceId: 'w',
      createdAtMs: 0,
      changedAtMs: 0,
      stage,
      counts: { ...noRows(), ...counts },
      failure: null,
      speed: null,
      fewSent: null,
    },
    facts: {
      fileName: 'leads-may.csv',
      sheetName: 'leads-may',
      sizeBytes: 1,
      reading: { encoding: 'utf-8', delimiter: ',', headerRowNumber: 1 },
      columns: [{ index: 0, heading: 'Mobile' }],
      firstRows: [],
      isWhole: true,
    },
    totals: null,
    mapping: {
      columns: [
        {
          columnIndex: 0,
          heading: 'Mobile',
          target: target === null ? { kind: 'not-sent' } : { kind: 'field', apiName: target },
          origin: 'suggested',
          choices: DEFAULT_CHOICES,
        },
      ],
      extras: [],
      joins: [],
      constants: [],
      actions: [],
      duplicates: 'last-wins',
    },
    reasons: [],
    samples: [],
    dates: [],
    checked,
    drift: null,
    missingHeadings: [],
  };
}

test.each([
  [
    'while the file is read',
    detailOf('reading', 'phone', null),
    [null, null, 'reading', 'reading', 'notSent'],
  ],
  [
    'while rows are checked',
    detailOf('checking', 'phone', null),
    [null, null, 'checking', 'checking', 'notSent'],
  ],
  [
    'without the identifier',
    detailOf('open', null, CHECKED),
    [null, null, 'identifier', 'identifier', 'notSent'],
  ],
  ['when all is checked', detailOf('open', 'phone', CHECKED), [null, null, null, null, 'notSent']],
  [
    'when leads were sent',
    detailOf('sending', 'phone', CHECKED, { queued: 1 }),
    [null, null, null, null, null],
  ],
  [
    'when the file is unreadable',
    detailOf('unreadable', null, null),
    [null, 'unreadable', 'unreadable', 'unreadable', 'notSent'],
  ],
] as const)('%s, steps that cannot be taken say why', (_when, detail, blocks) => {
  expect(STEPS.map((step) => stepBlock(step, detail, CATALOG))).toEqual(blocks);
});

test('the identifier is called by its label, and its column is found', () => {
  expect(identifierLabel(CATALOG)).toBe('Phone');
  expect(identifierLabel({ ...CATALOG, identifier: 'passport' })).toBe('passport');
  expect(identifierColumn(detailOf('open', 'phone', null), CATALOG)).toBe(0);
  expect(identifierColumn(detailOf('open', null, null), CATALOG)).toBeNull();
});
