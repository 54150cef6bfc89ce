/**
 * What the stand-in runtime (build/electron-runtime.ts) holds in place of Electron's own default app: it opens the
 * application in the folder given as the first argument, under that application's name and version.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folderArgument === undefined || !existsSync(path.join(folderArgument, 'package.json'))) {
  process.stderr.write('Usage: electron FOLDER [ARGUMENT...], where the folder holds a package.json\n');
  process.exit(2);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const folder = path.resolve(folderArgument);
const { name, productName, version, main } = JSON.parse(
  readFileSync(path.join(folder, 'package.json'), 'utf8'),
);
// Two of these are Electron's own, for its default app, and not in its types.
const application = /** @type {any} */ (app);
application.setName(productName ?? name);
application.setVersion(version);
application.setAppPath(folder);
application.setPath('userData', path.join(application.getPath('appData'), application.getName()));
await import(pathToFileURL(path.join(folder, main)).href);
