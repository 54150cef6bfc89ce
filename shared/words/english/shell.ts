/** The frame around every screen: way home, steps, workspace. */
export const shell = {
  home: 'Home',
  steps: 'Steps of this import',
  step: { file: 'File', match: 'Match', fix: 'Fix', send: 'Send', report: 'Report' },
  stepBlocked: {
    reading: 'The file is still being read',
    identifier: 'First choose the column that has {{label}}',
    checking: 'The rows are still being checked',
    unreadable: 'The file could not be read',
    notSent: 'Nothing was sent yet',
  },
  workspace: 'Workspace: {{name}}',
  noWorkspace: 'Connect Telecrm',
  starting: 'Starting…',
  beingSent:
    'These leads are being sent, so nothing can be changed here. To change something, stop sending on the Send screen.',
} as const;
