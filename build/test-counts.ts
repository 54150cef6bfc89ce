import { readFileSync } from 'node:fs';

/** How many tests ended how. */
export type Counts = { readonly passed: number; readonly failed: number };

export const NOTHING: Counts = { passed: 0, failed: 0 };

export function add(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** A check that is one thing, such as the linter, counts as one test. */
export function countCheck(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Reads vitest's JSON report; a test file that does not even load has no tests in it, but fails the run. */
export function countVitest(reportFile: string, exitCode: number): Counts {
  const report = readReport(reportFile);
  return withCrash(
    { passed: numberIn(report, 'numPassedTests'), failed: numberIn(report, 'numFailedTests') },
    exitCode,
  );
}

/** Reads Playwright's JSON report; its `expected` are the tests that ended as they should. */
export function countPlaywright(reportFile: string, exitCode: number): Counts {
  const report = readReport(reportFile);
  const stats = isRecord(report) ? report['stats'] : undefined;
  return withCrash(
    { passed: numberIn(stats, 'expected'), failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky') },
    exitCode,
  );
}

/** A runner that fails without a failed test has crashed, or had nothing to run: that is a failure as well. */
function withCrash(counts: Counts, exitCode: number): Counts {
  const hasUntoldFailure = exitCode !== 0 && counts.failed === 0;
  const hasRunNothing = counts.passed === 0 && counts.failed === 0;
  return hasUntoldFailure || hasRunNothing ? { ...counts, failed: 1 } : counts;
}

function readReport(file: string): unknown {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return report;
  } catch {
    // The runner died before it wrote its report; `withCrash` counts that.
    return undefined;
  }
}

function numberIn(record: unknown, key: string): number {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === 'number' ? value : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
