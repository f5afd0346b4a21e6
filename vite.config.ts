import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Stay in node_modules: piscina starts its own worker file, better-sqlite3 is a native library, Plotly is read as text into reports,
 * date-holidays is mostly data, and Electron is the program that runs us.
 */
const KEPT_OUTSIDE = [
  'piscina',
  'better-sqlite3',
  'plotly.js-cartesian-dist-min',
  'date-holidays',
  'electron',
];
const BUILT_IN = [...builtinModules, /^node:/];

const here = (path: string) => `${import.meta.dirname}/${path}`;

export default defineConfig({
  root: here('renderer'),
  base: './',
  plugins: [react()],
  // The host puts a fresh nonce in its place for each page it hands out (host/content-policy.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  cacheDir: here('node_modules/.cache/vite'),
  build: {
    outDir: here('dist/renderer'),
    emptyOutDir: true,
    // The first that know light-dark(); for older ones it would be rewritten to need a colour scheme that Mantine sets otherwise.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Charts and the world's holidays are in it; it comes from the same machine.
    chunkSizeWarningLimit: 6_000,
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Together, so that zod is told before any other chunk builds a schema with it.
            codeSplitting: {
              groups: [
                { name: 'without-eval', test: /[\\/](?:node_modules[\\/]zod|renderer[\\/]without-eval)/ },
              ],
            },
          },
        },
      },
    },
    node: {
      consumer: 'server',
      resolve: { noExternal: true, external: KEPT_OUTSIDE, conditions: ['node'] },
      build: {
        ssr: true,
        outDir: here('dist/node'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: {
            cli: here('cli/main.ts'),
            'host-process': here('electron/host-process.ts'),
            'replicate.worker': here('host/workers/replicate.worker.ts'),
          },
          external: [...KEPT_OUTSIDE, ...BUILT_IN],
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
        },
      },
    },
    // The desktop's main process in one file, which stays in the sealed archive while the host lies beside it (electron-builder.yml).
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'], conditions: ['node'] },
      build: {
        ssr: true,
        outDir: here('dist/main'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: { main: here('electron/main.ts') },
          external: ['electron', ...BUILT_IN],
          output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
    // One file of the older module kind: a sandboxed preload script can load nothing but `electron`.
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        ssr: true,
        outDir: here('dist/preload'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: { preload: here('electron/preload.ts') },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'node', 'main', 'preload'])
        await builder.build(builder.environments[name]!);
    },
  },
});
