/** What the command line says besides the words that it shares with the window. */
export const cli = {
  usage: `Lead Importer for Telecrm, without a window

  check  FILE                 say what would happen, send nothing
  import FILE --enterprise ID send a file's leads to Telecrm
  resume [IMPORT]             go on with an import that was interrupted
  rows   FILE                 print what was understood of a file
  catalog --enterprise ID     read your fields, options, actions and team from Telecrm
  practice                    run a pretend Telecrm on this machine

  --recipe R.json             how columns become fields (saved in the window)
  --workspace W.json          your fields, country, time zone (saved in the window)
  --sheet NAME                the sheet to read
  --api-url URL               another address than Telecrm's
  --speed even|fast           spread over the hour (default), or as fast as allowed
  --problems skip|omit        leave rows with a problem out (default), or only the wrong values
  --yes                       do not ask before sending
  --report OUT.csv|OUT.xlsx   save what became of every row
  --save W.json               save the workspace with what catalog read
  --data-dir DIR              where imports are kept
  --token-stdin               read the token from standard input
  --port N                    port of the pretend Telecrm
  --json                      one JSON object a line

The token comes from the environment variable TELECRM_TOKEN or from --token-stdin, never from an argument.
catalog takes a token of the type Sync, from TELECRM_SYNC_TOKEN or --token-stdin.`,
  badArguments: 'These arguments were not understood: {{detail}}',
  noFile: 'Name the spreadsheet, for example: import leads.csv --enterprise ID',
  unknownCommand: '{{command}} is not a command.',
  needsYes: 'Nothing was sent. Add --yes to send without being asked.',
  understood: '{{fileName}}: headings in row {{headerRow}}, {{rows}}, {{columns}}.',
  understoodWithoutHeading: '{{fileName}}: no heading row, {{rows}}, {{columns}}.',
  otherSheets_one: '  The sheet {{sheet}} is read. Another one has rows too: {{names}}. Choose with --sheet.',
  otherSheets_other:
    '  The sheet {{sheet}} is read. {{count}} others have rows too: {{names}}. Choose with --sheet.',
  matched: '  {{heading}} → {{label}}',
  notSent: '  {{heading}} → not sent',
  constant: '  in every row: {{label}} = {{text}}',
  missingHeading: '{{heading}}: the recipe uses this column, but the sheet does not have it.',
  addsActions:
    '{{label}} will be added to the timeline of {{leads}}. That happens every time they are sent, and can’t be taken back.',
  newOption: '{{value}} will become a new option of {{label}} in Telecrm for good, for {{rows}}.',
  notice: '{{heading}}: the values of {{label}} in your workspace are not known, so this column is not sent.',
  counts: '{{ready}} ready, {{problems}} with a problem, {{duplicates}} duplicates, {{skipped}} skipped.',
  group: '  {{heading}}: {{what}} {{todo}}',
  question: 'Send {{leads}} to Telecrm ({{enterprise}})? Type y and press Enter: ',
  finishesAt: 'done {{when}}',
  finishUnknown: 'working out the time…',
  noAnswer:
    '{{host}} does not answer. Check the internet connection, and the address if you gave one (--api-url). It is tried again by itself.',
  progress: '{{done}} of {{total}} · {{finish}}',
  done: 'Telecrm accepted {{accepted}} of {{total}} leads. {{rejected}} not accepted, {{unknown}} unknown, {{problems}} with a problem, {{duplicates}} duplicates, {{skipped}} skipped.',
  unknown:
    '{{unknown}} may or may not have arrived. A lead with actions is not repeated by itself, because its actions would be added twice: look for it in Telecrm, then decide in the window.',
  nothingSent: 'Nothing of this file was sent.',
  waiting: '{{waiting}} leads still wait. Go on with: resume {{importId}}',
  interrupted: 'Stopped. Nothing is lost.',
  reportSaved: 'Saved what became of every row: {{fileName}}',
  nothingToResume: 'No import waits to be continued.',
  practiceReady:
    'A pretend Telecrm listens on {{url}}\n  enterprise: {{enterprise}}\n  token: {{token}}\n  Sync token: {{syncToken}}\nPress Ctrl+C to end it.',
  catalogField: '  {{apiName}} ({{label}}): {{type}}',
  catalogFieldOptions_one: '  {{apiName}} ({{label}}): {{type}}, {{count}} value',
  catalogFieldOptions_other: '  {{apiName}} ({{label}}): {{type}}, {{count}} values',
  catalogAction: '  {{type}}: {{label}}',
  catalogTeam_one: '{{count}} team member',
  catalogTeam_other: '{{count}} team members',
  catalogWaits: 'Telecrm asks to wait a little. Reading goes on by itself at {{time}}. Ctrl+C ends it.',
  catalogMissing: 'Telecrm has no field {{apiName}}.',
  catalogMisspelt: 'Telecrm has no field {{apiName}}. Did you mean {{closest}}?',
  catalogMissingAction: 'Telecrm has no action {{type}}.',
  /** What to do about problems where the window's own advice speaks of its buttons. */
  todo: {
    several:
      'Look which one is right, and leave only that one in the spreadsheet. With --problems omit the first good one is sent.',
    'identifier-missing': 'Fill it in in the spreadsheet.',
    'lost-reason-without-lost-status':
      'Look whether the lead is lost, and put status or reason right in the spreadsheet. With --problems omit both are sent as they are.',
    'date-impossible':
      'Look at the day and the month. If many are wrong, give a recipe with --recipe that says how dates are read.',
  },
  /** What to do where the window's own advice speaks of its screens. */
  next: {
    'identifier-not-matched':
      'Telecrm recognises people by {{label}}. Give a recipe with --recipe in which a column goes to it, or name the column so in the sheet.',
    'field-matched-twice':
      'Give a recipe with --recipe in which only one of them goes there, or in which they are joined.',
    'nothing-to-send':
      'Put right what is told above in the spreadsheet, or send the rows without the wrong values: --problems omit.',
    'action-incomplete':
      'Add a column or a constant for it to the recipe, or take the action out of the recipe.',
    'constant-does-not-fit': 'Change this constant in the recipe, or take it out.',
    'action-not-in-workspace': 'Add it to the workspace file, or take it out of the recipe.',
    'part-not-in-workspace':
      'Add the field to the action in the workspace file, or let the recipe send its column elsewhere.',
    'action-takes-no-time': 'Let the recipe send the column with the time elsewhere.',
    'field-not-in-workspace':
      'Add the field to the workspace file, or let the recipe send its column elsewhere.',
    'token-missing':
      'Give an Async token in the environment variable TELECRM_TOKEN or with --token-stdin. It is made in Telecrm under Settings → Website and API → API token.',
    'sync-token-missing':
      'Give a token of the type Sync in the environment variable TELECRM_SYNC_TOKEN or with --token-stdin. It is made in Telecrm under Settings → Website and API → API token.',
    'enterprise-id-missing': 'Copy it from Telecrm and give it with --enterprise.',
    'enterprise-id-is-token':
      'The enterprise id is shorter: usually 24 letters and digits. The token comes from TELECRM_TOKEN or --token-stdin, never from an argument.',
  },
} as const;
