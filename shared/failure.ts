import type { SyncPart } from './catalog/catalog-note.ts';

/**
 * Every expected failure of an operation, told apart by `kind`. Failures are values (see `result.ts`); the sentence a
 * person reads for each lives in `words/failure-words.ts`, which is total: a new kind without words does not compile.
 * No variant carries a token, a cell of a spreadsheet or an absolute path.
 */
export type Failure =
  | FileFailure
  | ClipboardFailure
  | RecipeFailure
  | TelecrmFailure
  | SyncFailure
  | JournalFailure
  | SenderFailure
  | CallFailure;

/** Trouble with a file that the user chose. `fileName` is the bare name, without folders. */
export type FileFailure =
  | { readonly kind: 'file-missing'; readonly fileName: string }
  | { readonly kind: 'file-is-folder'; readonly fileName: string }
  | { readonly kind: 'file-not-allowed'; readonly fileName: string }
  /** Another program holds the file so that it cannot be read (Windows: Excel with an exclusive lock). */
  | { readonly kind: 'file-in-use'; readonly fileName: string }
  | { readonly kind: 'file-empty'; readonly fileName: string }
  | { readonly kind: 'file-only-heading'; readonly fileName: string }
  /** The bytes are not text: a picture, a program, a damaged file. */
  | { readonly kind: 'file-not-text'; readonly fileName: string }
  /** A known format that this version does not read. `format` is what a person calls it, such as "Excel workbook". */
  | { readonly kind: 'format-not-read'; readonly fileName: string; readonly format: string }
  /** Size or time of change differ between the start and the end of reading. */
  | { readonly kind: 'file-changed'; readonly fileName: string }
  /** The network drive or memory stick that the file is on went away. */
  | { readonly kind: 'file-out-of-reach'; readonly fileName: string }
  /** Any other error of the operating system; `code` is its name, such as `EIO`. */
  | { readonly kind: 'file-unreadable'; readonly fileName: string; readonly code: string }
  /** A quotation mark opens at this row and does not close within a million characters. */
  | { readonly kind: 'quote-not-closed'; readonly fileName: string; readonly rowNumber: number }
  /** One row holds more cells than `limit`: almost always a file that is not a table. */
  | {
      readonly kind: 'too-many-columns';
      readonly fileName: string;
      readonly rowNumber: number;
      readonly limit: number;
    }
  /** One row, mostly one cell of it, is longer than `limit` characters; the rows above it were read. */
  | {
      readonly kind: 'row-too-long';
      readonly fileName: string;
      readonly rowNumber: number;
      readonly limit: number;
    }
  /** Without its password nobody can read it. */
  | { readonly kind: 'workbook-encrypted'; readonly fileName: string }
  /** A workbook whose bytes contradict themselves: cut off on the way, overwritten, or made to do harm. */
  | { readonly kind: 'workbook-damaged'; readonly fileName: string }
  /** A workbook that would take more memory or time than a table of leads ever needs. */
  | { readonly kind: 'workbook-too-large'; readonly fileName: string }
  | {
      readonly kind: 'sheet-not-there';
      readonly fileName: string;
      readonly sheetName: string;
      /** The sheets that there are, in the order of their tabs. Absent in what earlier versions recorded. */
      readonly sheetNames?: readonly string[];
    }
  /** A workbook in which no sheet holds a value. */
  | { readonly kind: 'no-sheet-with-data'; readonly fileName: string }
  /** The place where a report or recipe should be written does not take it. */
  | { readonly kind: 'cannot-write'; readonly fileName: string; readonly code: string }
  /** A workbook is put together in memory, so it takes no more than `limit` rows; a CSV file takes any number. */
  | { readonly kind: 'report-too-long'; readonly fileName: string; readonly limit: number };

/** Trouble with what was copied in another program. */
export type ClipboardFailure =
  /** There is nothing on the clipboard, or no cells: a picture, a word, a file. */
  { readonly kind: 'nothing-to-paste' };

/** Trouble with a recipe or workspace file, or with the matching of columns. */
export type RecipeFailure =
  | { readonly kind: 'recipe-unreadable'; readonly fileName: string; readonly detail: string }
  | { readonly kind: 'recipe-newer'; readonly fileName: string; readonly version: number }
  | { readonly kind: 'workspace-unreadable'; readonly fileName: string; readonly detail: string }
  | { readonly kind: 'workspace-newer'; readonly fileName: string; readonly version: number }
  /**
   * The recipe names a Telecrm field that the workspace does not have. `closest` is a name that
   * differs in capital and small letters alone.
   */
  | { readonly kind: 'field-not-in-workspace'; readonly apiName: string; readonly closest?: string }
  /** No column is matched to the field by which Telecrm recognises people. */
  | { readonly kind: 'identifier-not-matched'; readonly label: string }
  | { readonly kind: 'field-matched-twice'; readonly label: string }
  /** The same text for every row does not fit its field. `takes` are the texts that do; absent where there is no list of them. */
  | {
      readonly kind: 'constant-does-not-fit';
      readonly label: string;
      readonly text: string;
      readonly takes?: { readonly first: readonly string[]; readonly moreCount: number };
    }
  /** An action lacks something that it needs: a payment its amount, an action a required field, or any value at all. */
  /** `missing` is empty where nothing is needed and nothing was given. */
  | { readonly kind: 'action-incomplete'; readonly label: string; readonly missing: readonly string[] }
  /** A part of an action that the workspace's action does not have; `action` is its label. `closest` as for fields. */
  | {
      readonly kind: 'part-not-in-workspace';
      readonly action: string;
      readonly part: string;
      readonly closest?: string;
    }
  /** A time for an action that takes none; `action` is its label. */
  | { readonly kind: 'action-takes-no-time'; readonly action: string }
  | { readonly kind: 'action-not-in-workspace'; readonly type: string; readonly closest?: string }
  /** Two fields of the workspace have this API name. */
  | { readonly kind: 'api-name-twice'; readonly apiName: string }
  | { readonly kind: 'nothing-to-send' };

/** What can stand between us and Telecrm. */
export type InTheWay =
  'not-telecrm' | 'certificate' | 'proxy-down' | 'proxy-password' | 'proxy-refused' | 'proxy-unsupported';

/** Trouble with what Telecrm's Sync API answers, or with the Sync token. */
export type SyncFailure =
  | { readonly kind: 'sync-token-missing' }
  /** 401: wrong or deleted token, an Async one, or another enterprise's. */
  | { readonly kind: 'sync-token-refused' }
  /** Telecrm could not be reached; `code` is the network error's name. */
  | { readonly kind: 'sync-unreachable'; readonly code: string }
  /**
   * Something stands between us and Telecrm: `what` as for sending (see `Trouble`), `words` its own, or the system's name of what
   * is wrong.
   */
  | { readonly kind: 'sync-in-the-way'; readonly what: InTheWay; readonly words: string }
  /** An answer with an error status that says nothing about the token. */
  | { readonly kind: 'sync-error'; readonly status: number; readonly words: string }
  /** An answer in a shape that this program does not know; `call` says which. */
  | { readonly kind: 'sync-not-understood'; readonly call: SyncPart };

/** What keeps us from talking to Telecrm, or what stopped the sender. */
export type TelecrmFailure =
  | { readonly kind: 'token-missing' }
  /** 401: wrong, deleted or Sync token, or an enterprise id that does not belong to it (Telecrm's documentation). */
  | { readonly kind: 'token-refused' }
  /** 403 or 404 on the workspace as a whole. */
  | { readonly kind: 'workspace-refused'; readonly status: number; readonly words: string }
  | { readonly kind: 'licence-expired'; readonly words: string }
  /** For half a day Telecrm has answered with errors of its own, or not at all. `words` are its last ones. */
  | { readonly kind: 'server-trouble-lasts'; readonly words: string }
  /** Something else keeps answering in Telecrm's place: a web page, a redirect. `words` are its own. */
  | { readonly kind: 'not-telecrm'; readonly words: string }
  /** It cannot be made sure that it is Telecrm that answers; `code` is the system's name of what is wrong. */
  | { readonly kind: 'certificate-refused'; readonly code: string }
  /** The proxy of the network wants a password that we have not got. */
  | { readonly kind: 'proxy-password' }
  /** The proxy of the network does not let us through to Telecrm. */
  | { readonly kind: 'proxy-refused' }
  /** The network can only be left through a kind of proxy that we do not speak (SOCKS). */
  | { readonly kind: 'proxy-unsupported' }
  /** Several leads in a row were refused with the same words, so the reason is not in the lead. */
  | {
      readonly kind: 'repeated-refusal';
      readonly leads: number;
      readonly status: number;
      readonly words: string;
    }
  | { readonly kind: 'token-is-enterprise-id' }
  | { readonly kind: 'enterprise-id-is-token' }
  | { readonly kind: 'enterprise-id-missing' }
  | { readonly kind: 'enterprise-id-odd' }
  | { readonly kind: 'url-unreadable'; readonly url: string }
  /** Plain http to anything but this machine would show the token to the network. */
  | { readonly kind: 'url-not-secure'; readonly url: string };

/** Trouble with our own records. A journal that will not open is never replaced. */
export type JournalFailure =
  | { readonly kind: 'disk-full' }
  /**
   * The folder in which this program keeps everything takes no files. `folderName` is its bare name, absent where only a file in it
   * is known; `code` is the operating system's name of what is wrong, such as `EROFS`.
   */
  | { readonly kind: 'folder-not-writable'; readonly folderName?: string; readonly code: string }
  | { readonly kind: 'journal-damaged'; readonly fileName: string }
  | { readonly kind: 'journal-newer'; readonly fileName: string; readonly version: number }
  | { readonly kind: 'journal-locked'; readonly fileName: string }
  | { readonly kind: 'journal-unreadable'; readonly fileName: string; readonly code: string }
  | { readonly kind: 'import-unknown'; readonly importId: string };

/** Why sending cannot start. */
export type SenderFailure =
  /** Another window or a command line on this machine is sending; `pid` is its process number where known. */
  | { readonly kind: 'another-sender'; readonly pid: number | null }
  /** The import is being read or checked at this moment. */
  | { readonly kind: 'import-busy' }
  /** The workspace was deleted, or the import was begun from the command line and never had one here. */
  | { readonly kind: 'workspace-gone' }
  /** A workspace cannot be deleted while leads on their way need it: those of these files, at least one. */
  | { readonly kind: 'workspace-in-use'; readonly fileNames: readonly string[] };

/** Trouble with the call itself rather than with anything the user did. */
export type CallFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bad-request'; readonly detail: string }
  /** A bug on our side. `detail` is the error's name and message, already redacted. */
  | { readonly kind: 'bug'; readonly detail: string };
