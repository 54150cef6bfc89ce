/** The dialog in which a Telecrm field is added or changed. */
export const field = {
  addTitle: 'Add a Telecrm field',
  editTitle: 'Change {{label}}',
  optionsTitle: 'The list of {{label}}',
  guide:
    'In Telecrm, open Settings → Lead Fields, click the field, then Information (or Properties). Copy the name exactly as it stands under “API name”: capital letters count.',
  guideOptions:
    'In Telecrm, open Settings → Lead Fields and click the field. Copy its options exactly as they are written there, one on each line.',
  guideStatuses:
    'In Telecrm, open the settings of your lead stages. Copy the active statuses exactly as they are written there, one on each line.',
  /** A drawing of Telecrm's screens, in Telecrm's own words. */
  picture: {
    settings: 'Settings',
    fields: 'Lead Fields',
    field: 'Lead Source',
    information: 'Information',
    type: 'Type',
    typeExample: 'Dropdown',
    apiName: 'API name',
    apiNameExample: 'lead_source',
  },
  openHelp: 'Show me where this is',
  name: 'Name in Telecrm, exactly as written there',
  nameHint: 'For example: lead_source',
  nameMissing: 'Type the name that Telecrm shows for this field.',
  nameWrong: 'This name can’t have spaces, quotation marks or brackets. Copy it from Telecrm once more.',
  nameTaken: 'This workspace has a field with this name already.',
  label: 'What you call it',
  labelHint: 'For example: Lead Source',
  labelMissing: 'Give it a name that you recognise.',
  type: 'Kind of field',
  typeHint: 'Choose the same kind that Telecrm shows for it.',
  options: 'Options, one on each line',
  optionsHint: 'Leave empty if you don’t know them yet.',
  optionsCount_one: '{{count}} option',
  optionsCount_other: '{{count}} options',
  optionsTooMany:
    'This list is longer than this program can keep ({{most}} options). Leave the box empty and switch on what is below, if the values in your file are right.',
  optionTooLong:
    'One of these lines is longer than {{longest}} letters, so it can’t be an option of Telecrm’s list.',
  trust: 'The values in my file exist in Telecrm exactly so',
  trustHint:
    'Then values that are not in the list above are sent too. Telecrm adds unknown options for good.',
  save: 'Save field',
  add: 'Add field',
} as const;
