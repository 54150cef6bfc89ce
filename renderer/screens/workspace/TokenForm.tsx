import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconExternalLink, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { ask } from '../../bridge.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import { looksLikeEnterpriseId } from './mixed-up.ts';
import styles from './TokenForm.module.css';

/** The token's box. What is typed goes to the vault and is forgotten here; a kept token never comes back. */
export function TokenForm({
  view,
  kind,
  onSaved,
}: {
  readonly view: WorkspaceView;
  /** The token that sends, or the one that reads. */
  readonly kind: 'async' | 'sync';
  readonly onSaved: () => Promise<void>;
}) {
  const { say } = useWords();
  const canKeepTokens = useApp(({ snapshot }) => snapshot?.canKeepTokens ?? true);
  const saving = useAction();
  const [token, setToken] = useState('');
  const [isMixedUp, setIsMixedUp] = useState(false);
  const [isForgetting, setIsForgetting] = useState(false);
  const { workspaceId } = view;
  const state = kind === 'sync' ? view.syncToken : view.token;

  const save = async (): Promise<void> => {
    const saved = await saving.run(() =>
      ask(kind === 'sync' ? 'workspace.setSyncToken' : 'workspace.setToken', {
        workspaceId,
        token: token.trim(),
      }),
    );
    if (saved !== undefined) {
      setToken('');
      await readApp();
      await onSaved();
    }
  };
  const forget = async (): Promise<void> => {
    await saving.run(() =>
      ask(kind === 'sync' ? 'workspace.forgetSyncToken' : 'workspace.forgetToken', { workspaceId }),
    );
    setIsForgetting(false);
    await readApp();
  };
  const mixedUp = failureWords(say, { kind: 'token-is-enterprise-id' });
  return (
    <Stack gap="sm">
      <div className={styles['state']} data-token={state}>
        <IconKey size={18} aria-hidden /> {say(`workspace.tokenState.${state}`)}
      </div>
      <Text size="sm">{say(kind === 'sync' ? 'workspace.sync.tokenHint' : 'workspace.tokenHint')}</Text>
      {!canKeepTokens && (
        <Notice tone="note">
          <Text size="sm">{say('workspace.cannotKeep')}</Text>
        </Notice>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') {
            void save();
          }
        }}
      >
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            type="password"
            flex={1}
            label={say(kind === 'sync' ? 'workspace.sync.token' : 'workspace.token')}
            placeholder={say(state === 'none' ? 'workspace.tokenPaste' : 'workspace.tokenReplace')}
            autoComplete="off"
            spellCheck={false}
            data-autofocus={kind === 'async' || undefined}
            maxLength={4096}
            value={token}
            error={isMixedUp ? `${mixedUp.title} ${mixedUp.next}` : undefined}
            onChange={(event) => {
              setToken(event.currentTarget.value);
              setIsMixedUp(false);
            }}
            onBlur={() => {
              setIsMixedUp(looksLikeEnterpriseId(token));
            }}
          />
          <Button type="submit" loading={saving.isRunning} flex="none">
            {say('workspace.tokenSave')}
          </Button>
        </Group>
      </form>
      <FailureNotice failure={saving.failure} />
      <Group gap="sm">
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconExternalLink size={16} aria-hidden />}
          onClick={() => void ask('help.open', { page: 'telecrm-token' })}
        >
          {say('workspace.tokenHelp')}
        </Button>
        {state !== 'none' && (
          <Button
            variant="subtle"
            color="red"
            size="xs"
            onClick={() => {
              setIsForgetting(true);
            }}
          >
            {say('workspace.tokenForget')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        isOpen={isForgetting}
        title={say('workspace.tokenForgetTitle')}
        confirm={say('workspace.tokenForget')}
        cancel={say('common.cancel')}
        isBusy={saving.isRunning}
        onConfirm={() => void forget()}
        onCancel={() => {
          setIsForgetting(false);
        }}
      >
        {say(kind === 'sync' ? 'workspace.sync.forgetText' : 'workspace.tokenForgetText')}
      </ConfirmDialog>
    </Stack>
  );
}
