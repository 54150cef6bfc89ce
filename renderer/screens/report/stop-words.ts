import type { Say } from '../../../shared/words/make-words.ts';

/** Kinds of failures that stop sending and whose sentence needs nothing but the kind, which is all that the record keeps. */
const STOPS = [
  'token-missing',
  'workspace-gone',
  'token-refused',
  'token-is-enterprise-id',
  'workspace-refused',
  'licence-expired',
  'server-trouble-lasts',
  'not-telecrm',
  'certificate-refused',
  'proxy-password',
  'proxy-refused',
  'proxy-unsupported',
  'disk-full',
  'folder-not-writable',
  'journal-damaged',
  'journal-newer',
  'journal-locked',
  'journal-unreadable',
  'another-sender',
  'bug',
] as const;

/** Why sending stopped, as its record keeps it: a `Failure`'s kind; `null` for a kind that needs more to be told. */
export function stopWords(say: Say, failureKind: string): string | null {
  if (failureKind === 'repeated-refusal') {
    return say('report.record.refusals');
  }
  const known = STOPS.find((kind) => kind === failureKind);
  return known === undefined ? null : say(`failures.${known}.title`);
}
