/** What the system shows in our name: file dialogs, notifications, the title of the window, boxes before there is a window. */
export const desktop = {
  open: 'Open a spreadsheet',
  spreadsheets: 'Spreadsheets',
  allFiles: 'All files',
  saveReport: 'Save report',
  reportName: {
    all: '{{name}} - report',
    'not-accepted': '{{name}} - not accepted',
  },
  reportKind: { csv: 'CSV file', xlsx: 'Excel workbook' },
  saveRecipe: 'Save recipe',
  loadRecipe: 'Use a recipe',
  recipeName: '{{name}} - recipe',
  recipes: 'Recipes',
  saveWorkspace: 'Save workspace',
  loadWorkspace: 'Add a workspace from a file',
  workspaceName: '{{name}} - workspace',
  workspaces: 'Workspaces',
  /** Name of the file that pasted cells are kept in, without its ending. */
  pasted: 'Pasted cells',
  sample: 'Sample leads',
  practice: 'Practice Telecrm',
  titleSending: '{{percent}} % sent · {{appName}}',
  titlePaused: 'Paused · {{appName}}',
  titleStopped: 'Sending stopped · {{appName}}',
  finished: {
    title: 'Sending is finished',
    text: 'Telecrm accepted {{accepted}} of {{total}} leads.',
  },
  stopped: {
    title: 'Sending stopped',
    text: '{{done}} of {{total}} leads are answered. Open the window to see what to do.',
  },
  /** The sign in the tray while leads are sent with the window closed. */
  tray: {
    open: 'Open the window',
    quit: 'Pause and quit',
  },
  cannotStart: 'Lead Importer for Telecrm cannot start',
  brokenStart:
    'Something went wrong inside the program. Please start it again. If it happens again, send the file {{logFile}} to whoever helps you; no lead and no token is in it.',
  settingsDamaged: {
    title: 'The settings could not be read completely.',
    text: 'What could be read is in use again. The old file was kept as {{fileName}}. Your imports and your leads are untouched. Please check your workspaces.',
  },
} as const;
