import path from 'node:path';
import { expect, test } from 'vitest';
import { readStartArguments } from '../../../electron/window/start-arguments.ts';

const HERE = path.resolve('/home/asha');
const NOTHING = { file: null, dataFolder: null };

test.each([
  ['nothing', ['app'], true, NOTHING],
  ['nothing, in development', ['electron', '.'], false, NOTHING],
  ['a file', ['app', '/data/leads.csv'], true, { ...NOTHING, file: path.resolve('/data/leads.csv') }],
  ['a relative file', ['app', 'leads.csv'], true, { ...NOTHING, file: path.join(HERE, 'leads.csv') }],
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
    { ...NOTHING, file: path.join(HERE, 'leads.csv') },
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
    { file: path.join(HERE, 'leads.csv'), dataFolder: path.resolve('/a b') },
  ],
  ['a data folder without a name', ['app', '--data-dir='], true, NOTHING],
])('a start with %s', (_name, given, isPackaged, expected) => {
  expect(readStartArguments(given, isPackaged, HERE)).toStrictEqual(expected);
});
