import { Button, Group } from '@mantine/core';

/** The buttons of a dialog that is a form: leave everything as it is, or keep what was filled in. */
export function DialogButtons({
  cancel,
  save,
  isBusy,
  onCancel,
}: {
  readonly cancel: string;
  readonly save: string;
  /** Whether what was filled in is being kept. */
  readonly isBusy: boolean;
  readonly onCancel: () => void;
}) {
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onCancel}>
        {cancel}
      </Button>
      <Button type="submit" loading={isBusy}>
        {save}
      </Button>
    </Group>
  );
}
