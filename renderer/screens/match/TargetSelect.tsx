import { Select, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { IconMinus } from '@tabler/icons-react';
import type { Catalog, Field } from '../../../shared/catalog/field.ts';
import type { Target } from '../../../shared/mapping/mapping.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { useWords } from '../../words/words-context.ts';
import { FIELD_ICONS } from './field-icon.ts';
import styles from './TargetSelect.module.css';

const NOT_SENT = 'not-sent';
const ADD_FIELD = 'add-field';
const FIELD_PREFIX = 'field:';

/** The Telecrm field that a column goes to; found by what people call it or by its name in Telecrm. */
export function TargetSelect({
  name,
  catalog,
  target,
  onField,
  onNotSent,
  onAddField,
}: {
  readonly name: string;
  readonly catalog: Catalog;
  readonly target: Target;
  readonly onField: (apiName: string) => void;
  readonly onNotSent: () => void;
  readonly onAddField: () => void;
}) {
  const { say } = useWords();
  const fields = fieldsByValue(catalog, target);
  const value = target.kind === 'field' ? FIELD_PREFIX + target.apiName : NOT_SENT;
  const Icon = iconOf(fields.get(value));

  const choose = (chosen: string | null): void => {
    const field = chosen === null ? undefined : fields.get(chosen);
    if (field !== undefined) {
      onField(field.apiName);
    } else if (chosen === NOT_SENT) {
      onNotSent();
    } else if (chosen === ADD_FIELD) {
      onAddField();
    }
  };
  return (
    <Select
      aria-label={name}
      searchable
      openOnFocus={false}
      allowDeselect={false}
      leftSection={<Icon size={18} aria-hidden />}
      nothingFoundMessage={say('match.nothingFound')}
      data={[
        ...otherItems(say),
        {
          group: say('match.fieldGroup'),
          items: [...fields].map(([fieldValue, field]) => ({ value: fieldValue, label: field.label })),
        },
      ]}
      filter={byLabelOrName(fields)}
      renderOption={({ option }) => <TargetOption option={option} field={fields.get(option.value)} />}
      value={value}
      onChange={choose}
    />
  );
}

function TargetOption({
  option,
  field,
}: {
  readonly option: ComboboxItem;
  readonly field: Field | undefined;
}) {
  const { say } = useWords();
  const Icon = iconOf(field);
  return (
    <div className={styles['option']}>
      {option.value !== ADD_FIELD && <Icon size={18} aria-hidden className={styles['icon']} />}
      <div className={styles['label']}>{option.label}</div>
      {field !== undefined && <div className={styles['type']}>{say(`match.type.${field.type}`)}</div>}
    </div>
  );
}

function otherItems(say: Say): ComboboxItem[] {
  return [
    { value: NOT_SENT, label: say('match.notSent') },
    { value: ADD_FIELD, label: say('match.addField') },
  ];
}

/** The catalog's fields, and the present target even if the catalog has lost it, so that it can be seen and changed. */
function fieldsByValue(catalog: Catalog, target: Target): ReadonlyMap<string, Field> {
  const fields = new Map(catalog.fields.map((field) => [FIELD_PREFIX + field.apiName, field]));
  if (target.kind === 'field' && !fields.has(FIELD_PREFIX + target.apiName)) {
    const { apiName } = target;
    fields.set(FIELD_PREFIX + apiName, {
      apiName,
      label: apiName,
      type: 'text',
      options: null,
      trustValues: false,
    });
  }
  return fields;
}

/** Finds fields by label and by name in Telecrm. What is not a field is always offered. */
function byLabelOrName(fields: ReadonlyMap<string, Field>): OptionsFilter {
  return ({ options, search }) => {
    const wanted = search.trim().toLowerCase();
    const fits = (item: ComboboxItem): boolean => {
      const field = fields.get(item.value);
      return (
        field === undefined ||
        field.label.toLowerCase().includes(wanted) ||
        field.apiName.toLowerCase().includes(wanted)
      );
    };
    return options.map((option) =>
      'group' in option ? { ...option, items: option.items.filter((item) => fits(item)) } : option,
    );
  };
}

function iconOf(field: Field | undefined) {
  return field === undefined ? IconMinus : FIELD_ICONS[field.type];
}
