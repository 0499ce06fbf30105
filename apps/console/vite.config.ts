/** How the console is built: one page, the floor loaded when it is opened. */
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  resolve: {
    conditions: ['@trunkline/source', 'module', 'browser', mode === 'production' ? 'production' : 'development'],
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  server: {
    proxy: { '/v1': { target: loadEnv(mode, '.', 'GATEWAY_').GATEWAY_URL ?? 'http://127.0.0.1:3000', ws: true } },
  },
}));
