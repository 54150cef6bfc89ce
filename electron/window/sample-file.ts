/// <reference types="electron-vite/node" />
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../write-whole.ts';
// The bundler turns this into the path of a copy beside the built program.
import bundledSample from '../practice/sample/leads-messy.csv?asset';

/**
 * Puts the messy sample that comes with the program into `dataFolder`, and answers with its path. It is copied
 * because inside a package it lies in an archive that the preparing thread cannot look into.
 */
export function makeSampleFile(dataFolder: string, name: string): string {
  const folder = path.join(dataFolder, 'sample');
  mkdirSync(folder, { recursive: true });
  const samplePath = path.join(folder, `${name}.csv`);
  writeWhole(samplePath, readFileSync(bundledSample));
  return samplePath;
}
