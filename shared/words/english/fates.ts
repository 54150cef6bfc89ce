/** One entry for each `Fate`: its name, and what it means for the row. */
export const fates = {
  new: { name: 'Not checked yet', meaning: 'This row was read and will be checked in a moment.' },
  ready: { name: 'Ready', meaning: 'Everything fits. This row will be sent.' },
  problem: { name: 'Needs fixing', meaning: 'This row waits until you decide what to do.' },
  duplicate: { name: 'Duplicate', meaning: 'Another row with the same identity is sent in its place.' },
  skipped: { name: 'Skipped', meaning: 'You chose not to send this row.' },
  queued: { name: 'Waiting to be sent', meaning: 'This row will be sent when its turn comes.' },
  sending: { name: 'Sending', meaning: 'This row is on its way to Telecrm.' },
  accepted: { name: 'Accepted', meaning: 'Telecrm accepted this row for processing.' },
  rejected: { name: 'Not accepted', meaning: 'Telecrm did not take this row.' },
  unknown: { name: 'Unknown', meaning: 'The row was sent, but no clear answer came. It may be in Telecrm.' },
  confirmed: { name: 'Confirmed', meaning: 'This row was found in Telecrm afterwards.' },
  'not-found': { name: 'Not found', meaning: 'This row was looked for in Telecrm and is not there.' },
  /** Which row is sent instead of a duplicate: beside its number, and as a sentence. */
  sameAs: 'Same as {{row}}',
  duplicateOf: 'Row {{row}} is the same person and is sent instead.',
  /** Why a row waits with which nothing is wrong. */
  waitsWith: 'The same person as in row {{rows}}: waits until you choose which row is sent.',
} as const;
