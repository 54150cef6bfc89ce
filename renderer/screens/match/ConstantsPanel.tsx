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
  const [draft, setDraft] = useState<Destination | 'choosing' | null>(null);
  const constants = mapping.constants.filter(({ target }) => target.kind === 'field');

  const save = (destination: Destination, text: string): void => {
    setDraft(null);
    onMapping(setConstant(mapping, destination, text));
  };
  /** The text goes along to another field, unless that has a list without it. */
  const move = (from: Destination, to: Destination, text: string): void => {
    const { options } = kindOfDestination(catalog, mapping, to);
    const fits = options === null || options.includes(text);
    const without = setConstant(mapping, from, '');
    onMapping(fits ? setConstant(without, to, text) : without);
    setDraft(fits ? null : to);
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
              onlyFields
              onChoose={(_, destination) => {
                move(target, destination, text);
              }}
            />
            <FixedText
              label={say('match.constants.text', { label })}
              text={text}
              kind={kindOfDestination(catalog, mapping, target)}
              onSave={(changed) => {
                save(target, changed);
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say('match.constants.remove', { label })}
              onClick={() => {
                save(target, '');
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
            target={draft === 'choosing' ? null : draft}
            placeholder={say('match.constants.chooseField')}
            isNew={draft === 'choosing'}
            onlyFields
            onChoose={(_, destination) => {
              setDraft(destination);
            }}
          />
          {draft !== 'choosing' && (
            <FixedText
              key={destinationKey(draft)}
              label={say('match.constants.text', { label: destinationName(say, catalog, mapping, draft) })}
              text=""
              kind={kindOfDestination(catalog, mapping, draft)}
              isNew
              onSave={(text) => {
                if (text.trim() !== '') {
                  save(draft, text);
                }
              }}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say('match.constants.cancel')}
            onClick={() => {
              setDraft(null);
            }}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
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
