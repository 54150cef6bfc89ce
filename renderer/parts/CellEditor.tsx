import { useEffect, useRef } from 'react';
import styles from './Grid.module.css';

/** The box in which a cell is edited. Enter and Tab keep the text, Escape does not, leaving the box keeps it. */
export function CellEditor({
  name,
  text,
  onFinish,
  onLeave,
}: {
  readonly name: string;
  readonly text: string;
  /** `text` is `null` when the user took it back. */
  readonly onFinish: (text: string | null, key: 'Enter' | 'Tab' | null, withShift: boolean) => void;
  readonly onLeave: (text: string) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  /** Finishing takes the box away, which fires `blur`; that must not count a second time. */
  const isDone = useRef(false);

  useEffect(() => {
    const input = box.current;
    isDone.current = false;
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);

  return (
    <input
      ref={box}
      className={styles['editor']}
      aria-label={name}
      defaultValue={text}
      spellCheck={false}
      onKeyDown={(event) => {
        // Keys that choose among the letters of an input method belong to it.
        if (event.nativeEvent.isComposing) {
          return;
        }
        if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault();
          isDone.current = true;
          onFinish(event.currentTarget.value, event.key, event.shiftKey);
        } else if (event.key === 'Escape') {
          event.preventDefault();
          isDone.current = true;
          onFinish(null, null, false);
        }
        event.stopPropagation();
      }}
      onMouseDown={(event) => {
        event.stopPropagation();
      }}
      onBlur={(event) => {
        if (!isDone.current) {
          isDone.current = true;
          onLeave(event.currentTarget.value);
        }
      }}
    />
  );
}
