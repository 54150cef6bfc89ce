import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import { checkEndpoint } from '../../shared/catalog/endpoint.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportSummary } from '../../shared/import.ts';
import type { Receipt } from '../../shared/sending/receipt.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import type { WorkspaceCatalog } from '../../shared/catalog/field.ts';
import { destinationInputs } from '../../shared/mapping/destination-inputs.ts';
import { actionLabel, destinationLabel } from '../../shared/mapping/destination-label.ts';
import { apiNamesTwice, mappingProblems } from '../../shared/mapping/mapping-problems.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { hourlyLimit, suggestedSpeed } from '../../shared/sending/hourly-limit.ts';
import { intervalMs, startPace } from '../../shared/sending/pace.ts';
import { expectedFinishAtMs } from '../../shared/sending/progress.ts';
import { RollingWindow, SEND_LIMIT_PER_HOUR } from '../../shared/sending/rolling-window.ts';
import type { Speed } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { OpenImport } from './open-import.ts';

/** What a receipt is made from. */
export type ReceiptNeeds = {
  readonly opened: OpenImport;
  readonly summary: ImportSummary;
  /** Whether this import is being sent, or waits in the line. */
  readonly isSending: boolean;
  readonly surroundings: Surroundings;
  readonly global: GlobalJournal;
  readonly nowMs: number;
};

/** What the user sees before anything is sent, and what still stands in the way. */
export async function makeReceipt(needs: ReceiptNeeds): Promise<Result<Receipt, Failure>> {
  const { summary, surroundings, nowMs } = needs;
  const workspace = surroundings.workspace(summary.workspaceId);
  const matching = needs.opened.matching();
  if (workspace === undefined) {
    return failed({ kind: 'workspace-gone' });
  }
  if (matching === null) {
    return failed({ kind: 'import-busy' });
  }
  const tally = await needs.opened.tally();
  if (!tally.ok) {
    return tally;
  }
  const readyCount = needs.opened.checked()?.counts.ready ?? 0;
  const token = surroundings.readToken(summary.workspaceId);
  const limitPerHour = hourlyLimit(workspace.workspace);
  const times = token === null ? [] : needs.global.allowanceOf(token).load(nowMs);
  const window = new RollingWindow(limitPerHour, times);
  const catalog = catalogOf(workspace.workspace);
  return success({
    workspace,
    readyCount,
    fields: sentValues(matching.mapping, catalog),
    usedThisHour: window.used(nowMs),
    limitPerHour,
    freesAtMs: window.nextFreesAtMs(nowMs),
    keptFree: SEND_LIMIT_PER_HOUR - limitPerHour,
    actions: Object.entries(tally.value.actions).map(([type, leadCount]) => ({
      label: actionLabel(type, catalog),
      leadCount,
    })),
    newOptions: tally.value.newOptions,
    finishAtMs: {
      even: finishAt('even', readyCount, window, nowMs),
      fast: finishAt('fast', readyCount, window, nowMs),
    },
    suggestedSpeed: suggestedSpeed(workspace.workspace),
    obstacle: obstacleOf(needs, workspace, readyCount, token),
  });
}

/** A line for each destination with the columns that feed it, then one for each value that is the same in every row. */
function sentValues(mapping: Mapping, catalog: WorkspaceCatalog): Receipt['fields'] {
  const inputs = destinationInputs(mapping).map((input) => ({
    ...input,
    label: destinationLabel(input.destination, mapping, catalog),
  }));
  const headings = new Map(mapping.columns.map(({ columnIndex, heading }) => [columnIndex, heading]));
  return [
    ...inputs.flatMap(({ columns, label }) =>
      columns.length === 0
        ? []
        : [
            {
              heading: columns.map(({ columnIndex }) => headings.get(columnIndex)).join(' + '),
              label,
              text: null,
            },
          ],
    ),
    ...inputs.flatMap(({ constant, label }) =>
      constant === null ? [] : [{ heading: null, label, text: constant.text }],
    ),
  ];
}

function finishAt(speed: Speed, remaining: number, window: RollingWindow, nowMs: number): number {
  const pace = startPace(speed, window.limitPerHour, nowMs);
  return expectedFinishAtMs({
    speed,
    remaining,
    window,
    intervalMs: intervalMs(pace, nowMs),
    realPerSecond: null,
    nowMs,
    goesOnAtMs: nowMs,
  });
}

/** The first thing that must be put right, in the order in which a person would do it. */
function obstacleOf(
  needs: ReceiptNeeds,
  workspace: WorkspaceView,
  readyCount: number,
  token: string | null,
): Failure | null {
  const matching = needs.opened.matching();
  const { defaultCountry, timeZone, currency } = workspace.workspace;
  const catalog = catalogOf(workspace.workspace);
  const [problem] = [
    ...apiNamesTwice(workspace.workspace),
    ...(matching === null
      ? []
      : mappingProblems(matching.mapping, { ...catalog, defaultCountry, timeZone, currency })),
  ];
  if (problem !== undefined) {
    return problem;
  }
  if (needs.opened.isBusy || needs.isSending) {
    return { kind: 'import-busy' };
  }
  if (readyCount === 0) {
    return { kind: 'nothing-to-send' };
  }
  if (workspace.isPractice) {
    return null;
  }
  const { apiUrl, enterpriseId } = workspace.workspace;
  const endpoint = checkEndpoint({ apiUrl, enterpriseId, token });
  return endpoint.ok ? null : endpoint.failure;
}
