import { IconChevronRight } from '@tabler/icons-react';
import { useWords } from '../../words/words-context.ts';
import styles from './ApiNameGuide.module.css';

/** A drawing of where Telecrm shows the name of a field; the sentence beside it says the same, so that nobody needs to see it. */
export function ApiNameGuide() {
  const { say } = useWords();
  const way = [
    say('field.picture.settings'),
    say('field.picture.fields'),
    say('field.picture.field'),
    say('field.picture.information'),
  ];
  return (
    <div className={styles['picture']} aria-hidden>
      <div className={styles['way']}>
        {way.map((place, index) => (
          <span key={place} className={styles['place']}>
            {index > 0 && <IconChevronRight size={14} />}
            {place}
          </span>
        ))}
      </div>
      <div className={styles['card']}>
        <span className={styles['term']}>{say('field.picture.type')}</span>
        <span>{say('field.picture.typeExample')}</span>
        <span className={styles['term']}>{say('field.picture.apiName')}</span>
        <code className={styles['name']}>{say('field.picture.apiNameExample')}</code>
      </div>
    </div>
  );
}
