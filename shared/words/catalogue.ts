import { cli } from './english/cli.ts';
import { common } from './english/common.ts';
import { desktop } from './english/desktop.ts';
import { failures } from './english/failures.ts';
import { fates } from './english/fates.ts';
import { field } from './english/field.ts';
import { file } from './english/file.ts';
import { fix } from './english/fix.ts';
import { home } from './english/home.ts';
import { match } from './english/match.ts';
import { problems } from './english/problems.ts';
import { report } from './english/report.ts';
import { reportFile } from './english/report-file.ts';
import { send } from './english/send.ts';
import { settings } from './english/settings.ts';
import { shell } from './english/shell.ts';
import { waiting } from './english/waiting.ts';
import { workspace } from './english/workspace.ts';

/**
 * Every sentence of the program in English, by subject. English is the measure: its keys and the `{{names}}` in its
 * sentences are what the compiler checks calls and other languages against.
 */
export const english = {
  cli,
  common,
  desktop,
  failures,
  fates,
  field,
  file,
  fix,
  home,
  match,
  problems,
  report,
  reportFile,
  send,
  settings,
  shell,
  waiting,
  workspace,
} as const;

/** The same keys with any text: the shape that a further language has. */
export type Catalogue = Translated<typeof english>;

type Translated<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]>;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'words';
    readonly resources: { readonly words: typeof english };
    /** A sentence whose `{{name}}` is not given does not compile. */
    readonly strictInterpolationChecks: true;
    readonly strictKeyChecks: true;
    readonly returnNull: false;
  }
}
