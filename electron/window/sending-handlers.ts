import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { Handlers } from './answer-call.ts';

/** What the handlers of sending pass requests on to. */
export type SendingHandlerNeeds = {
  readonly desk: ImportDesk;
  readonly settings: SettingsKeeper;
  /** Makes sure that what an import is sent to is there, before `act`: practice needs its server. */
  readonly ready: <Value>(
    importId: string,
    act: () => Promise<Result<Value, Failure>>,
  ) => Promise<Result<Value, Failure>>;
  /** To be called when the user's choices changed; imports announce themselves. */
  readonly onChange: () => void;
};

type SendingRequest =
  | 'import.receipt'
  | 'import.send'
  | 'import.retry'
  | 'import.attempts'
  | 'import.events'
  | 'sending.pause'
  | 'sending.stop'
  | 'sending.continue'
  | 'sending.setSpeed'
  | 'sending.moveInLine'
  | 'choices.save';

/** Answers every request about sending, its record, and what the user chose about it. */
export function sendingHandlers(needs: SendingHandlerNeeds): Pick<Handlers, SendingRequest> {
  const { desk, settings, ready, onChange } = needs;
  return {
    'import.receipt': ({ importId }) => ready(importId, () => desk.receipt(importId)),
    'import.send': ({ importId, speed, fewFirst }) =>
      ready(importId, () => desk.send(importId, speed, fewFirst)),
    'import.retry': ({ importId, fate, rowIndexes }) =>
      ready(importId, () => desk.retry(importId, fate, rowIndexes)),
    'import.attempts': ({ importId, rowIndex, offset, limit }) =>
      desk.attempts(importId, rowIndex, offset, limit),
    'import.events': ({ importId, offset, limit }) => desk.events(importId, offset, limit),
    'sending.pause': () => desk.pause(),
    'sending.stop': ({ importId }) => desk.stop(importId),
    'sending.continue': ({ importId }) => ready(importId, () => desk.continue(importId)),
    'sending.setSpeed': ({ importId, speed }) => desk.setSpeed(importId, speed),
    'sending.moveInLine': ({ importId, place }) => desk.moveInLine(importId, place),
    'choices.save': (choices) => {
      const saved = settings.change({ choices });
      onChange();
      return Promise.resolve(saved);
    },
  };
}
