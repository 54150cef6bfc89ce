import { Button, Group, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '../../bridge.ts';
import { showDetail } from '../../state/import-store.ts';
import type { Action } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';

/** Takes over the choices of a recipe, or saves those of this import as one. */
export function RecipeButtons({
  importId,
  recipe,
  isFrozen,
}: {
  readonly importId: string;
  /** Runs what the buttons ask for, so that the screen can show what went wrong. */
  readonly recipe: Action;
  readonly isFrozen: boolean;
}) {
  const { say } = useWords();
  const [savedAs, setSavedAs] = useState<string | null>(null);

  const load = async (): Promise<void> => {
    setSavedAs(null);
    const changed = await recipe.run(() => ask('import.loadRecipe', { importId }));
    if (changed !== undefined) {
      showDetail(changed);
    }
  };
  const save = async (): Promise<void> => {
    const saved = await recipe.run(() => ask('import.saveRecipe', { importId }));
    setSavedAs(saved?.fileName ?? null);
  };
  return (
    <Group gap="sm">
      <Text role="status" size="sm" c="dimmed">
        {savedAs !== null && say('match.recipeSaved', { fileName: savedAs })}
      </Text>
      <Button
        variant="default"
        leftSection={<IconFileImport size={18} aria-hidden />}
        title={say('match.recipeHint')}
        disabled={isFrozen || recipe.isRunning}
        onClick={() => void load()}
      >
        {say('match.recipe')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileExport size={18} aria-hidden />}
        title={say('match.saveRecipeHint')}
        disabled={recipe.isRunning}
        onClick={() => void save()}
      >
        {say('match.saveRecipe')}
      </Button>
    </Group>
  );
}
