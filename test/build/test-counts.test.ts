import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../build/test-counts.ts';

const NO_REPORT = '/nowhere/report.json';

describe('counting test results', () => {
  test('takes the numbers from the report of vitest', () => {
    const report = reportOf({ numPassedTests: 12, numFailedTests: 2 });
    expect(countVitest(report, 1)).toEqual({ passed: 12, failed: 2 });
  });

  test('takes the numbers from the report of Playwright, and calls a flaky test failed', () => {
    const report = reportOf({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 2 });
  });

  test('counts a test file that does not load as a failure', () => {
    const report = reportOf({ numPassedTests: 12, numFailedTests: 0 });
    expect(countVitest(report, 1)).toEqual({ passed: 12, failed: 1 });
  });

  test('counts a runner that crashed before it reported as a failure', () => {
    expect(countVitest(NO_REPORT, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(NO_REPORT, 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('counts a run of nothing as a failure', () => {
    const report = reportOf({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 4 } });
    expect(countPlaywright(report, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

function reportOf(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'counts-')), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
