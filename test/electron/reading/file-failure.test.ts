import { expect, test } from 'vitest';
import { attempt, fileFailureOf, FileTrouble } from '../../../electron/reading/file-failure.ts';

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  { code: 'ENOENT', kind: 'file-missing' },
  { code: 'ENOTDIR', kind: 'file-missing' },
  { code: 'EISDIR', kind: 'file-is-folder' },
  { code: 'EACCES', kind: 'file-not-allowed' },
  { code: 'EPERM', kind: 'file-not-allowed' },
  { code: 'EBUSY', kind: 'file-in-use' },
  { code: 'ESTALE', kind: 'file-out-of-reach' },
  { code: 'ENXIO', kind: 'file-out-of-reach' },
  { code: 'ECONNRESET', kind: 'file-out-of-reach' },
  { code: 'EHOSTDOWN', kind: 'file-out-of-reach' },
])('$code is $kind', ({ code, kind }) => {
  expect(fileFailureOf(systemError(code), 'leads.csv')).toEqual({ kind, fileName: 'leads.csv' });
});

test('any other error of the system keeps its name for whoever helps', () => {
  expect(fileFailureOf(systemError('EIO'), 'leads.csv')).toEqual({
    kind: 'file-unreadable',
    fileName: 'leads.csv',
    code: 'EIO',
  });
});

test.each([new TypeError('x'), systemError('ERR_INVALID_ARG_TYPE'), 'ENOENT', null])(
  '%s is no error of the system',
  (error) => {
    expect(fileFailureOf(error, 'leads.csv')).toBeNull();
  },
);

test('a bug passes as it is', () => {
  const bug = new TypeError('x');
  expect(() =>
    attempt('leads.csv', () => {
      throw bug;
    }),
  ).toThrow(bug);
});

test('an error of the system is told apart from those of others by its class', () => {
  expect(() =>
    attempt('leads.csv', () => {
      throw systemError('EIO');
    }),
  ).toThrow(FileTrouble);
  expect(attempt('leads.csv', () => 5)).toBe(5);
});
