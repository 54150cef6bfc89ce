/**
 * `npm test` runs everything, `npm run check` (--quick) all that needs no window, and
 *
 *     node build/with-node.mjs build/test.ts --e2e [FILE...]      only the journeys, or some of them
 *     node build/with-node.mjs build/test.ts --unit [FILE...]     only the tests without a window, or some of them
 *
 * The last line of the output is always "N passed, N failed".
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findElectronRuntime } from './electron-runtime.ts';
import { runTool } from './run-tool.ts';
import { ensureSystemLibraries } from './system-libraries.ts';
import { type Counts, NOTHING, add, countCheck, countPlaywright, countVitest } from './test-counts.ts';
import { hasDisplay, openVirtualDisplays } from './virtual-display.ts';

/** Where the runners put their reports: a folder of this run's own, as several runs may share a checkout. */
const REPORTS = mkdtempSync(path.join(tmpdir(), 'telecrm-test-'));
process.on('exit', () => rmSync(REPORTS, { recursive: true, force: true }));

const LINT = ['-c', 'build/oxlint.json', '--type-aware', '--deny-warnings', '--disable-nested-config', '.'];

/** Journeys mostly wait for the application, so that two of them fit on a small machine. */
const JOURNEYS_AT_ONCE = 2;

type Step = { readonly title: string; readonly run: () => Promise<Counts> };

const [mode, ...files] = process.argv.slice(2);
const counts = await runAll(stepsFor(mode));
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

function stepsFor(wanted: string | undefined): readonly Step[] {
  const format = check('Format', () =>
    runTool('prettier', ['--config', 'build/prettier.json', '--check', '.']),
  );
  const lint = check('Lint', () => runTool('oxlint', LINT));
  const types = check('Types', () => runTool('tsc', ['--build']));
  const unit = { title: 'Tests without a window', run: runVitest };
  const journeys = { title: 'Journeys in the application', run: runJourneys };
  switch (wanted) {
    case undefined:
      return [format, lint, types, unit, journeys];
    case '--quick':
      return [format, lint, types, unit];
    case '--unit':
      return [unit];
    case '--e2e':
      return [journeys];
    default:
      throw new Error(`"${wanted}" is not one of --quick, --unit, --e2e.`);
  }
}

function check(title: string, run: () => Promise<number>): Step {
  return { title, run: async () => countCheck(await run()) };
}

/** Every step runs, whatever became of the one before: one run shows all that is wrong. */
async function runAll(steps: readonly Step[]): Promise<Counts> {
  let total = NOTHING;
  for (const { title, run } of steps) {
    process.stdout.write(`\n== ${title}\n`);
    const startedAtMs = performance.now();
    const stepCounts = await run().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return { passed: 0, failed: 1 };
    });
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    process.stdout.write(`== ${title}: ${stepCounts.failed === 0 ? 'good' : 'FAILED'}, ${seconds} s\n`);
    total = add(total, stepCounts);
  }
  return total;
}

async function runVitest(): Promise<Counts> {
  const report = path.join(REPORTS, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runTool('vitest', [
    'run',
    '--config',
    'build/vitest.config.ts',
    ...reporters,
    ...files,
  ]);
  return countVitest(report, exitCode);
}

async function runJourneys(): Promise<Counts> {
  const built = countCheck(await runTool('electron-vite', ['build', '--logLevel', 'warn']));
  if (built.failed > 0) {
    return built;
  }
  const runtime = await findElectronRuntime();
  ensureSystemLibraries(runtime.executablePath, hasDisplay() ? 'real' : 'virtual');
  process.stdout.write(`Electron ${runtime.version}\n`);
  // A window of its own display for each: windows on one display would take the keyboard from one another.
  const displays = hasDisplay() ? [] : await openVirtualDisplays(JOURNEYS_AT_ONCE);
  const report = path.join(REPORTS, 'e2e.json');
  try {
    const exitCode = await runTool(
      'playwright',
      [
        'test',
        '--config',
        'build/playwright.config.ts',
        `--workers=${Math.max(1, displays.length)}`,
        ...files,
      ],
      {
        ELECTRON_EXEC_PATH: runtime.executablePath,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        ...(displays.length > 0 && { E2E_DISPLAYS: displays.map(({ name }) => name).join() }),
      },
    );
    return add(built, countPlaywright(report, exitCode));
  } finally {
    for (const display of displays) {
      display.close();
    }
  }
}
