import { expect, test } from 'vitest';
import { go, guardLeaving, useView } from '../../../renderer/state/view-store.ts';
import type { Move } from '../../../renderer/state/step.ts';

test('a workspace with unsaved changes is left only once its question is answered', () => {
  go({ kind: 'open-workspace', workspaceId: 'a' });
  const asked: Move[] = [];
  const end = guardLeaving((move) => {
    asked.push(move);
    return true;
  });
  go({ kind: 'open-workspace', workspaceId: 'a' });
  expect(asked).toEqual([]);
  go({ kind: 'leave-workspace' });
  go({ kind: 'open-workspace', workspaceId: 'b' });
  expect(asked).toEqual([{ kind: 'leave-workspace' }, { kind: 'open-workspace', workspaceId: 'b' }]);
  expect(useView.getState().place).toMatchObject({ kind: 'workspace', workspaceId: 'a' });
  end();
  go({ kind: 'leave-workspace' });
  expect(useView.getState().place).toEqual({ kind: 'home' });
});
