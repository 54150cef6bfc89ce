import { Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import styles from './TitledPanel.module.css';

/** A framed part of a screen with a heading of its own. */
export function TitledPanel({
  title,
  text,
  children,
}: {
  readonly title: string;
  /** What the part is for, in a sentence or two below the heading. */
  readonly text: ReactNode;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <div>
        <Title order={2} id={titleId}>
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      {children}
    </section>
  );
}
