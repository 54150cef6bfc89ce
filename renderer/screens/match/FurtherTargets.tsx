import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import { destinationKey } from '../../../shared/mapping/destination.ts';
import type { Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { removeExtra } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { destinationName } from './action-names.ts';
import { TargetSelect } from './TargetSelect.tsx';
import styles from './FurtherTargets.module.css';

/** The places that a column goes to besides its own, and the box for one more. */
export function FurtherTargets({
  columnIndex,
  heading,
  mapping,
  catalog,
  isAdding,
  onAdd,
  onCancel,
  onMapping,
}: {
  readonly columnIndex: number;
  readonly heading: string;
  readonly mapping: Mapping;
  readonly catalog: WorkspaceCatalog;
  /** Whether one more place is being chosen. */
  readonly isAdding: boolean;
  /** Called before a place is added, which another column may feed already. */
  readonly onAdd: (mapping: Mapping, destination: Destination) => void;
  readonly onCancel: () => void;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  const extras = mapping.extras.filter((extra) => extra.columnIndex === columnIndex);
  const name = say('match.further.target', { heading });
  return (
    <>
      {extras.map(({ target }) => (
        <div key={destinationKey(target)} className={styles['extra']}>
          <TargetSelect
            name={name}
            catalog={catalog}
            mapping={mapping}
            target={target}
            onChoose={(planned, destination) => {
              onAdd(removeExtra(planned, columnIndex, target), destination);
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say('match.further.remove', {
              heading,
              label: destinationName(say, catalog, mapping, target),
            })}
            onClick={() => {
              onMapping(removeExtra(mapping, columnIndex, target));
            }}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {isAdding && (
        <div className={styles['extra']}>
          <TargetSelect
            name={name}
            catalog={catalog}
            mapping={mapping}
            target={null}
            placeholder={say('match.further.choose')}
            isNew
            onChoose={onAdd}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say('match.further.cancel', { heading })}
            onClick={onCancel}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  );
}
