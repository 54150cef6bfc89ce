import type { ReactNode } from 'react';
import styles from './Screen.module.css';

/** The body of a screen: scrolls by itself, with an optional footer that stays. `wide` screens fill the window. */
export function Screen({
  children,
  footer,
  width = 'reading',
}: {
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: 'reading' | 'wide' | 'full';
}) {
  return (
    <div className={styles['screen']}>
      <div className={styles['scroll']} data-width={width}>
        <div className={styles['content']} data-width={width}>
          {children}
        </div>
      </div>
      {footer}
    </div>
  );
}
