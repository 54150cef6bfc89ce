import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { PAYMENT } from '../../../shared/catalog/action.ts';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { Mapping } from '../../../shared/mapping/mapping.ts';
import { addAction } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { ActionCard } from './ActionCard.tsx';
import { actionTypeName } from './action-names.ts';
import styles from './ConstantsPanel.module.css';

/** What is added to the history of each lead: payments and the workspace's own actions. */
export function ActionsPanel({
  detail,
  catalog,
  onMapping,
}: {
  readonly detail: ImportDetail;
  readonly catalog: WorkspaceCatalog;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  const { mapping } = detail;
  const types = [PAYMENT, ...catalog.actions.map(({ type }) => type)];
  return (
    <section className={styles['panel']} aria-labelledby="actions-title">
      <div>
        <h2 id="actions-title" className={styles['title']}>
          {say('match.action.title')}
        </h2>
        <Text size="sm" c="dimmed">
          {say('match.action.hint')}
        </Text>
      </div>
      {mapping.actions.map((action) => (
        <ActionCard
          key={action.actionId}
          action={action}
          detail={detail}
          catalog={catalog}
          onMapping={onMapping}
        />
      ))}
      <Group gap="xs">
        {types.map((type) => (
          <Button
            key={type}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              onMapping(addAction(mapping, type).mapping);
            }}
          >
            {type === PAYMENT
              ? say('match.action.addPayment')
              : say('match.action.add', { label: actionTypeName(say, catalog, type) })}
          </Button>
        ))}
      </Group>
    </section>
  );
}
