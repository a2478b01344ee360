import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packFaceFinder } from './pack-face-finder.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
packFaceFinder(here('../../models/default.mlmcsc'), here('src/features/camera/build/face-finder.bin'));

/** Where `vite dev` finds a running API (`mlmcsc up` prints its address). */
const apiAddress = process.env.MLMCSC_API_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Everything under assets/ carries a content hash, so the server may mark it immutable.
    assetsDir: 'assets',
    // A data: address would need its own entry in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 600,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': apiAddress, '/docs': apiAddress, '/openapi.json': apiAddress },
  },
});
