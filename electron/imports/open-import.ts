import { basename } from 'node:path';
import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { Failure } from '../../shared/failure.ts';
import type {
  Checked,
  DateColumn,
  ImportDetail,
  ImportSummary,
  PreparingProgress,
} from '../../shared/import.ts';
import { keepCorrectedOrders } from '../../shared/mapping/correct-date-orders.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { knownMapping } from '../../shared/mapping/known-mapping.ts';
import type { Recipe } from '../../shared/mapping/recipe.ts';
import { recipeFrom } from '../../shared/mapping/recipe-from.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Reading, SheetFacts, SheetTotals } from '../../shared/sheet/sheet.ts';
import type { CheckingContext, Matching, PreparingCallName, PreparingCalls } from '../preparing/calls.ts';
import { Preparer } from '../preparing/preparer.ts';
import { hasSomethingToTell, NOTHING_TO_TELL, type Tally } from '../preparing/tally.ts';
import { firstMatching, type Recall } from './first-matching.ts';

/** What an open import needs of its surroundings. */
export type OpenImportNeeds = {
  readonly importId: string;
  readonly workerUrl: URL;
  readonly journalPath: string;
  readonly undecided: UndecidedRule;
  /** Reads a file when its turn has come. */
  readonly takeTurn: <Value>(read: () => Promise<Value>) => Promise<Value>;
  /** The workspace as it is now; read at every check. */
  readonly workspace: () => Workspace;
  /** How a sheet is matched without a recipe: as remembered, or else as suggested. */
  readonly recall: Recall;
  readonly onProgress: (progress: PreparingProgress) => void;
  /** Called whenever staging or checking ended, well or not. */
  readonly onSettled: (outcome: Result<Checked, Failure>) => void;
};

/** What is known of the sheet: everything after staging, the first look before. */
type Known = {
  readonly facts: SheetFacts;
  readonly totals: SheetTotals | null;
  readonly matching: Matching;
  readonly dates: readonly DateColumn[];
};

/** One import that is being worked on: its thread, and what is known of it besides its rows. */
export class OpenImport {
  readonly #needs: OpenImportNeeds;
  readonly #preparer: Preparer;
  #known: Known | null = null;
  #checked: Checked | null = null;
  #tally: { readonly checked: Checked; readonly counted: Promise<Result<Tally, Failure>> } | null = null;
  /** The staging or checking under way; calls that need its result wait for it. */
  #settling: Promise<Result<null, Failure>> = Promise.resolve(success(null));
  #busy = 0;

  constructor(needs: OpenImportNeeds) {
    this.#needs = needs;
    this.#preparer = new Preparer(needs.workerUrl, needs.onProgress);
  }

  /** True while rows are read or checked. */
  get isBusy(): boolean {
    return this.#busy > 0;
  }

  /** The outcome of the staging or checking under way; at once when there is none. */
  settled(): Promise<Result<null, Failure>> {
    return this.#settling;
  }

  /** Looks at the file and says what was understood; `stage` then reads it. */
  async look(path: string, wish: Partial<Reading>): Promise<Result<SheetFacts, Failure>> {
    return await this.#preparer.call('look', { path, wish });
  }

  /** Begins to read and check the file in the background, matched by the recipe or else by suggestion. */
  stage(sourcePath: string, facts: SheetFacts, recipe: Recipe | null): Result<null, Failure> {
    const matching = this.#firstMatching(facts, recipe);
    if (!matching.ok) {
      return matching;
    }
    this.#known = { facts, totals: null, matching: matching.value, dates: [] };
    this.#checked = null;
    // Its end is told through `onSettled`.
    void this.#settle(
      this.#needs.takeTurn(() =>
        this.#preparer.call('stage', {
          importId: this.#needs.importId,
          journalPath: this.#needs.journalPath,
          sourcePath,
          facts,
          matching: matching.value,
          context: this.#context(),
          undecided: this.#needs.undecided,
        }),
      ),
    );
    return success(null);
  }

  /** Opens the journal of an earlier session; a file that was never read to its end is read again. */
  async load(): Promise<Result<null, Failure>> {
    const { importId, journalPath } = this.#needs;
    const loaded = await this.#preparer.call('load', { importId, journalPath });
    if (!loaded.ok) {
      return loaded;
    }
    if (loaded.value !== null) {
      this.#take(loaded.value);
      return success(null);
    }
    const source = await this.#preparer.call('source', { journalPath });
    if (!source.ok) {
      return source;
    }
    if (source.value === null) {
      return failed({ kind: 'journal-damaged', fileName: basename(journalPath) });
    }
    return await this.readAgain(source.value.sourcePath, source.value.facts.reading);
  }

  /** Reads the file anew in the given way. */
  async setReading(reading: Reading): Promise<Result<null, Failure>> {
    const source = await this.#preparer.call('source', { journalPath: this.#needs.journalPath });
    if (!source.ok) {
      return source;
    }
    if (source.value === null) {
      return failed({ kind: 'journal-damaged', fileName: basename(this.#needs.journalPath) });
    }
    return await this.readAgain(source.value.sourcePath, reading);
  }

  async readAgain(sourcePath: string, reading: Partial<Reading>): Promise<Result<null, Failure>> {
    const looked = await this.look(sourcePath, reading);
    return looked.ok ? this.stage(sourcePath, looked.value, null) : looked;
  }

  /** Checks every row by a new mapping; resolves when it is done. */
  async match(mapping: Mapping): Promise<Result<null, Failure>> {
    if (this.#known === null) {
      return failed({ kind: 'import-busy' });
    }
    const before = this.#known.matching.mapping;
    await this.#settling;
    const after = this.#known.matching.mapping;
    return await this.#check({
      ...this.#known.matching,
      mapping: keepCorrectedOrders(mapping, before, after),
    });
  }

  /** Checks every row by a recipe. */
  async useRecipe(recipe: Recipe): Promise<Result<null, Failure>> {
    if (this.#known === null) {
      return failed({ kind: 'import-busy' });
    }
    const matching = this.#firstMatching(this.#known.facts, recipe);
    return matching.ok ? await this.#check(matching.value) : matching;
  }

  /** The text of a recipe file with everything that was decided so far. */
  recipe(name: string): Result<string, Failure> {
    if (this.#known === null) {
      return failed({ kind: 'import-busy' });
    }
    const { mapping, decisions } = this.#known.matching;
    return success(`${JSON.stringify(recipeFrom(mapping, decisions, name), null, 2)}\n`);
  }

  /** Checks every row again because the workspace changed; targets that no longer exist are not sent. */
  async workspaceChanged(): Promise<void> {
    if (this.#known !== null && this.#checked !== null) {
      const { matching } = this.#known;
      await this.#check({ ...matching, mapping: knownMapping(matching.mapping, this.#context()) });
    }
  }

  /** Asks the thread once staging and checking are over. */
  async ask<Name extends PreparingCallName>(
    name: Name,
    argument: PreparingCalls[Name]['argument'],
  ): Promise<Result<PreparingCalls[Name]['reply'], Failure>> {
    const settled = await this.#settling;
    // A check that failed (a full disk) leaves the findings before it in place, and those can still be asked for.
    return settled.ok || this.#checked !== null ? await this.#preparer.call(name, argument) : settled;
  }

  /** Takes over findings that came with a reply. */
  keep(checked: Checked): void {
    this.#checked = checked;
    if (this.#known !== null) {
      const matching = { ...this.#known.matching, decisions: checked.decisions };
      this.#known = { ...this.#known, matching };
    }
    this.#needs.onSettled(success(checked));
  }

  /** What the ready leads carry besides known values; counted once for every state of the findings. */
  async tally(): Promise<Result<Tally, Failure>> {
    const checked = this.#checked;
    if (checked === null || this.#known === null || !hasSomethingToTell(this.#known.matching)) {
      return success(NOTHING_TO_TELL);
    }
    if (this.#tally?.checked !== checked) {
      this.#tally = { checked, counted: this.ask('tally', null) };
    }
    return await this.#tally.counted;
  }

  matching(): Matching | null {
    return this.#known?.matching ?? null;
  }

  facts(): SheetFacts | null {
    return this.#known?.facts ?? null;
  }

  checked(): Checked | null {
    return this.#checked;
  }

  /** Everything but the rows; `null` before the first look. */
  detail(summary: ImportSummary): ImportDetail | null {
    if (this.#known === null) {
      return null;
    }
    const { facts, totals, matching, dates } = this.#known;
    const { mapping, reasons, samples } = matching;
    return {
      summary,
      facts,
      totals,
      mapping,
      reasons,
      samples,
      dates,
      checked: this.#checked,
      drift: matching.drift ?? null,
      missingHeadings: matching.missingHeadings ?? [],
    };
  }

  /** Ends the thread: at once while it reads (the file can be read again), otherwise after its last call. */
  async close(): Promise<void> {
    await (this.isBusy ? this.#preparer.terminate() : this.#preparer.close());
  }

  async #check(matching: Matching): Promise<Result<null, Failure>> {
    return await this.#settle(
      this.ask('check', { matching, context: this.#context(), undecided: this.#needs.undecided }),
    );
  }

  #settle(work: Promise<Result<PreparingCalls['check']['reply'], Failure>>): Promise<Result<null, Failure>> {
    this.#busy += 1;
    this.#settling = work.then((result) => {
      this.#busy -= 1;
      if (!result.ok) {
        this.#needs.onSettled(result);
        return result;
      }
      this.#take(result.value);
      this.#needs.onSettled(success(result.value.checked));
      return success(null);
    });
    return this.#settling;
  }

  #take(prepared: PreparingCalls['check']['reply']): void {
    const { facts, totals, dates, checked, ...matching } = prepared;
    this.#known = { facts, totals, dates, matching };
    this.#checked = checked;
  }

  #firstMatching(facts: SheetFacts, recipe: Recipe | null): Result<Matching, Failure> {
    return firstMatching(facts, recipe, catalogOf(this.#needs.workspace()), this.#needs.recall);
  }

  #context(): CheckingContext {
    const workspace = this.#needs.workspace();
    const { defaultCountry, timeZone, currency } = workspace;
    return { ...catalogOf(workspace), defaultCountry, timeZone, currency };
  }
}
