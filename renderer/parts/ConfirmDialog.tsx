import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Asks once before something that cannot be taken back. The safe way out comes first and has the focus. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  confirm,
  cancel,
  isBusy = false,
  onConfirm,
  onCancel,
}: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Words of the button that does it. */
  readonly confirm: string;
  /** Words of the button that leaves everything as it is. */
  readonly cancel: string;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}) {
  return (
    <Modal opened={isOpen} onClose={onCancel} title={title} withCloseButton={false}>
      <Stack gap="md">
        <Text size="sm" component="div">
          {children}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel} data-autofocus>
            {cancel}
          </Button>
          <Button color="red" onClick={onConfirm} loading={isBusy}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
