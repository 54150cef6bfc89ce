import styles from './WorkspaceMark.module.css';

/** The coloured mark of a workspace. Always stands beside its name, so it is hidden from screen readers. */
export function WorkspaceMark({ colour }: { readonly colour: string }) {
  return <span aria-hidden className={styles['mark']} data-colour={colour} />;
}
