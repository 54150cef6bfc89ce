import type { RequestName } from '../../shared/ipc.ts';
import type { LookupDesk } from '../imports/lookup-desk-port.ts';
import type { Handlers } from './answer-call.ts';

type LookupRequest = Extract<RequestName, `lookup.${string}`>;

/** Answers every request about looking leads up in Telecrm. */
export function lookupHandlers(lookups: LookupDesk): Pick<Handlers, LookupRequest> {
  return {
    'lookup.start': ({ importId, purpose, sampleSize }) => lookups.start(importId, purpose, sampleSize),
    'lookup.stop': ({ importId }) => lookups.stop(importId),
    'lookup.page': ({ importId, purpose, findings, offset, limit }) =>
      lookups.page(importId, purpose, findings, { offset, limit }),
  };
}
