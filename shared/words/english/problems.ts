/**
 * One entry for each kind of `Problem`. `short` stands in a cell of the grid, `todo` is the next step for one row or for
 * many, `card` tells of all rows that have it: what happened, and which rows.
 */
export const problems = {
  unnamedColumn: 'column {{position}}',

  severity: {
    'stops-row': { one: 'Stops this row', many: 'Stops these rows' },
    'value-left-out': { one: 'This value will be left out', many: 'These values will be left out' },
    check: { one: 'Check this', many: 'Check these' },
  },

  'identifier-missing': {
    short: 'No {{label}}',
    shortPhone: 'No phone number',
    todo: 'Type it in, or skip the row.',
    card_one: '{{count}} row has no {{label}}. Telecrm can’t save a lead without one. It will be left out.',
    card_other:
      '{{count}} rows have no {{label}}. Telecrm can’t save a lead without one. They’ll be left out.',
    cardPhone_one:
      '{{count}} row has no phone number. Telecrm can’t save a lead without one. It will be left out.',
    cardPhone_other:
      '{{count}} rows have no phone number. Telecrm can’t save a lead without one. They’ll be left out.',
  },
  'phone-digits-lost': {
    short: 'Last digits lost by Excel',
    todo: 'Open the file in Excel, set the column to Number, 0 decimals, save, and reload. We can’t recover them.',
    card_one: 'Excel shortened {{count}} phone number (like {{example}}) and the last digits are gone.',
    card_other: 'Excel shortened {{count}} phone numbers (like {{example}}) and the last digits are gone.',
  },
  'phone-too-short': {
    short: 'Too few digits',
    todo: 'Type the whole number with its area or country code.',
    card_one: '{{count}} phone number has too few digits. Telecrm would drop it without a word.',
    card_other: '{{count}} phone numbers have too few digits. Telecrm would drop them without a word.',
  },
  'phone-too-long': {
    short: 'Too many digits',
    todo: 'Take out the digits that don’t belong to the number.',
    card_one: '{{count}} phone number has too many digits.',
    card_other: '{{count}} phone numbers have too many digits.',
  },
  'phone-not-a-number': {
    short: 'Not a phone number',
    todo: 'Type a phone number with digits only.',
    card_one: '{{count}} cell has words where a phone number should be.',
    card_other: '{{count}} cells have words where a phone number should be.',
  },
  'phone-not-in-use': {
    short: 'No such phone number',
    todo: 'Compare it with where it came from. Indian mobile numbers begin with 6, 7, 8 or 9.',
    card_one: '{{count}} phone number has the right length, but no such number is given out.',
    card_other: '{{count}} phone numbers have the right length, but no such numbers are given out.',
  },
  'phone-placeholder': {
    short: 'A made-up number',
    todo: 'Type the real number, or leave it out. Sent as they are, all such rows would become one lead.',
    card_one: '{{count}} phone number looks made up to fill the box (like {{example}}).',
    card_other: '{{count}} phone numbers look made up to fill the box (like {{example}}).',
  },
  'phone-several': {
    short: 'Several numbers; {{used}} will be sent',
    todo: 'Look which one is right. If it’s the first, choose “Looks right”.',
    card_one: '{{count}} cell has more than one phone number. The first good one will be sent.',
    card_other: '{{count}} cells have more than one phone number. The first good one will be sent.',
  },
  'email-not-an-address': {
    short: 'Not an e-mail address',
    todo: 'Type an address like name@example.com, or leave it empty.',
    card_one: '{{count}} cell is not an e-mail address. Telecrm would drop it without a word.',
    card_other: '{{count}} cells are not e-mail addresses. Telecrm would drop them without a word.',
  },
  'email-several': {
    short: 'Several addresses; {{used}} will be sent',
    todo: 'Look which one is right. If it’s the first, choose “Looks right”.',
    card_one: '{{count}} cell has more than one e-mail address. The first good one will be sent.',
    card_other: '{{count}} cells have more than one e-mail address. The first good one will be sent.',
  },
  'number-not-a-number': {
    short: 'Not a number',
    todo: 'Type a number with digits only, or leave it empty.',
    card_one: '{{count}} cell is not a number. Telecrm would drop it without a word.',
    card_other: '{{count}} cells are not numbers. Telecrm would drop them without a word.',
  },
  'number-with-words': {
    short: 'Words or signs beside the number',
    todo: 'Type digits only: 1250000 for “12.5 lakh”. We don’t guess.',
    card_one:
      '{{count}} cell has words or signs beside the number (like {{example}}). Telecrm takes digits only.',
    card_other:
      '{{count}} cells have words or signs beside the number (like {{example}}). Telecrm takes digits only.',
  },
  'number-percent': {
    short: 'A percentage',
    todo: 'Type the number that Telecrm should show: 50 or 0.5 for “50%”.',
    card_one: '{{count}} cell is a percentage (like {{example}}), and could mean two different numbers.',
    card_other: '{{count}} cells are percentages (like {{example}}), and could mean two different numbers.',
  },
  'number-too-long': {
    short: 'Too many digits for a number',
    todo: 'If it is a code and not an amount, match the column to a text field; otherwise shorten it.',
    card_one: '{{count}} number has more digits than can be sent exactly.',
    card_other: '{{count}} numbers have more digits than can be sent exactly.',
  },
  'money-not-an-amount': {
    short: 'Not an amount of money',
    todo: 'Type one amount, like 1250000 or 12.5 lakh, or leave it empty.',
    card_one:
      '{{count}} cell isn’t an amount of money (like {{example}}). Telecrm would drop it without a word.',
    card_other:
      '{{count}} cells aren’t amounts of money (like {{example}}). Telecrm would drop them without a word.',
  },
  'money-negative': {
    short: 'Less than zero',
    todo: 'Type the amount without a minus, or leave it empty. Telecrm has no amounts below zero.',
    card_one: '{{count}} amount is less than zero (like {{example}}).',
    card_other: '{{count}} amounts are less than zero (like {{example}}).',
  },
  'money-range': {
    short: 'A range, not one amount',
    todo: 'Type the one amount that Telecrm should show, or leave it empty.',
    card_one:
      '{{count}} cell has a range instead of one amount (like {{example}}). Telecrm takes one amount.',
    card_other:
      '{{count}} cells have a range instead of one amount (like {{example}}). Telecrm takes one amount.',
  },
  'money-other-currency': {
    short: 'In another currency',
    todo: 'Type the amount in your workspace’s currency, digits only, or leave it empty.',
    card_one:
      '{{count}} amount is in another currency (like {{example}}). Telecrm would take it as your own currency.',
    card_other:
      '{{count}} amounts are in another currency (like {{example}}). Telecrm would take them as your own currency.',
  },
  'payment-status-unknown': {
    short: 'Not a payment status of Telecrm',
    todo: 'Choose one of Telecrm’s payment statuses, or leave it empty: then no payment is added.',
    todoClosest: 'Did you mean {{closest}}?',
    card: '{{value}} isn’t one of Telecrm’s payment statuses, so Telecrm would drop the payment without a word.',
    cardMany:
      'Some values aren’t payment statuses of Telecrm, like {{value}}. Telecrm would drop the payments without a word.',
    cardClosest: '{{value}} isn’t one of Telecrm’s payment statuses. Did you mean {{closest}}?',
  },
  'payment-currency-unknown': {
    short: 'Not a currency that Telecrm takes',
    todo: 'Choose one of Telecrm’s currencies, or leave it empty: then no payment is added.',
    todoClosest: 'Did you mean {{closest}}?',
    card: '{{value}} isn’t a currency that Telecrm takes, so Telecrm would drop the payment without a word.',
    cardMany:
      'Some values aren’t currencies that Telecrm takes, like {{value}}. Telecrm would drop the payments without a word.',
    cardClosest: '{{value}} isn’t a currency that Telecrm takes. Did you mean {{closest}}?',
  },
  'rating-not-1-to-5': {
    short: 'Not from 1 to 5',
    todo: 'Type a whole number from 1 to 5, or leave it empty.',
    card_one: '{{count}} rating is not from 1 to 5. Telecrm would drop it without a word.',
    card_other: '{{count}} ratings are not from 1 to 5. Telecrm would drop them without a word.',
  },
  'rating-not-whole': {
    short: 'Not a whole number',
    todo: 'Type a whole number from 1 to 5, or leave it empty.',
    card_one: '{{count}} rating is between two whole numbers (like {{example}}).',
    card_other: '{{count}} ratings are between two whole numbers (like {{example}}).',
  },
  'rating-not-a-number': {
    short: 'Not a rating',
    todo: 'Type a whole number from 1 to 5, or leave it empty.',
    card_one: '{{count}} rating is not a number (like {{example}}).',
    card_other: '{{count}} ratings are not numbers (like {{example}}).',
  },
  'date-not-understood': {
    short: 'Not a date we understand',
    todo: 'Type it like 25/12/2026, or leave it empty.',
    card_one: '{{count}} date can’t be understood (like {{example}}).',
    card_other: '{{count}} dates can’t be understood (like {{example}}).',
  },
  'date-impossible': {
    short: 'No such day',
    todo: 'Look at the day and the month. If many are wrong, change how dates are read, under Match.',
    card_one: '{{count}} date is not in the calendar (like {{example}}).',
    card_other: '{{count}} dates are not in the calendar (like {{example}}).',
  },
  'option-unknown': {
    short: 'Not in Telecrm’s list',
    todo: 'Choose the one that is in Telecrm’s list, or leave it empty.',
    todoClosest: 'Did you mean {{closest}}?',
    card: '{{value}} isn’t in Telecrm’s {{label}} list.',
    cardMany: 'Some values aren’t in Telecrm’s {{label}} list, like {{value}}.',
    cardClosest: '{{value}} isn’t in Telecrm’s {{label}} list. Did you mean {{closest}}?',
  },
  'status-unknown': {
    short: 'Not one of Telecrm’s statuses',
    todo: 'Choose one of Telecrm’s statuses, or leave it empty.',
    todoClosest: 'Did you mean {{closest}}?',
    card: '{{value}} isn’t one of Telecrm’s statuses, so Telecrm would drop it without a word.',
    cardMany:
      'Some values aren’t statuses of Telecrm, like {{value}}. Telecrm would drop them without a word.',
    cardClosest: '{{value}} isn’t one of Telecrm’s statuses. Did you mean {{closest}}?',
  },
  'lost-reason-unknown': {
    short: 'Not one of Telecrm’s lost reasons',
    todo: 'Choose one of Telecrm’s lost reasons, or leave it empty.',
    todoClosest: 'Did you mean {{closest}}?',
    card: '{{value}} isn’t one of Telecrm’s lost reasons, so Telecrm would drop it without a word.',
    cardMany:
      'Some values aren’t lost reasons of Telecrm, like {{value}}. Telecrm would drop them without a word.',
    cardClosest: '{{value}} isn’t one of Telecrm’s lost reasons. Did you mean {{closest}}?',
  },
  'lost-reason-without-lost-status': {
    short: 'A lost reason, but the status is {{status}}',
    todo: 'Look whether the lead is lost. If status and reason are right, choose “Looks right”.',
    card_one:
      '{{count}} row has a lost reason, but its status is not a lost one. Telecrm may not keep the reason.',
    card_other:
      '{{count}} rows have a lost reason, but their status is not a lost one. Telecrm may not keep the reason.',
  },
  'member-unknown': {
    short: 'Nobody in your Telecrm team',
    todo: 'Choose somebody from your team, or leave it empty.',
    todoClosest: 'Did you mean {{closest}}?',
    card: '{{value}} isn’t in your Telecrm team, so Telecrm would drop it without a word.',
    cardMany:
      'Some people aren’t in your Telecrm team, like {{value}}. Telecrm would drop them without a word.',
    cardClosest: '{{value}} isn’t in your Telecrm team. Did you mean {{closest}}?',
  },
  'member-not-active': {
    short: 'Switched off in Telecrm',
    todo: 'Choose somebody who still works with Telecrm, or leave it empty.',
    todoClosest: 'Did you mean {{closest}}?',
    card: '{{value}} is switched off in Telecrm, so nobody would look after these leads.',
    cardMany: 'Some people are switched off in Telecrm, like {{value}}. Nobody would look after these leads.',
    cardClosest: '{{value}} is switched off in Telecrm. Did you mean {{closest}}?',
  },
  'member-name-shared': {
    short: 'Several people have this name',
    todo: 'Choose the e-mail address of the right person, or leave it empty.',
    todoClosest: 'Did you mean {{closest}}?',
    card: 'More than one person in your Telecrm team is called {{value}}.',
    cardMany: 'Some names belong to more than one person in your Telecrm team, like {{value}}.',
    cardClosest: 'More than one person in your Telecrm team is called {{value}}. Did you mean {{closest}}?',
  },
  'website-not-a-url': {
    short: 'Not a web address',
    todo: 'Type an address like https://www.example.com, or leave it empty.',
    card_one: '{{count}} cell isn’t a web address (like {{example}}). Telecrm would drop it without a word.',
    card_other:
      '{{count}} cells aren’t web addresses (like {{example}}). Telecrm would drop them without a word.',
  },
  'website-several': {
    short: 'Several addresses; {{used}} will be sent',
    todo: 'Look which one is right. If it’s the first, choose “Looks right”.',
    card_one: '{{count}} cell has more than one web address. The first one will be sent.',
    card_other: '{{count}} cells have more than one web address. The first one will be sent.',
  },
  'link-not-a-url': {
    short: 'Not a link',
    todo: 'Copy the link from your web browser; it begins with https://. Or leave it empty.',
    card_one: '{{count}} cell isn’t a link (like {{example}}). Telecrm would drop it without a word.',
    card_other: '{{count}} cells aren’t links (like {{example}}). Telecrm would drop them without a word.',
  },
  'link-not-public': {
    short: 'Only opens on one computer or network',
    todo: 'Put the file online, for example on Google Drive, and use its link; or leave it empty.',
    card_one:
      '{{count}} link only opens on one computer or in one office (like {{example}}). Telecrm can’t open it.',
    card_other:
      '{{count}} links only open on one computer or in one office (like {{example}}). Telecrm can’t open them.',
  },
  'link-several': {
    short: 'Several links; {{used}} will be sent',
    todo: 'Look which one is right. If it’s the first, choose “Looks right”.',
    card_one: '{{count}} cell has more than one link. The first one will be sent.',
    card_other: '{{count}} cells have more than one link. The first one will be sent.',
  },
  'text-too-long': {
    short: 'Longer than {{limit}} letters',
    todo: 'Shorten the text, or leave it empty.',
    card_one: '{{count}} text is longer than {{limit}} letters.',
    card_other: '{{count}} texts are longer than {{limit}} letters.',
  },
  'payment-not-above-zero': {
    short: 'Not more than zero',
    todo: 'Type what was paid, or leave it empty.',
    card_one: '{{count}} payment is not more than zero. Telecrm would drop it without a word.',
    card_other: '{{count}} payments are not more than zero. Telecrm would drop them without a word.',
  },
  'action-incomplete': {
    short: '{{action}} left out: no {{missing}}',
    todo: 'Fill in what is missing ({{missing}}), or send the row without {{action}}.',
    card_one:
      '{{count}} row has only a part of {{action}}: {{missing}} is missing. Half of it can’t be added.',
    card_other:
      '{{count}} rows have only a part of {{action}}: {{missing}} is missing. Half of it can’t be added.',
  },
} as const;
