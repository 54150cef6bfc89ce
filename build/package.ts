/**
 * `npm run package` builds what people install, for the system that it runs on, into dist/. Arguments go on to
 * electron-builder: `npm run package -- --linux deb`.
 *
 * Where the official Electron cannot be had, it packs the stand-in runtime into a plain folder instead: good for trying
 * out that the packed program works, and never to be given to anyone.
 */
import { type ElectronRuntime, findElectronRuntime } from './electron-runtime.ts';
import { runTool } from './run-tool.ts';

const buildExitCode = await runTool('electron-vite', ['build', '--logLevel', 'warn']);
process.exitCode = buildExitCode === 0 ? await pack(await findElectronRuntime()) : buildExitCode;

async function pack(runtime: ElectronRuntime): Promise<number> {
  if (!runtime.isStandIn) {
    return runTool('electron-builder', ['--config', 'build/electron-builder.yml', ...process.argv.slice(2)]);
  }
  const exitCode = await runTool('electron-builder', [
    '--linux',
    'dir',
    '--config',
    'build/stand-in-package.yml',
    `-c.electronDist=${runtime.distFolder}`,
    `-c.electronVersion=${runtime.version}`,
  ]);
  process.stdout.write(
    `\nPacked Electron ${runtime.version} from the npm registry, because GitHub cannot be reached.\n` +
      'dist/stand-in/linux-unpacked is for trying out only: do not give it to anyone.\n',
  );
  return exitCode;
}
