import type { RequestName } from '../shared/ipc.ts';

/**
 * The requests that the page itself may make. A dropped file is not among them: its path must not pass through the
 * page.
 */
export type PageRequest = Exclude<RequestName, 'file.drop'>;

/**
 * Names of the contract without its schemas, which would slow the start of the window if preload or main's first file
 * had to load them. They are checked to be all of them.
 */
const pageRequests = {
  'app.read': true,
  'file.choose': true,
  'file.paste': true,
  'file.sample': true,
  'import.read': true,
  'import.setReading': true,
  'import.match': true,
  'import.page': true,
  'import.edit': true,
  'import.skipRow': true,
  'import.decide': true,
  'import.undo': true,
  'import.redo': true,
  'import.receipt': true,
  'import.send': true,
  'import.retry': true,
  'import.saveReport': true,
  'import.saveRecipe': true,
  'import.loadRecipe': true,
  'import.cancel': true,
  'import.delete': true,
  'import.setWorkspace': true,
  'sending.pause': true,
  'sending.stop': true,
  'sending.continue': true,
  'sending.setSpeed': true,
  'workspace.save': true,
  'workspace.choose': true,
  'workspace.delete': true,
  'workspace.setToken': true,
  'workspace.forgetToken': true,
  'workspace.setField': true,
  'workspace.removeField': true,
  'import.attempts': true,
  'import.events': true,
  'import.values': true,
  'import.duplicates': true,
  'import.decideDuplicate': true,
  'sending.moveInLine': true,
  'lookup.start': true,
  'lookup.stop': true,
  'lookup.page': true,
  'choices.save': true,
  'workspace.setSyncToken': true,
  'workspace.forgetSyncToken': true,
  'workspace.refreshCatalog': true,
  'workspace.stopRefresh': true,
  'workspace.export': true,
  'workspace.import': true,
  'workspace.addFields': true,
  'workspace.setAction': true,
  'workspace.removeAction': true,
  'workspace.setTeam': true,
  'memory.read': true,
  'memory.forget': true,
  'practice.start': true,
  'practice.received': true,
  'help.open': true,
} as const satisfies Record<PageRequest, true>;

/** What the page may ask for. */
export const PAGE_REQUESTS = Object.keys(pageRequests) as readonly PageRequest[];

/** Everything that may be asked for. */
export const REQUEST_NAMES: readonly RequestName[] = [...PAGE_REQUESTS, 'file.drop'];
