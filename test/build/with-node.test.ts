import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { PARENT_MARK } from '../../build/die-with-parent.mjs';

const WITH_NODE = path.resolve('build/with-node.mjs');

describe('running a script with the right Node', () => {
  test('passes arguments, input, output and exit code through, and adds nothing to them', () => {
    const script = scriptOf(`
      const text: string = await new Response(process.stdin as never).text();
      process.stdout.write(JSON.stringify([process.argv.slice(2), text]));
      process.exitCode = 3;
    `);
    const { stdout, stderr, status } = spawnSync(process.execPath, [WITH_NODE, script, 'a', '--b'], {
      input: 'leads',
      encoding: 'utf8',
    });
    expect({ said: JSON.parse(stdout) as unknown, stderr, status }).toEqual({
      said: [['a', '--b'], 'leads'],
      stderr: '',
      status: 3,
    });
  });

  test('takes the script down when the process it was started by is killed', async () => {
    const endless = scriptOf(`console.log(typeof process.send); setInterval(() => {}, 1000);`);
    const parent = spawn(process.execPath, [
      scriptOf(`
        import { spawn } from 'node:child_process';
        spawn(process.execPath, ${JSON.stringify([WITH_NODE, endless])}, {
          stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
          env: { ...process.env, ${PARENT_MARK}: '1' },
        });
      `),
    ]);
    const [typeOfSend] = (await once(createInterface(parent.stdout), 'line')) as [string];
    expect(typeOfSend).toBe('undefined');

    // The script holds the other end of this pipe, so the pipe closes when the script is gone as well.
    const gone = once(parent.stdout, 'close');
    parent.kill('SIGKILL');
    await gone;
  });
});

function scriptOf(code: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'with-node-')), 'script.mts');
  writeFileSync(file, code);
  return file;
}
