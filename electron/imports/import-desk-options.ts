import type { UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { Recipe } from '../../shared/mapping/recipe.ts';
import type { Reading } from '../../shared/sheet/sheet.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { Clock, SystemEvents } from '../sending/ports.ts';
import type { Surroundings } from './import-desk-port.ts';

/** What a desk is made of. */
export type ImportDeskOptions = {
  /** Where journals lie. App and command line use the same one, so that they keep the same hourly limit. */
  readonly dataFolder: string;
  /** Entry of the preparing thread. */
  readonly workerUrl: URL;
  readonly surroundings: Surroundings;
  /** What happens to rows with a problem that nobody decided; `wait` unless said otherwise. */
  readonly undecided?: UndecidedRule;
  /**
   * Whether the next import that waits in the line begins by itself when one is finished: so it is unless said otherwise. The
   * command line sends one import and ends; the line is the window's.
   */
  readonly line?: 'moves' | 'stays';
  /** What the system tells of sleep, network and session; nothing unless given. */
  readonly system?: SystemEvents;
  /** What earlier sheets taught; without it (the command line) a sheet is matched by its headings and values alone. */
  readonly memory?: MappingMemory;
  /** The system's clock unless said otherwise. */
  readonly clock?: Clock;
};

/** How a file is opened other than by what is found in it. */
export type OpenWish = { readonly reading?: Partial<Reading>; readonly recipe?: Recipe };
