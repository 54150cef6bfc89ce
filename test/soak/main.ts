/**
 * `npm run soak`: an import of 5,000 leads with the real command line while every fault is mixed in, and the process killed
 * with SIGKILL at 200 random moments. Prints what became of it; ends with 1 if anything was lost, or doubled that must not be.
 * SOAK_LEADS, SOAK_KILLS and SOAK_SEED make it smaller, or another one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runSoak } from './soak.ts';
import { broken } from './soak-tally.ts';

const leads = Number(process.env['SOAK_LEADS'] ?? 5_000);
const kills = Number(process.env['SOAK_KILLS'] ?? 200);
const seed = Number(process.env['SOAK_SEED'] ?? 20_260_105);

const folder = mkdtempSync(path.join(tmpdir(), 'lead-importer-soak-'));
const beganMs = performance.now();
const figures = await runSoak({
  leads,
  kills,
  seed,
  faultShare: 0.06,
  folder,
  onProgress: (done, requests) => {
    if (done % 20 === 0) {
      process.stderr.write(`${done} kills, ${requests} requests\n`);
    }
  },
});
rmSync(folder, { recursive: true, force: true });

const { counts, ...others } = figures;
print('seed', seed);
print('minutes', Math.round((performance.now() - beganMs) / 6_000) / 10);
for (const [name, value] of Object.entries(others)) {
  print(name, value);
}
for (const fate of ['accepted', 'rejected', 'unknown', 'queued', 'sending'] as const) {
  print(fate, counts[fate]);
}
const wrong = broken(figures);
process.stdout.write(wrong.length === 0 ? 'Nothing lost.\n' : `BROKEN: ${wrong.join(', ')}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function print(name: string, value: number): void {
  process.stdout.write(`${name.padEnd(24)} ${value.toLocaleString('en-IN').padStart(10)}\n`);
}
