import { useEffect } from 'react';

/** Ctrl+Z and Ctrl+Y (Cmd on a Mac, Shift+Z too) undo and redo, except where text is being typed, which undoes itself. */
export function useUndoKeys(onUndo: () => void, onRedo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y') || isTyping(event.target)) {
        return;
      }
      event.preventDefault();
      if (key === 'z' && !event.shiftKey) {
        onUndo();
      } else {
        onRedo();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [onUndo, onRedo]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
