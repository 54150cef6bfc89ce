import type { SheetFile } from '../open-sheet-file.ts';
import { scanSmallPart } from './read-part.ts';
import { OPEN } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A part of the package that another part refers to. */
export type Relationship = {
  /** The last word of its type, such as `worksheet`: the rest differs between the dialects of the standard. */
  readonly type: string;
  /** The part's path in the archive, in lower case as `readZipDirectory` has it. */
  readonly target: string;
};

/** What a part refers to, by the ids that it uses; empty when it refers to nothing. Links to outside are left out. */
export async function readRelationships(
  file: SheetFile,
  entries: ReadonlyMap<string, ZipEntry>,
  part: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const entry = entries.get(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const found = new Map<string, Relationship>();
  if (entry === undefined) {
    return found;
  }
  await scanSmallPart(file, entry, (token, scanner) => {
    if (
      token !== OPEN ||
      scanner.nameText() !== 'Relationship' ||
      scanner.attribute('TargetMode') === 'External'
    ) {
      return;
    }
    const id = scanner.attribute('Id');
    const target = scanner.attribute('Target');
    if (id !== null && target !== null) {
      const type = (scanner.attribute('Type') ?? '').split('/').at(-1) ?? '';
      found.set(id, { type, target: resolve(folder, target) });
    }
  });
  return found;
}

/** Only a name to look up in the archive's directory; `..` goes nowhere but up in that. */
function resolve(folder: string, target: string): string {
  const whole = target.startsWith('/') || target.startsWith('\\') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of whole.replaceAll('\\', '/').split('/')) {
    if (step === '..') {
      steps.pop();
    } else if (step !== '' && step !== '.') {
      steps.push(step);
    }
  }
  return steps.join('/').toLowerCase();
}
