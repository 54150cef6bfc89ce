import type { CatalogNote } from '../catalog/catalog-note.ts';
import { unreachable } from '../unreachable.ts';
import type { Say } from './make-words.ts';

/** What was not understood of Telecrm's answers, or not taken over, as one sentence. */
export function catalogNoteWords(say: Say, note: CatalogNote): string {
  switch (note.kind) {
    case 'part-unreadable': {
      const part = say(`common.syncPart.${note.part}`);
      return note.status === null
        ? say('workspace.note.part-unreadable', { part })
        : say('workspace.note.part-error', { part, status: String(note.status) });
    }
    case 'entries-unreadable': {
      const { part, count, all } = note;
      return say(`workspace.note.entries-unreadable.${part}`, { count, all });
    }
    case 'list-cut':
      return say(`workspace.note.list-cut.${note.part}`, { kept: note.kept });
    case 'type-unknown': {
      const type = note.typeName ?? say('workspace.note.noType');
      return note.action === null
        ? say('workspace.note.type-unknown', { type, field: note.apiName })
        : say('workspace.note.type-unknown-of', { type, field: note.apiName, action: note.action });
    }
    case 'action-fields-left-out':
      return say('workspace.note.action-fields-left-out', { count: note.count, action: note.action });
    case 'labels-left-out':
      return say('workspace.note.labels-left-out', { count: note.count, field: note.apiName });
    case 'action-code-unknown':
      return say('workspace.note.action-code-unknown', { code: note.code });
    case 'identifier-unknown':
      return say('workspace.note.identifier-unknown', { id: note.fieldId });
    case 'name-twice':
    case 'no-room':
    case 'identifier-odd':
      return say(`workspace.note.${note.kind}`, { field: note.apiName });
    default:
      return unreachable(note);
  }
}
