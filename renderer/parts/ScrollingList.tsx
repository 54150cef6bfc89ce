import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './ScrollingList.module.css';

/** A list that may be long: it scrolls by itself, by keyboard too. */
export function ScrollingList({
  name,
  more,
  children,
}: {
  /** What a screen reader calls it. */
  readonly name: string;
  /** Says beneath it that there are more than it shows; `null` where it shows all. */
  readonly more: string | null;
  /** Its `<li>` elements. */
  readonly children: ReactNode;
}) {
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <ul className={styles['list']} tabIndex={0} aria-label={name}>
        {children}
      </ul>
      {more !== null && (
        <Text size="sm" c="dimmed">
          {more}
        </Text>
      )}
    </>
  );
}
