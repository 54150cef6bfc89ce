import { dateCleaner, type DateOptions } from './clean-date.ts';
import { clean, type Cleaner } from './clean-value.ts';
import { remembering } from './remembering.ts';
import { wallTime } from './zone-time.ts';

/**
 * Cleans the time of an action to `DD/MM/YYYY HH:mm:ss` on the clock of the workspace, one of the two forms that Telecrm
 * documents; the other, a number, is not said to be of seconds or of milliseconds. Reads what `dateCleaner` reads.
 */
export function actionTimeCleaner(options: DateOptions): Cleaner {
  const toEpochMs = dateCleaner(options);
  const toWallMs = wallTime(options.timeZone);
  return remembering((text) => {
    const cleaned = toEpochMs(text);
    return cleaned.kind === 'value' ? clean(written(toWallMs(Number(cleaned.value)))) : cleaned;
  });
}

function written(wallMs: number): string {
  const [day = '', time = ''] = new Date(wallMs).toISOString().split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year} ${time.slice(0, 8)}`;
}
