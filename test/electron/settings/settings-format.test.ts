import { expect, test } from 'vitest';
import { NO_SETTINGS, readSettings, type Settings } from '../../../electron/settings/settings-format.ts';
import { USUAL_CHOICES } from '../../../shared/choices/choices.ts';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';

const SETTINGS: Settings = {
  version: 1,
  workspaces: {
    'a-1': { workspace: newWorkspace('Delhi office'), isPractice: false },
    'b-2': { workspace: newWorkspace('Practice'), isPractice: true },
  },
  chosenWorkspaceId: 'b-2',
  windowPlace: { x: -5, y: 10, width: 1200, height: 800, isMaximized: false },
  choices: { keepAwake: false, notify: true, sendWithoutWindow: true, keepImportsDays: 30 },
};

test('settings that were written are read as they were', () => {
  expect(readSettings(JSON.stringify(SETTINGS))).toStrictEqual({ settings: SETTINGS, isWhole: true });
  expect(readSettings(JSON.stringify(NO_SETTINGS))).toStrictEqual({ settings: NO_SETTINGS, isWhole: true });
});

test('settings from before there were choices are whole, with the usual ones', () => {
  const { choices: _choices, ...earlier } = SETTINGS;
  expect(readSettings(JSON.stringify(earlier))).toStrictEqual({
    settings: { ...SETTINGS, choices: USUAL_CHOICES },
    isWhole: true,
  });
});

test.each([
  ['nothing at all', ''],
  ['half a file', JSON.stringify(SETTINGS).slice(0, 200)],
  ['zero bytes after a power cut', '\0'.repeat(50)],
  ['another shape', '[1, 2]'],
  ['null', 'null'],
])('of %s nothing is understood, and it is not called whole', (_name, text) => {
  expect(readSettings(text)).toStrictEqual({ settings: NO_SETTINGS, isWhole: false });
});

test('workspaces that are whole are saved out of a damaged file', () => {
  const damaged = {
    ...SETTINGS,
    workspaces: {
      ...SETTINGS.workspaces,
      'b-2': { workspace: { name: 7 }, isPractice: true },
      '../etc': SETTINGS.workspaces['a-1'],
    },
    windowPlace: 'somewhere',
  };
  expect(readSettings(JSON.stringify(damaged))).toStrictEqual({
    settings: {
      ...NO_SETTINGS,
      workspaces: { 'a-1': SETTINGS.workspaces['a-1'] },
      chosenWorkspaceId: 'a-1',
      choices: SETTINGS.choices,
    },
    isWhole: false,
  });
});

test('settings of a newer version keep their workspaces', () => {
  const newer = { ...SETTINGS, version: 2, theme: 'dark' };
  const { settings, isWhole } = readSettings(JSON.stringify(newer));
  expect(isWhole).toBe(false);
  expect(Object.keys(settings.workspaces)).toStrictEqual(['a-1', 'b-2']);
  expect(settings.chosenWorkspaceId).toBe('b-2');
});
