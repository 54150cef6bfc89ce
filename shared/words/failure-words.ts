import type { Failure } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import { wayOutOf } from './way-out-of-format.ts';
import type { Say } from './make-words.ts';

/** A failure as a person reads it. */
export type FailureWords = {
  /** What happened, and to which file or rows. */
  readonly title: string;
  /** What to do next. */
  readonly next: string;
  /** What only somebody who helps wants to see (codes, the server's own words); empty when there is nothing more. */
  readonly details: readonly string[];
};

/** The words of a failure. Total: a kind of failure without words does not compile. */
export function failureWords(say: Say, failure: Failure): FailureWords {
  return { ...mainWords(say, failure), details: detailsOf(say, failure) };
}

function mainWords(say: Say, failure: Failure): { readonly title: string; readonly next: string } {
  switch (failure.kind) {
    case 'file-missing':
    case 'file-is-folder':
    case 'file-not-allowed':
    case 'file-in-use':
    case 'file-empty':
    case 'file-only-heading':
    case 'file-not-text':
    case 'file-changed':
    case 'file-out-of-reach':
    case 'file-unreadable':
    case 'workbook-encrypted':
    case 'workbook-damaged':
    case 'workbook-too-large':
    case 'no-sheet-with-data':
    case 'cannot-write':
    case 'recipe-newer':
    case 'workspace-newer': {
      const { kind, fileName } = failure;
      return { title: say(`failures.${kind}.title`, { fileName }), next: say(`failures.${kind}.next`) };
    }
    case 'format-not-read': {
      const { fileName, format } = failure;
      return {
        title: say('failures.format-not-read.title', { fileName, format }),
        next: say(`failures.format-not-read.next.${wayOutOf(format)}`),
      };
    }
    case 'quote-not-closed': {
      const { fileName } = failure;
      const row = String(failure.rowNumber);
      return {
        title: say('failures.quote-not-closed.title', { fileName, row }),
        next: say('failures.quote-not-closed.next', { fileName, row }),
      };
    }
    case 'too-many-columns': {
      const { fileName, limit } = failure;
      return {
        title: say('failures.too-many-columns.title', { fileName, limit, row: String(failure.rowNumber) }),
        next: say('failures.too-many-columns.next'),
      };
    }
    case 'row-too-long': {
      const { fileName, limit } = failure;
      const row = String(failure.rowNumber);
      return {
        title: say('failures.row-too-long.title', { fileName, limit, row }),
        next: say('failures.row-too-long.next', { row }),
      };
    }
    case 'sheet-not-there': {
      const { fileName, sheetName, sheetNames = [] } = failure;
      const rest = sheetNames.length > SHEETS_NAMED ? ', …' : '';
      const names = `${sheetNames.slice(0, SHEETS_NAMED).join(', ')}${rest}`;
      return {
        title: say('failures.sheet-not-there.title', { fileName, sheet: sheetName }),
        next:
          names === ''
            ? say('failures.sheet-not-there.next')
            : say('failures.sheet-not-there.nextOf', { names }),
      };
    }
    case 'report-too-long':
      return {
        title: say('failures.report-too-long.title', { limit: failure.limit }),
        next: say('failures.report-too-long.next'),
      };
    case 'recipe-unreadable':
    case 'workspace-unreadable': {
      const { kind, fileName, detail } = failure;
      return {
        title: say(`failures.${kind}.title`, { fileName }),
        next: say(`failures.${kind}.next`, { detail }),
      };
    }
    case 'field-not-in-workspace':
      return {
        title: say('failures.field-not-in-workspace.title', { field: failure.apiName }),
        next:
          failure.closest === undefined
            ? say('failures.field-not-in-workspace.next')
            : say('failures.field-not-in-workspace.nextClosest', { closest: failure.closest }),
      };
    case 'identifier-not-matched': {
      const { label } = failure;
      return {
        title: say('failures.identifier-not-matched.title', { label }),
        next: say('failures.identifier-not-matched.next', { label }),
      };
    }
    case 'field-matched-twice':
      return {
        title: say('failures.field-matched-twice.title', { label: failure.label }),
        next: say('failures.field-matched-twice.next'),
      };
    case 'repeated-refusal':
      return {
        title: say('failures.repeated-refusal.title', { count: failure.leads }),
        next: say('failures.repeated-refusal.next'),
      };
    case 'url-unreadable':
    case 'url-not-secure': {
      const { kind, url } = failure;
      return { title: say(`failures.${kind}.title`, { url }), next: say(`failures.${kind}.next`) };
    }
    case 'nothing-to-paste':
    case 'nothing-to-send':
    case 'token-missing':
    case 'token-refused':
    case 'workspace-refused':
    case 'licence-expired':
    case 'server-trouble-lasts':
    case 'not-telecrm':
    case 'certificate-refused':
    case 'proxy-password':
    case 'proxy-refused':
    case 'proxy-unsupported':
    case 'token-is-enterprise-id':
    case 'enterprise-id-is-token':
    case 'enterprise-id-missing':
    case 'enterprise-id-odd':
    case 'disk-full':
    case 'journal-damaged':
    case 'journal-newer':
    case 'journal-locked':
    case 'journal-unreadable':
    case 'import-unknown':
    case 'sync-token-missing':
    case 'sync-token-refused':
    case 'sync-unreachable':
    case 'sync-error':
    case 'another-sender':
    case 'import-busy':
    case 'workspace-gone':
    case 'cancelled':
    case 'bad-request':
    case 'bug':
      return { title: say(`failures.${failure.kind}.title`), next: say(`failures.${failure.kind}.next`) };
    case 'folder-not-writable': {
      const { folderName } = failure;
      return {
        title:
          folderName === undefined
            ? say('failures.folder-not-writable.title')
            : say('failures.folder-not-writable.titleNamed', { folderName }),
        next: say('failures.folder-not-writable.next'),
      };
    }
    case 'workspace-in-use': {
      const files = failure.fileNames.slice(0, FILES_NAMED).join(', ');
      const count = failure.fileNames.length - FILES_NAMED;
      return {
        title:
          count > 0
            ? say('failures.workspace-in-use.titleMore', { files, count })
            : say('failures.workspace-in-use.title', { files }),
        next: say('failures.workspace-in-use.next'),
      };
    }
    case 'sync-not-understood':
      return {
        title: say('failures.sync-not-understood.title', { call: say(`common.syncPart.${failure.call}`) }),
        next: say('failures.sync-not-understood.next'),
      };
    case 'sync-in-the-way':
      return {
        title: say(`failures.sync-in-the-way.${failure.what}.title`),
        next: say(`failures.sync-in-the-way.${failure.what}.next`),
      };
    case 'part-not-in-workspace': {
      const { action, part, closest } = failure;
      return {
        title: say('failures.part-not-in-workspace.title', { action, part }),
        next:
          closest === undefined
            ? say('failures.part-not-in-workspace.next')
            : say('failures.part-not-in-workspace.nextClosest', { closest }),
      };
    }
    case 'action-takes-no-time': {
      const { action } = failure;
      return {
        title: say('failures.action-takes-no-time.title', { action }),
        next: say('failures.action-takes-no-time.next'),
      };
    }
    case 'constant-does-not-fit': {
      const { kind, label, text, takes } = failure;
      const title = say(`failures.${kind}.title`, { label, text });
      return {
        title: takes === undefined ? title : `${title} ${takesWords(say, takes)}`,
        next: say(`failures.${kind}.next`),
      };
    }
    case 'action-incomplete': {
      const { kind, label, missing } = failure;
      return {
        title:
          missing.length === 0
            ? say(`failures.${kind}.empty`, { label })
            : say(`failures.${kind}.title`, { label, missing: missing.join(', ') }),
        next: say(`failures.${kind}.next`),
      };
    }
    case 'action-not-in-workspace':
      return {
        title: say('failures.action-not-in-workspace.title', { type: failure.type }),
        next:
          failure.closest === undefined
            ? say('failures.action-not-in-workspace.next')
            : say('failures.action-not-in-workspace.nextClosest', { closest: failure.closest }),
      };
    case 'api-name-twice':
      return {
        title: say('failures.api-name-twice.title', { apiName: failure.apiName }),
        next: say('failures.api-name-twice.next'),
      };
    default:
      return unreachable(failure);
  }
}

/** Dozens of files can be on their way to one workspace; these are enough to know what is meant. */
const FILES_NAMED = 3;

/** A workbook can have hundreds of sheets; these are enough to see which one was meant. */
const SHEETS_NAMED = 12;

function takesWords(
  say: Say,
  { first, moreCount }: NonNullable<Extract<Failure, { kind: 'constant-does-not-fit' }>['takes']>,
): string {
  const options = first.join(', ');
  return moreCount === 0
    ? say('failures.constant-does-not-fit.takes', { options })
    : say('failures.constant-does-not-fit.takesMore', { options, moreCount });
}

function detailsOf(say: Say, failure: Failure): readonly string[] {
  const details: string[] = [];
  if ('status' in failure) {
    details.push(say('common.detail.status', { status: String(failure.status) }));
  }
  if ('words' in failure && failure.words !== '') {
    const isTelecrms = failure.kind !== 'not-telecrm' && failure.kind !== 'sync-in-the-way';
    const key = isTelecrms ? 'common.detail.words' : 'common.detail.itsWords';
    details.push(say(key, { words: failure.words }));
  }
  if ('code' in failure) {
    details.push(say('common.detail.code', { code: failure.code }));
  }
  // What is wrong in a recipe or a workspace file stands in the sentence already.
  if ('detail' in failure && failure.detail !== '' && !failure.kind.endsWith('-unreadable')) {
    details.push(failure.detail);
  }
  if ('version' in failure) {
    details.push(say('common.detail.version', { version: String(failure.version) }));
  }
  if ('pid' in failure && failure.pid !== null) {
    details.push(say('common.detail.processNumber', { number: String(failure.pid) }));
  }
  if (failure.kind.startsWith('journal-') && 'fileName' in failure) {
    details.push(say('common.detail.fileName', { fileName: failure.fileName }));
  }
  return details;
}
