import { List, Text } from '@mantine/core';
import type { CatalogChanges } from '../../../shared/catalog/catalog-changes.ts';
import { catalogChangesWords } from '../../../shared/words/catalog-changes-words.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useWords } from '../../words/words-context.ts';

/** What a refresh found in Telecrm, what changed, and what somebody should look at. */
export function CatalogChangesNotice({ changes }: { readonly changes: CatalogChanges }) {
  const { say } = useWords();
  const { sentence, remarks } = catalogChangesWords(say, changes);
  return (
    <div role="status">
      <Notice tone={remarks.length === 0 ? 'good' : 'warn'}>
        <Text size="sm">{sentence}</Text>
        {remarks.length > 0 && (
          <List size="sm">
            {remarks.map((remark) => (
              <List.Item key={remark}>{remark}</List.Item>
            ))}
          </List>
        )}
      </Notice>
    </div>
  );
}
