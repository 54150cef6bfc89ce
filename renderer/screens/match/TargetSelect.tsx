import { Select, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { IconMinus } from '@tabler/icons-react';
import type { WorkspaceCatalog } from '../../../shared/catalog/field.ts';
import { destinationKey } from '../../../shared/mapping/destination.ts';
import type { Destination, Mapping, Target } from '../../../shared/mapping/mapping.ts';
import { useWords } from '../../words/words-context.ts';
import { FIELD_ICONS } from './field-icon.ts';
import { targetChoices, type TargetChoice } from './target-choices.ts';
import styles from './TargetSelect.module.css';

const NOT_SENT = 'not-sent';
const ADD_FIELD = 'add-field';

/** The place that values go to; found by what people call it or by its name in Telecrm. */
export function TargetSelect({
  name,
  catalog,
  mapping,
  target,
  placeholder,
  isNew = false,
  onlyFields = false,
  onChoose,
  onNotSent,
  onAddField,
}: {
  readonly name: string;
  readonly catalog: WorkspaceCatalog;
  readonly mapping: Mapping;
  /** `null` while nothing was chosen. */
  readonly target: Target | null;
  readonly placeholder?: string;
  /** The box was just asked for: it takes the focus and shows what there is to choose. */
  readonly isNew?: boolean;
  /** Leaves out the parts of actions. */
  readonly onlyFields?: boolean;
  /** Gets the mapping with the action planned in it that the destination may need. */
  readonly onChoose: (mapping: Mapping, destination: Destination) => void;
  /** Absent where the place has to be some. */
  readonly onNotSent?: () => void;
  /** Absent where no field can be added. */
  readonly onAddField?: () => void;
}) {
  const { say } = useWords();
  const groups = targetChoices(say, catalog, mapping, target).slice(0, onlyFields ? 1 : undefined);
  const choices = new Map(groups.flatMap((group) => group.choices.map((choice) => [choice.value, choice])));
  const value = valueOf(target);
  const Icon = iconOf(choices.get(value ?? ''));

  const choose = (chosen: string | null): void => {
    const choice = chosen === null ? undefined : choices.get(chosen);
    if (choice !== undefined) {
      const made = choice.choose(mapping);
      onChoose(made.mapping, made.destination);
    } else if (chosen === NOT_SENT) {
      onNotSent?.();
    } else if (chosen === ADD_FIELD) {
      onAddField?.();
    }
  };
  return (
    <Select
      aria-label={name}
      searchable
      openOnFocus={isNew}
      autoFocus={isNew}
      allowDeselect={false}
      placeholder={placeholder}
      leftSection={<Icon size={18} aria-hidden />}
      nothingFoundMessage={say('match.nothingFound')}
      data={[
        ...(onNotSent === undefined ? [] : [{ value: NOT_SENT, label: say('match.notSent') }]),
        ...(onAddField === undefined ? [] : [{ value: ADD_FIELD, label: say('match.addField') }]),
        ...groups.map((group) => ({
          group: group.label,
          items: group.choices.map((choice) => ({ value: choice.value, label: choice.label })),
        })),
      ]}
      filter={byLabelOrName(choices)}
      renderOption={({ option }) => <TargetOption option={option} choice={choices.get(option.value)} />}
      value={value}
      onChange={choose}
    />
  );
}

function TargetOption({
  option,
  choice,
}: {
  readonly option: ComboboxItem;
  readonly choice: TargetChoice | undefined;
}) {
  const { say } = useWords();
  const Icon = iconOf(choice);
  return (
    <div className={styles['option']}>
      {option.value !== ADD_FIELD && <Icon size={18} aria-hidden className={styles['icon']} />}
      <div className={styles['label']}>{option.label}</div>
      {choice !== undefined && <div className={styles['type']}>{say(`match.type.${choice.type}`)}</div>}
    </div>
  );
}

function valueOf(target: Target | null): string | null {
  if (target === null) {
    return null;
  }
  return target.kind === 'not-sent' ? NOT_SENT : destinationKey(target);
}

/** Finds places by label and by name in Telecrm. What is not a place is always offered. */
function byLabelOrName(choices: ReadonlyMap<string, TargetChoice>): OptionsFilter {
  return ({ options, search }) => {
    const wanted = search.trim().toLowerCase();
    const fits = (item: ComboboxItem): boolean => {
      const choice = choices.get(item.value);
      return (
        choice === undefined ||
        choice.label.toLowerCase().includes(wanted) ||
        choice.apiName?.toLowerCase().includes(wanted) === true
      );
    };
    return options.map((option) =>
      'group' in option ? { ...option, items: option.items.filter((item) => fits(item)) } : option,
    );
  };
}

function iconOf(choice: TargetChoice | undefined) {
  return choice === undefined ? IconMinus : FIELD_ICONS[choice.type];
}
