/**
 * One entry for each kind of `Failure`: what happened, then what to do. Codes never stand here; they are in the details.
 */
export const failures = {
  'file-missing': {
    title: '{{fileName}} is not there any more.',
    next: 'It may have been moved, renamed or deleted. Find it and open it again.',
  },
  'file-is-folder': {
    title: '{{fileName}} is a folder, not a file.',
    next: 'Look inside the folder and open the spreadsheet itself.',
  },
  'file-not-allowed': {
    title: 'This computer does not allow us to read {{fileName}}.',
    next: 'Copy the file to your Documents folder and open the copy, or ask its owner for access.',
  },
  'file-in-use': {
    title: '{{fileName}} is open in another program.',
    next: 'Close it there, then open it here again.',
  },
  'file-empty': {
    title: '{{fileName}} is empty.',
    next: 'Check that it is the right file and that it was saved, then open it again.',
  },
  'file-only-heading': {
    title: '{{fileName}} has headings but no rows under them.',
    next: 'Add the leads under the headings, save the file, and open it again.',
  },
  'file-not-text': {
    title: '{{fileName}} does not look like a table.',
    next: 'Open it in Excel, choose File → Save as → CSV UTF-8, and open that file here.',
  },
  'format-not-read': {
    title: '{{fileName}} is another kind of file ({{format}}) and can’t be opened here.',
    next: {
      archive: 'Unpack it: right-click it and choose Extract All. Then open the spreadsheet that is inside.',
      document:
        'Open it, select the table in it and copy it. Then choose Paste from Excel here, or paste it into a new spreadsheet and open that.',
      picture: 'Ask whoever sent it for the Excel or CSV file that it was made from.',
      contacts:
        'Open it in your contacts program, for example Google Contacts, export the contacts as CSV there, and open that file here.',
      numbers: 'Open it in Numbers, choose File → Export To → Excel, and open that file here.',
      excel: 'Open it in Excel, choose File → Save as → Excel Workbook (.xlsx), and open that file here.',
      other: 'Export the leads as Excel or CSV from the program that it comes from, and open that file here.',
    },
  },
  'nothing-to-paste': {
    title: 'There are no cells to paste.',
    next: 'In Excel, select the rows together with their headings, copy them, then paste here.',
  },
  'file-changed': {
    title: '{{fileName}} was changed while we were reading it.',
    next: 'Save it and close it in the other program, then open it here again.',
  },
  'file-out-of-reach': {
    title: 'The drive that {{fileName}} is on cannot be reached any more.',
    next: 'Connect the network or the drive again and open the file once more, or copy it to this computer first.',
  },
  'file-unreadable': {
    title: '{{fileName}} could not be read.',
    next: 'Copy the file to this computer’s own disk and open the copy.',
  },
  'quote-not-closed': {
    title: 'In {{fileName}}, a quotation mark opens in row {{row}} and never closes.',
    next: 'Open the file, remove the stray quotation mark in row {{row}}, save, and open it here again.',
  },
  'too-many-columns': {
    title: 'Row {{row}} of {{fileName}} has more than {{limit}} columns, so it is probably not a table.',
    next: 'Check that it is the right file. If it is, save it in Excel as CSV UTF-8 and open that file here.',
  },
  'row-too-long': {
    title: 'Row {{row}} of {{fileName}} has more than {{limit}} letters.',
    next: 'Find the long cell in row {{row}}, shorten or empty it, save the file, and open it here again.',
  },
  'workbook-encrypted': {
    title: '{{fileName}} is locked with a password.',
    next: 'Open it in Excel, choose File → Info → Protect Workbook → Encrypt with Password, empty the box, save, and open it here again.',
  },
  'workbook-damaged': {
    title: '{{fileName}} is damaged or incomplete.',
    next: 'Get the file again from where it came, or open it in Excel, save it under a new name, and open that file here.',
  },
  'workbook-too-large': {
    title: '{{fileName}} holds far more than a table of leads.',
    next: 'Open it in Excel, copy only the leads into a new workbook, save it as Excel Workbook (.xlsx), and open that file here.',
  },
  'sheet-not-there': {
    title: '{{fileName}} has no sheet {{sheet}}.',
    next: 'It may have been renamed or deleted. Choose another sheet.',
    nextOf: 'It may have been renamed or deleted. Choose another sheet: {{names}}.',
  },
  'no-sheet-with-data': {
    title: 'No sheet of {{fileName}} has anything in it.',
    next: 'Check that it is the right file and that it was saved, then open it again.',
  },
  'cannot-write': {
    title: '{{fileName}} could not be saved.',
    next: 'Close it if it is open in another program, or choose another folder.',
  },
  'report-too-long': {
    title: 'The report has more than {{limit}} rows, which is more than a spreadsheet can hold.',
    next: 'Save it as CSV instead.',
  },

  'recipe-unreadable': {
    title: '{{fileName}} is not a recipe that we can read.',
    next: 'Choose a recipe that was saved with this program, or put this right in it. {{detail}}',
  },
  'recipe-newer': {
    title: '{{fileName}} was saved by a newer version of this program.',
    next: 'Update this program, then open the recipe again.',
  },
  'workspace-unreadable': {
    title: '{{fileName}} is not a workspace file that we can read.',
    next: 'Choose a workspace file that was saved with this program, or put this right in it. {{detail}}',
  },
  'workspace-newer': {
    title: '{{fileName}} was saved by a newer version of this program.',
    next: 'Update this program, then open the file again.',
  },
  'field-not-in-workspace': {
    title: 'This workspace has no Telecrm field {{field}}.',
    next: 'Add the field to the workspace, or match its column to another field.',
    nextClosest:
      'Did you mean {{closest}}? Telecrm tells capital and small letters apart. Put the name right, or add the field.',
  },
  'identifier-not-matched': {
    title: 'No column is matched to {{label}}.',
    next: 'Telecrm recognises people by {{label}}. Go to Match and choose the column that has it.',
  },
  'field-matched-twice': {
    title: 'Two columns go to {{label}}.',
    next: 'Go to Match and choose which of the two Telecrm should get.',
  },
  'nothing-to-send': {
    title: 'No row is ready to send yet.',
    next: 'Go to Fix and decide about the rows that need it, or open another file.',
  },

  'token-missing': {
    title: 'Telecrm is not connected yet: the token is missing.',
    next: 'Make an Async token in Telecrm under Settings → Website and API → API token, and paste it here.',
  },
  'token-refused': {
    title: 'Telecrm didn’t accept the token.',
    next: 'Check that it is an Async token and hasn’t been deleted. Nothing more will be sent until this is fixed.',
  },
  'workspace-refused': {
    title: 'Telecrm does not let us into this workspace.',
    next: 'Check the enterprise id and that the token belongs to it. Nothing more will be sent until this is fixed.',
  },
  'licence-expired': {
    title: 'Telecrm says that the licence of this workspace has expired.',
    next: 'Ask whoever manages your Telecrm account to renew it. The leads wait here; then press Continue.',
  },
  'repeated-refusal': {
    title_one: 'Telecrm refused {{count}} lead in a way that concerns all, so sending stopped.',
    title_other: 'Telecrm refused {{count}} leads in a row for the same reason, so sending stopped.',
    next: 'The reason is probably a setting and not the leads. Read Telecrm’s own words under Details, mend it, then press Continue.',
  },
  'server-trouble-lasts': {
    title: 'For hours Telecrm has not answered properly, so sending stopped.',
    next: 'Nothing is lost. Ask Telecrm whether it is working again, then press Continue.',
  },
  'not-telecrm': {
    title: 'Something else answers in Telecrm’s place, so sending stopped.',
    next: 'It may be a Wi-Fi that wants you to log in: open any website to see. Otherwise check Telecrm’s address in the workspace. Then press Continue.',
  },
  'certificate-refused': {
    title: 'We could not make sure that it is Telecrm that answers, so sending stopped.',
    next: 'Check the date and time of this computer. If they are right, a company proxy, a virus scanner or a Wi-Fi’s log-in page may stand in between: ask whoever looks after your network. Then press Continue.',
  },
  'proxy-password': {
    title: 'The proxy of this network wants a password, so sending stopped.',
    next: 'This program cannot give one. Ask whoever looks after your network to let it through, or use another network, then press Continue.',
  },
  'proxy-refused': {
    title: 'The proxy of this network does not let us through to Telecrm, so sending stopped.',
    next: 'Ask whoever looks after your network to allow Telecrm’s address, or use another network, then press Continue.',
  },
  'proxy-unsupported': {
    title: 'This network can only be left through a kind of proxy (SOCKS) that this program does not know.',
    next: 'Ask whoever looks after your network for another way to Telecrm, or use another network, then press Continue.',
  },
  'token-is-enterprise-id': {
    title: 'This looks like an enterprise id, not like a token.',
    next: 'The token is longer. In Telecrm it is made under Settings → Website and API → API token.',
  },
  'enterprise-id-is-token': {
    title: 'This looks like a token, not like an enterprise id.',
    next: 'Paste it into the box for the token. The enterprise id is shorter: usually 24 letters and digits.',
  },
  'enterprise-id-missing': {
    title: 'The enterprise id is missing.',
    next: 'Copy it from Telecrm and paste it into this workspace.',
  },
  'enterprise-id-odd': {
    title: 'This does not look like an enterprise id.',
    next: 'Usually it is 24 letters and digits without spaces. Copy it from Telecrm once more.',
  },
  'url-unreadable': {
    title: 'The address {{url}} cannot be understood.',
    next: 'It should look like https://next-api.telecrm.in. If nobody told you to change it, put that back.',
  },
  'url-not-secure': {
    title: 'The address {{url}} is not protected.',
    next: 'It must begin with https://, otherwise others on the network could read your token.',
  },

  'disk-full': {
    title: 'The disk of this computer is full.',
    next: 'Nothing is lost. Delete what you don’t need, empty the recycle bin, then continue.',
  },
  'journal-damaged': {
    title: 'Our record of this import is damaged and was left untouched.',
    next: 'Ask for help before you open the spreadsheet again, because some of its leads may have been sent already.',
  },
  'journal-newer': {
    title: 'Our record of this import was written by a newer version of this program.',
    next: 'Update this program, then open the import again.',
  },
  'journal-locked': {
    title: 'Our record of this import is in use by another program.',
    next: 'Close the other window of this program, or wait for the scheduled import, then try again.',
  },
  'journal-unreadable': {
    title: 'Our record of this import could not be opened.',
    next: 'Close this program, start it again, and open the import once more.',
  },
  'folder-not-writable': {
    title: 'This program cannot save anything in its own folder.',
    titleNamed: 'This program cannot save anything in its own folder, “{{folderName}}”.',
    next: 'The folder may be read-only, belong to somebody else, or be no folder at all. Ask whoever looks after this computer for the right to write there, or start the program with another folder (--data-dir).',
  },
  'import-unknown': {
    title: 'This import is no longer on this computer.',
    next: 'Go Home and open the spreadsheet again.',
  },

  'another-sender': {
    title: 'This computer is already sending leads from another place.',
    next: 'Wait until that is done, or pause it there. Two at once could use up Telecrm’s hourly limit.',
  },
  'import-busy': {
    title: 'The rows are still being read and checked.',
    next: 'Wait a moment, then try again.',
  },
  'workspace-gone': {
    title: 'The workspace of this import isn’t set up in this program.',
    next: 'It may have been deleted. Open the import’s Send step: there it gets a workspace again. Until then nothing is sent.',
  },
  'workspace-in-use': {
    title: 'This workspace cannot be deleted yet: leads of {{files}} are still on their way to it.',
    titleMore_one:
      'This workspace cannot be deleted yet: leads of {{files}} and {{count}} more file are still on their way to it.',
    titleMore_other:
      'This workspace cannot be deleted yet: leads of {{files}} and {{count}} more files are still on their way to it.',
    next: 'Let them be sent, or stop or delete these imports on Home. Then delete the workspace.',
  },

  cancelled: {
    title: 'Cancelled.',
    next: 'Nothing was changed.',
  },
  'bad-request': {
    title: 'This program asked itself for something that makes no sense.',
    next: 'Nothing was changed. Close the program and start it again; if it happens once more, send us the details.',
  },
  bug: {
    title: 'Something went wrong inside this program.',
    next: 'What was on record is safe. Close the program and start it again; if it happens once more, send us the details.',
  },
  'sync-token-missing': {
    title: 'There is no Sync token for this workspace yet.',
    next: 'Make a token of the type Sync in Telecrm (Settings, Website and API, API token) and paste it here. Sending works without it.',
  },
  'sync-token-refused': {
    title: 'Telecrm did not accept the Sync token.',
    next: 'Check that it is a token of the type Sync (not Async), that it has not been deleted, and that the enterprise id belongs to it.',
  },
  'sync-unreachable': {
    title: 'Telecrm could not be reached.',
    next: 'Check the internet connection and try again. Nothing was changed.',
  },
  'sync-in-the-way': {
    'not-telecrm': {
      title: 'Something else answers in Telecrm’s place.',
      next: 'It may be a Wi-Fi that wants you to log in: open any website to see. Otherwise a proxy of your network, or a wrong address of Telecrm in the workspace. Nothing was changed; try again then.',
    },
    certificate: {
      title: 'We could not make sure that it is Telecrm that answers.',
      next: 'Check the date and time of this computer, and whether the Wi-Fi wants you to log in. If both are right, ask whoever looks after your network. Nothing was changed.',
    },
    'proxy-down': {
      title: 'The proxy of this network is not answering.',
      next: 'Try again in a few minutes, or ask whoever looks after your network. Nothing was changed.',
    },
    'proxy-password': {
      title: 'The proxy of this network wants a password, which this program cannot give.',
      next: 'Ask whoever looks after your network to let it through, or use another network. Nothing was changed.',
    },
    'proxy-refused': {
      title: 'The proxy of this network does not let us through to Telecrm.',
      next: 'Ask whoever looks after your network to allow Telecrm’s address, or use another network. Nothing was changed.',
    },
    'proxy-unsupported': {
      title: 'This network can only be left through a kind of proxy (SOCKS) that this program does not know.',
      next: 'Ask whoever looks after your network for another way to Telecrm. Nothing was changed.',
    },
  },
  'sync-error': {
    title: 'Telecrm could not answer just now.',
    next: 'Try again in a few minutes. Nothing was changed.',
  },
  'sync-not-understood': {
    title: 'Telecrm answered in a way that this program does not know ({{call}}).',
    next: 'Add the fields by hand for now, and tell whoever looks after this program.',
  },
  'constant-does-not-fit': {
    title: 'The value “{{text}}” for every row does not fit {{label}}.',
    takes: 'It takes {{options}}.',
    takesMore: 'It takes {{options}} and {{moreCount}} more.',
    next: 'Change the text that every row gets, or take it away.',
  },
  'action-incomplete': {
    title: '{{label}} is not complete. Missing: {{missing}}.',
    empty: 'Nothing is chosen yet for {{label}}.',
    next: 'Choose a column or a fixed text for it on the Match screen, or take the action away.',
  },
  'action-not-in-workspace': {
    title: 'This workspace has no action {{type}}.',
    next: 'Add it to the workspace, or take it away on the Match screen.',
    nextClosest: 'Did you mean {{closest}}? Telecrm tells capital and small letters apart.',
  },
  'part-not-in-workspace': {
    title: 'The action {{action}} has no field {{part}} in this workspace.',
    next: 'Add it to the action in the workspace, or send its column elsewhere on the Match screen.',
    nextClosest: 'Did you mean {{closest}}? Telecrm tells capital and small letters apart.',
  },
  'action-takes-no-time': {
    title: 'Telecrm takes no time of its own for {{action}}.',
    next: 'Send the column with the time elsewhere. Telecrm notes the moment at which the lead arrives.',
  },
  'api-name-twice': {
    title: 'Two fields have the name {{apiName}} in Telecrm.',
    next: 'Remove one of them in the workspace.',
  },
} as const;
