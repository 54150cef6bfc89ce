import { common } from './english/common.ts';
import { failures } from './english/failures.ts';
import { fates } from './english/fates.ts';
import { problems } from './english/problems.ts';
import { reportFile } from './english/report-file.ts';
import { waiting } from './english/waiting.ts';

/**
 * Every sentence of the program in English, by subject. English is the measure: its keys and the `{{names}}` in its
 * sentences are what the compiler checks calls and other languages against.
 */
export const english = { common, failures, fates, problems, reportFile, waiting } as const;

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
