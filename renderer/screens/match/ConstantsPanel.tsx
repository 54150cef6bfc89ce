import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import { destinationKey } from '../../../shared/mapping/destination.ts';
import type { Destination, Mapping } from '../../../shared/mapping/mapping.ts';
import { setConstant } from '../../state/change-mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { destinationName } from './action-names.ts';
import { FixedText } from './FixedText.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import { kindOfDestination } from './kind-of-destination.ts';
import styles from './ConstantsPanel.module.css';

/** Values that every row gets: the source of these leads, who should call them, a tag for this file. */
export function ConstantsPanel({
  mapping,
  catalog,
  onMapping,
}: {
  readonly mapping: Mapping;
  readonly catalog: WorkspaceCatalog;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { say } = useWords();
  /** A field that was chosen and has no text yet; `choosing` while the field is being chosen. */
  const [draft, setDraft] = useState<{ mapping: Mapping; destination: Destination } | 'choosing' | null>(
    null,
  );
  const constants = mapping.constants.filter(({ target }) => target.kind === 'field');

  const save = (before: Mapping, destination: Destination, text: string): void => {
    setDraft(null);
    onMapping(setConstant(before, destination, text));
  };
  return (
    <section className={styles['panel']} aria-labelledby="constants-title">
      <div>
        <h2 id="constants-title" className={styles['title']}>
          {say('match.constants.title')}
        </h2>
        <Text size="sm" c="dimmed">
          {say('match.constants.hint')}
        </Text>
      </div>
      {constants.map(({ target, text }) => {
        const label = destinationName(say, catalog, mapping, target);
        return (
          <div key={destinationKey(target)} className={styles['row']}>
            <TargetSelect
              name={say('match.constants.field')}
              catalog={catalog}
              mapping={mapping}
              target={target}
              onChoose={(planned, destination) => {
                save(setConstant(planned, target, ''), destination, text);
              }}
            />
            <FixedText
              label={say('match.constants.text', { label })}
              text={text}
              kind={kindOfDestination(catalog, mapping, target)}
              onSave={(changed) => {
                save(mapping, target, changed);
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say('match.constants.remove', { label })}
              onClick={() => {
                save(mapping, target, '');
              }}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      {draft !== null && (
        <div className={styles['row']}>
          <TargetSelect
            name={say('match.constants.field')}
            catalog={catalog}
            mapping={mapping}
            target={draft === 'choosing' ? null : draft.destination}
            placeholder={say('match.constants.chooseField')}
            onChoose={(planned, destination) => {
              setDraft({ mapping: planned, destination });
            }}
          />
          {draft !== 'choosing' && (
            <FixedText
              key={destinationKey(draft.destination)}
              label={say('match.constants.text', {
                label: destinationName(say, catalog, draft.mapping, draft.destination),
              })}
              text=""
              kind={kindOfDestination(catalog, draft.mapping, draft.destination)}
              isNew
              onSave={(text) => {
                if (text.trim() !== '') {
                  save(draft.mapping, draft.destination, text);
                }
              }}
            />
          )}
        </div>
      )}
      {draft === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles['add'] ?? ''}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            setDraft('choosing');
          }}
        >
          {say('match.constants.add')}
        </Button>
      )}
    </section>
  );
}
