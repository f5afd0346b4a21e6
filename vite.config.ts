import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Stay in node_modules: piscina starts its own worker file, Plotly is read as text into reports, date-holidays is mostly data. */
const KEPT_OUTSIDE = ['piscina', 'plotly.js-cartesian-dist-min', 'date-holidays'];
const BUILT_IN = [...builtinModules, /^node:/];

const here = (path: string) => `${import.meta.dirname}/${path}`;

export default defineConfig({
  environments: {
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
          input: { cli: here('cli/main.ts'), 'replicate.worker': here('host/workers/replicate.worker.ts') },
          external: [...KEPT_OUTSIDE, ...BUILT_IN],
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      await builder.build(builder.environments.node!);
    },
  },
});
