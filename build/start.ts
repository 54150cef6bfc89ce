/**
 * `npm start` builds the application and opens it. What follows `--` goes to the application: `npm start -- --data-dir ~/try-leads`.
 */
import { chromiumSandboxArguments, findElectronRuntime } from './electron-runtime.ts';
import { REPOSITORY, runProgram, runTool } from './run-tool.ts';
import { ensureSystemLibraries } from './system-libraries.ts';
import { hasDisplay } from './virtual-display.ts';

const WITHOUT_A_WINDOW = `There is no display here, so the window of Lead Importer for Telecrm cannot open.
It works without one as well:

    npm run --silent cli -- import FILE --enterprise ID     brings the leads in FILE into Telecrm
    npm run demo                                            shows it with a pretend Telecrm and made-up leads
`;

const appArguments = process.argv.slice(2);
process.exitCode = hasDisplay() ? await openApplication() : explain();

function explain(): number {
  process.stdout.write(WITHOUT_A_WINDOW);
  return 0;
}

async function openApplication(): Promise<number> {
  const runtime = await findElectronRuntime();
  ensureSystemLibraries(runtime.executablePath, 'real');
  const sandbox = chromiumSandboxArguments();
  // Editors that are themselves Electron leave this behind in their terminals; it would turn Electron into plain Node.
  delete process.env['ELECTRON_RUN_AS_NODE'];
  const buildExitCode = await runTool('electron-vite', ['build', '--logLevel', 'warn']);
  return buildExitCode === 0
    ? runProgram(runtime.executablePath, [...sandbox, REPOSITORY, ...appArguments])
    : buildExitCode;
}
