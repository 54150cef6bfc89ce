import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DestinationKind } from './kind-of-destination.ts';

/** A text that every row gets: chosen where Telecrm keeps a list, typed elsewhere. Saved when the box is left. */
export function FixedText({
  label,
  text,
  kind,
  isNew = false,
  onSave,
}: {
  readonly label: string;
  readonly text: string;
  readonly kind: DestinationKind;
  /** The box was just opened by the user and takes the focus. */
  readonly isNew?: boolean;
  readonly onSave: (text: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  if (kind.options !== null && kind.options.length > 0) {
    return (
      <Select
        aria-label={label}
        searchable
        // The user has just asked for this box.
        autoFocus={isNew}
        openOnFocus={isNew}
        allowDeselect={false}
        limit={200}
        data={[...new Set(kind.options)]}
        value={text === '' ? null : text}
        onChange={(value) => {
          if (value !== null) {
            onSave(value);
          }
        }}
      />
    );
  }
  const save = (): void => {
    if (draft !== null && draft !== text) {
      onSave(draft);
    }
    setDraft(null);
  };
  return (
    <TextInput
      aria-label={label}
      autoFocus={isNew}
      maxLength={10_000}
      value={draft ?? text}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          save();
        }
      }}
      onBlur={save}
    />
  );
}
