import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** Loaded at run time: Electron itself, and the database engines, which are native code. */
const EXTERNAL = ['electron', 'better-sqlite3', 'libsql'];

/** The oldest runtime that the code is run on (see build/electron-runtime.ts): Electron 33 has Node 20.18 and Chrome 130. */
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

/**
 * fflate (of write-excel-file) makes a `require` of its own. electron-vite puts another one into every file of the main process
 * that mentions the word, and two of one name are a syntax error, unless the bundler happens to rename fflate's.
 */
const ONE_REQUIRE: Plugin = {
  name: 'one-require',
  transform(code, id) {
    return id.includes('/fflate/')
      ? code
          .replace('var require = createRequire(', 'var ownRequire = createRequire(')
          .replace('_a = require(', '_a = ownRequire(')
      : null;
  },
};

export default defineConfig({
  main: {
    plugins: [ONE_REQUIRE],
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        external: EXTERNAL,
        input: {
          main: path.resolve(import.meta.dirname, 'electron/main.ts'),
          'preparing-worker': path.resolve(import.meta.dirname, 'electron/preparing/worker.ts'),
          'workbook-parser': path.resolve(import.meta.dirname, 'electron/reading/workbook/parser-entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: path.resolve(import.meta.dirname, 'electron/preload.ts') },
        // A sandboxed preload can load neither ES modules nor siblings.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.resolve(import.meta.dirname, 'renderer'),
    plugins: [react()],
    build: {
      target: CHROME_TARGET,
      outDir: path.resolve(import.meta.dirname, 'out/renderer'),
      sourcemap: false,
      // Halves what the window has to read before it shows anything.
      minify: true,
      rolldownOptions: { input: path.resolve(import.meta.dirname, 'renderer/index.html') },
    },
  },
});
