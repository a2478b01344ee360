import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkLayers } from './layers.mjs';

const folders = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A small tree laid out like the repository: `files` maps paths to source text. */
async function plant(files) {
  const root = await mkdtemp(join(tmpdir(), 'mlmcsc-layers-'));
  folders.push(root);
  await mkdir(join(root, 'node_modules/@mlmcsc'), { recursive: true });
  const workspaces = new Set(Object.keys(files).map((path) => path.split('/').slice(0, 2).join('/')));
  for (const workspace of workspaces) {
    const name = workspace.split('/')[1];
    await mkdir(join(root, workspace), { recursive: true });
    const manifest = {
      name: `@mlmcsc/${name}`,
      version: '0.1.0',
      type: 'module',
      exports: { '.': './src/index.ts' },
    };
    await writeFile(join(root, workspace, 'package.json'), JSON.stringify(manifest));
    await symlink(join(root, workspace), join(root, 'node_modules/@mlmcsc', name));
  }
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ workspaces: ['packages/*', 'apps/*', 'tools/*'] }),
  );
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

const value = 'export const value = 1;\n';
const faults = {
  'a package above': {
    rule: 'layer-packages-vision',
    files: {
      'packages/vision/src/index.ts': "export { value } from '@mlmcsc/core';\n",
      'packages/core/src/index.ts': value,
    },
  },
  'a type from above': {
    rule: 'layer-packages-core',
    files: {
      'packages/core/src/index.ts': "import type { V } from '@mlmcsc/platform';\nexport const x: V = 1;\n",
      'packages/platform/src/index.ts': 'export type V = number;\n',
    },
  },
  'vision from learning': {
    rule: 'learning-never-sees-vision',
    files: {
      'packages/learning/src/index.ts': "export { value } from '@mlmcsc/vision';\n",
      'packages/vision/src/index.ts': value,
    },
  },
  'a relative path into another package': {
    rule: 'no-deep-imports',
    files: {
      'packages/core/src/index.ts': "export { value } from '../../learning/src/inner/value.ts';\n",
      'packages/learning/src/inner/value.ts': value,
    },
  },
  'a path that exports does not name': {
    rule: 'no-unresolvable',
    files: {
      'packages/core/src/index.ts': "export { value } from '@mlmcsc/learning/src/inner/value.ts';\n",
      'packages/learning/src/inner/value.ts': value,
    },
  },
  'a cycle through a type': {
    rule: 'no-cycles',
    files: {
      'packages/charpy/src/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      'packages/charpy/src/b.ts': "import type { A } from './a.ts';\nexport type B = A | 2;\n",
    },
  },
  'a file system in a pure package': {
    rule: 'pure-packages-use-no-node',
    files: { 'packages/vision/src/index.ts': "export { readFileSync } from 'node:fs';\n" },
  },
  'one adapter from another': {
    rule: 'adapters-know-no-other',
    files: {
      'packages/platform/src/objects/store.ts': "export { value } from '../cache/value.ts';\n",
      'packages/platform/src/cache/value.ts': value,
    },
  },
  'core from the web': {
    rule: 'layer-apps-web',
    files: {
      'apps/web/src/main.tsx': "export { value } from '@mlmcsc/core';\n",
      'packages/core/src/index.ts': value,
    },
  },
  'one feature from another': {
    rule: 'web-features-know-no-other',
    files: {
      'apps/web/src/features/history/page.tsx': "export { value } from '../models/value.ts';\n",
      'apps/web/src/features/models/value.ts': value,
    },
  },
};

describe('layer rules', () => {
  for (const [fault, { rule, files }] of Object.entries(faults)) {
    it(`report ${fault}`, async () => {
      const { violations, cruised } = await checkLayers(await plant(files));
      expect(cruised).toBe(Object.keys(files).length);
      expect(violations.map((line) => line.split(/[ :]/)[1])).toContain(rule);
    });
  }

  it('stay quiet on a sound tree and read every module of it', async () => {
    const root = await plant({
      'packages/core/src/index.ts':
        "import { value } from '@mlmcsc/vision';\nexport const twice = 2 * value;\n",
      'packages/vision/src/index.ts': value,
      'packages/specimens/src/index.ts': "export { value } from '@mlmcsc/vision';\n",
      'packages/vision/src/shape.test.ts': "import { value } from '@mlmcsc/specimens';\nvoid value;\n",
    });
    expect(await checkLayers(root)).toEqual({ violations: [], cruised: 4, files: 4 });
  });
});
