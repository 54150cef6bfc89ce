import { Popover, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import styles from './EditableWord.module.css';

/** A word inside a sentence that opens a small window in which it can be changed. `children` are the word. */
export function EditableWord({
  name,
  content,
  width = 340,
  children,
}: {
  /** What the button does, for those who hear it; the word itself is added. */
  readonly name: string;
  /** What the small window shows; is given the way to close it. */
  readonly content: (close: () => void) => ReactNode;
  /** Of the small window, in pixels. */
  readonly width?: number;
  readonly children?: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={width} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={styles['word'] ?? ''}
          title={name}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {children}
          <IconPencil size={15} aria-hidden className={styles['pencil']} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        {content(() => {
          setIsOpen(false);
        })}
      </Popover.Dropdown>
    </Popover>
  );
}
