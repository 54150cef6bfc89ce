import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { actionPartsOf } from '../../../shared/catalog/action-parts.ts';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { Mapping, PlannedAction } from '../../../shared/mapping/mapping.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { removeAction, setActionCondition } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { actionName, partName } from './action-names.ts';
import { PartSource } from './PartSource.tsx';
import styles from './ActionCard.module.css';

const EVERY_ROW = 'every-row';

/** One action of the mapping: where each of its parts comes from, and for which rows it is made. */
export function ActionCard({
  action,
  detail,
  catalog,
  onMapping,
}: {
  readonly action: PlannedAction;
  readonly detail: ImportDetail;
  readonly catalog: WorkspaceCatalog;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  const { mapping, facts } = detail;
  const { actionId, type, onlyWhereFilled } = action;
  const label = actionName(say, catalog, mapping, actionId);
  const parts = actionPartsOf(type, catalog.actions) ?? [];
  const custom = catalog.actions.find((one) => one.type === type);
  return (
    <div className={styles['card']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>{label}</h3>
        <Select
          aria-label={say('match.action.condition', { label })}
          size="xs"
          w={300}
          allowDeselect={false}
          data={[
            { value: EVERY_ROW, label: say('match.action.everyRow') },
            ...facts.columns.map(({ index, heading }) => ({
              value: String(index),
              label: say('match.action.onlyWhere', { heading: columnName(say, heading, index) }),
            })),
          ]}
          value={onlyWhereFilled === null ? EVERY_ROW : String(onlyWhereFilled)}
          onChange={(value) => {
            onMapping(
              setActionCondition(
                mapping,
                actionId,
                value === null || value === EVERY_ROW ? null : Number(value),
              ),
            );
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say('match.action.remove', { label })}
          onClick={() => {
            onMapping(removeAction(mapping, actionId));
          }}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      {parts.map((part) => (
        <PartSource
          key={part.part}
          name={partName(say, part)}
          isNeeded={part.isRequired}
          actionLabel={label}
          destination={{ kind: 'action', actionId, part: part.part }}
          detail={detail}
          catalog={catalog}
          onMapping={onMapping}
        />
      ))}
      {custom !== undefined && custom.allowsOwnTime !== false && (
        <PartSource
          name={say('match.action.time')}
          isNeeded={false}
          actionLabel={label}
          destination={{ kind: 'action-time', actionId }}
          detail={detail}
          catalog={catalog}
          onMapping={onMapping}
        />
      )}
    </div>
  );
}
