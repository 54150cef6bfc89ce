import { describe, expect, it } from 'vitest';
import { packagedArguments } from '../../../electron/cli/packaged-arguments.ts';

describe('the packaged program', () => {
  it.each([
    [
      'runs a command that it knows',
      ['lead-importer', 'check', 'leads.csv', '--json'],
      ['check', 'leads.csv', '--json'],
    ],
    ['opens its window without arguments', ['lead-importer'], null],
    ['opens its window for a file', ['lead-importer', 'leads.csv'], null],
    ['opens its window for switches', ['lead-importer', '--user-data-dir=x'], null],
  ])('%s', (_name, argv, expected) => {
    expect(packagedArguments(argv, true)).toEqual(expected);
  });

  it('leaves the command line of a checkout to the checkout', () => {
    expect(packagedArguments(['electron', 'check', 'leads.csv'], false)).toBeNull();
  });
});
