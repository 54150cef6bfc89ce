/** The Settings screen. */
export const settings = {
  title: 'Settings',
  back: 'Back',
  keepAwake: 'Keep this computer awake while leads are sent',
  keepAwakeText: 'The screen may still go dark. Without it sending continues when the computer wakes up.',
  notify: 'Tell me when sending is done or stops',
  notifyText: 'With a notification of the system, when another program is in front.',
  sendWithoutWindow: 'Go on sending when the window is closed',
  sendWithoutWindowText:
    'A sign near the clock shows that it is sending. Otherwise closing the window pauses, and it continues when you come back.',
  keepImports: 'Delete finished imports from this computer',
  keepImportsText:
    'Your spreadsheets stay as they are, and so do the leads in Telecrm. “Delete” on Home does it at once.',
  keep: { never: 'Never by itself', days: 'After {{count}} days' },
  saved: 'Saved.',
} as const;
