import { Input, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import type { Workspace } from '../../../shared/catalog/workspace.ts';
import { WorkspaceMark } from '../../parts/WorkspaceMark.tsx';
import { useWords } from '../../words/words-context.ts';
import styles from './ColourChoice.module.css';

type Colour = Workspace['colour'];

const COLOURS = [
  'indigo',
  'teal',
  'grape',
  'orange',
  'pink',
  'cyan',
  'lime',
  'red',
] as const satisfies readonly Colour[];

/** The colour that a workspace wears on every screen; named, because not everybody can tell colours apart. */
export function ColourChoice({
  value,
  onChange,
}: {
  readonly value: Colour;
  readonly onChange: (colour: Colour) => void;
}) {
  const { say } = useWords();
  const labelId = useId();
  return (
    <div>
      <Input.Label component="div" id={labelId}>
        {say('workspace.colour')}
      </Input.Label>
      <div role="group" aria-labelledby={labelId} className={styles['colours']}>
        {COLOURS.map((colour) => (
          <UnstyledButton
            key={colour}
            className={styles['colour'] ?? ''}
            aria-pressed={colour === value}
            onClick={() => {
              onChange(colour);
            }}
          >
            <WorkspaceMark colour={colour} />
            {say(`workspace.colours.${colour}`)}
            {colour === value && <IconCheck size={15} aria-hidden />}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
