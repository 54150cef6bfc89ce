import type { CatalogNote } from '../../shared/catalog/catalog-note.ts';
import type { ListedPipeline } from '../../shared/catalog/listed-catalog.ts';
import {
  firstTextIn,
  keptLabels,
  labelIn,
  labelsIn,
  labelsNote,
  listIn,
  objectIn,
  type OnLeftOut,
} from './sync-wire.ts';

/**
 * Statuses and lost reasons in the answer to `lead-stage-pipeline`, by stages as documented or as the flat lists that were
 * seen. `null` where there are none of either.
 */
export function readListedPipeline(json: unknown, notes: CatalogNote[]): ListedPipeline | null {
  const statuses = labelsNote(notes, 'status');
  const lostReasons = labelsNote(notes, 'lostReason');
  const top = objectIn(json);
  const object =
    objectIn(top?.['data']) ?? objectIn(top?.['leadStagePipeline']) ?? objectIn(top?.['pipeline']) ?? top;
  const stages = object === null ? listIn(json, []) : listIn(object['leadStages'] ?? object['stages'], []);
  const reasons =
    labelsIn(object?.['activeLeadLostReasons'], lostReasons) ??
    labelsIn(object?.['lostReasons'], lostReasons);
  const flat = listIn(object?.['statuses'] ?? object?.['activeStatuses'], []);
  if (stages !== null && stages.some((stage) => objectIn(stage) !== null)) {
    return byStages(stages, reasons, statuses);
  }
  if (flat === null && reasons === null) {
    return null;
  }
  const inUse = (flat ?? []).filter((status) => objectIn(status)?.['archived'] !== true);
  return {
    statuses: labelsIn(inUse, statuses) ?? [],
    lostStatuses: inUse.some((status) => stageOf(status) !== null)
      ? inUse.filter((status) => isLost(stageOf(status))).flatMap((status) => labelIn(status) ?? [])
      : null,
    lostReasons: reasons,
  };
}

function byStages(
  stages: readonly unknown[],
  lostReasons: readonly string[] | null,
  onLeftOut: OnLeftOut,
): ListedPipeline {
  const known = stages.flatMap((stage) => {
    const object = objectIn(stage);
    const labels =
      labelsIn(object?.['activeStatuses'], onLeftOut) ?? labelsIn(object?.['statuses'], onLeftOut);
    return labels === null ? [] : [{ isLost: isLost(stageOf(stage)), labels }];
  });
  return {
    statuses: keptLabels(
      known.flatMap(({ labels }) => labels),
      onLeftOut,
    ),
    lostStatuses: keptLabels(
      known.filter((stage) => stage.isLost).flatMap(({ labels }) => labels),
      () => undefined,
    ),
    lostReasons,
  };
}

function stageOf(item: unknown): string | null {
  const object = objectIn(item);
  return object === null ? null : firstTextIn(object, ['stageType', 'stage']);
}

function isLost(stage: string | null): boolean {
  return stage?.toUpperCase() === 'LOST';
}
