import { builtinFormat } from '../../../shared/sheet/workbook/builtin-formats.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { scanSmallPart } from './read-part.ts';
import { CLOSE, OPEN } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

/** The number format of each cell style by its index, as cells refer to them. */
export async function readStyles(file: SheetFile, entry: ZipEntry): Promise<readonly string[]> {
  const custom = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellStyles = false;
  await scanSmallPart(file, entry, (token, scanner) => {
    const name = scanner.nameText();
    if (token === CLOSE || token !== OPEN) {
      isInCellStyles &&= !(token === CLOSE && name === 'cellXfs');
      return;
    }
    if (name === 'numFmt') {
      const id = Number(scanner.attribute('numFmtId'));
      // The first counts: differential styles repeat ids further down.
      if (!custom.has(id)) {
        custom.set(id, scanner.attribute('formatCode') ?? 'General');
      }
    } else if (name === 'cellXfs') {
      isInCellStyles = !scanner.isEmpty;
    } else if (name === 'xf' && isInCellStyles) {
      formatIds.push(Number(scanner.attribute('numFmtId')));
    }
  });
  return formatIds.map((id) => custom.get(id) ?? builtinFormat(id) ?? 'General');
}
