/** Builds the loader `widget.js` (a classic script) and the panel it fetches; `public/demo` is copied beside them. */
import { defineConfig, type Plugin } from 'vite';

/**
 * The loader is a classic script, so that any page can take it with one element: its top-level names would be the
 * page's globals, and it cannot ask its own bundler where the panel went.
 */
const finishLoader: Plugin = {
  name: 'finish-loader',
  generateBundle(_options, bundle) {
    const loader = bundle['widget.js'];
    const panel = Object.keys(bundle).find((name) => /^assets\/panel-.*\.js$/.test(name));
    if (loader?.type !== 'chunk' || !panel || loader.imports.length > 0) throw new Error('the loader must stand alone');
    loader.code = `(()=>{${loader.code.replace('PANEL_ADDRESS', JSON.stringify(`./${panel}`)).trim()}\n})();\n`;
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [finishLoader],
  base: './',
  resolve: { conditions: ['@trunkline/source', 'module', 'browser', mode] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { widget: 'src/widget.ts', panel: 'src/panel.tsx' },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: ({ name }) => (name === 'widget' ? 'widget.js' : 'assets/[name]-[hash].js'),
        comments: false,
      },
    },
  },
}));
