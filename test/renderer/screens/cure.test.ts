import { expect, test } from 'vitest';
import { cureOf } from '../../../renderer/screens/send/cure.ts';
import { phaseOf } from '../../../renderer/screens/send/phase.ts';
import { looksLikeEnterpriseId, looksLikeToken } from '../../../renderer/screens/workspace/mixed-up.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import { SAMPLE_FAILURES } from '../../shared/words/sample-failures.ts';

const TOKEN = '0b9f7c1e-3d52-4c9a-8a45-0c9d9b8e7f61-1716200000000:5d3f1b2a-9c8e-4f7d-b6a5-1e2d3c4b5a69';
const ENTERPRISE_ID = '5f1d0c2b9a7e4d3c2b1a0f9e';

test('every failure that the user can cure leads to where it is cured', () => {
  const cures = Object.values(SAMPLE_FAILURES).map((failure) => [failure.kind, cureOf(failure)] as const);
  expect(Object.fromEntries(cures.filter(([, cure]) => cure !== null))).toEqual({
    'token-missing': 'token',
    'token-refused': 'token',
    'token-is-enterprise-id': 'token',
    'workspace-refused': 'workspace',
    'enterprise-id-is-token': 'workspace',
    'enterprise-id-missing': 'workspace',
    'enterprise-id-odd': 'workspace',
    'url-unreadable': 'workspace',
    'url-not-secure': 'workspace',
    'api-name-twice': 'workspace',
    'sync-token-missing': 'workspace',
    'sync-token-refused': 'workspace',
    'not-telecrm': 'workspace',
    'identifier-not-matched': 'match',
    'constant-does-not-fit': 'match',
    'action-incomplete': 'match',
    'action-not-in-workspace': 'match',
    'part-not-in-workspace': 'match',
    'action-takes-no-time': 'match',
    'field-matched-twice': 'match',
    'field-not-in-workspace': 'match',
    'nothing-to-send': 'fix',
  });
});

test('a token and an enterprise id are told apart at once', () => {
  expect([looksLikeToken(TOKEN), looksLikeToken(` ${ENTERPRISE_ID} `), looksLikeToken('')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([looksLikeEnterpriseId(` ${ENTERPRISE_ID} `), looksLikeEnterpriseId(TOKEN)]).toEqual([true, false]);
});

test('sending that nobody is doing was interrupted', () => {
  const summary = {
    importId: 'a',
    fileName: 'leads-may.csv',
    workspaceId: 'w',
    createdAtMs: 0,
    changedAtMs: 0,
    counts: noRows(),
    failure: null,
    speed: null,
    fewSent: null,
  } as const;
  expect(phaseOf({ ...summary, stage: 'sending' }, null)).toBe('interrupted');
  expect(phaseOf({ ...summary, stage: 'finished' }, null)).toBe('finished');
});
