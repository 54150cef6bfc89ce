import { powerSaveBlocker } from 'electron';

/**
 * Keeps the computer from falling asleep by itself while leads are sent; the display may go dark, and whoever closes the lid
 * is obeyed. The function that it returns is told at every change whether leads are being sent; `isAllowed` is asked each
 * time, because the user may change the choice meanwhile.
 */
export function awakeKeeper(isAllowed: () => boolean = () => true): (isSending: boolean) => void {
  let blockerId: number | null = null;
  return (isSending) => {
    const isWanted = isSending && isAllowed();
    if (isWanted && blockerId === null) {
      blockerId = powerSaveBlocker.start('prevent-app-suspension');
    } else if (!isWanted && blockerId !== null) {
      powerSaveBlocker.stop(blockerId);
      blockerId = null;
    }
  };
}
