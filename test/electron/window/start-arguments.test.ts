import path from 'node:path';
import { expect, test } from 'vitest';
import { readStartArguments } from '../../../electron/window/start-arguments.ts';

const HERE = path.resolve('/home/asha');
const NOTHING = { files: [], dataFolder: null };

test.each([
  ['nothing', ['app'], true, NOTHING],
  ['nothing, in development', ['electron', '.'], false, NOTHING],
  ['a file', ['app', '/data/leads.csv'], true, { ...NOTHING, files: [path.resolve('/data/leads.csv')] }],
  ['a relative file', ['app', 'leads.csv'], true, { ...NOTHING, files: [path.join(HERE, 'leads.csv')] }],
  [
    'a file among switches that Chromium moved about',
    [
      'electron',
      '--no-sandbox',
      '--inspect=0',
      '/src',
      '--original-process-start-time=1',
      'leads.csv',
      '--x',
    ],
    false,
    { ...NOTHING, files: [path.join(HERE, 'leads.csv')] },
  ],
  [
    'several files',
    ['app', 'north.csv', '/data/south.csv'],
    true,
    { ...NOTHING, files: [path.join(HERE, 'north.csv'), path.resolve('/data/south.csv')] },
  ],
  ['an empty argument', ['app', ''], true, NOTHING],
  ['a data folder', ['app', '--data-dir=/try'], true, { ...NOTHING, dataFolder: path.resolve('/try') }],
  [
    'a data folder that stands apart',
    ['app', '--data-dir', 'try'],
    true,
    { ...NOTHING, dataFolder: path.join(HERE, 'try') },
  ],
  [
    'Chromium’s name for it, and a file',
    ['electron', '--user-data-dir=/a b', '.', 'leads.csv'],
    false,
    { files: [path.join(HERE, 'leads.csv')], dataFolder: path.resolve('/a b') },
  ],
  ['a data folder without a name', ['app', '--data-dir='], true, NOTHING],
])('a start with %s', (_name, given, isPackaged, expected) => {
  expect(readStartArguments(given, isPackaged, HERE)).toStrictEqual(expected);
});
