import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import type { DockerEngine } from './docker-engine.ts';
import { makeStandInImages } from './stand-in-images.ts';

export const IMAGES = ['api', 'worker', 'nginx', 'monitoring'] as const;
export type ImageName = (typeof IMAGES)[number];

/** A component of a list of contents (CycloneDX). */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

export interface BuiltImages {
  readonly tag: string;
  /** One line for each image, as build-images.sh prints them. */
  readonly printed: readonly {
    readonly name: string;
    readonly tag: string;
    readonly id: string;
    readonly bytes: number;
  }[];
  reference(image: ImageName): string;
  contents(image: ImageName): Promise<readonly Component[]>;
}

/** Runs `deployment/scripts/build-images.sh` with stand-ins for the public images. */
export async function buildImages(engine: DockerEngine, tag = 'test'): Promise<BuiltImages> {
  const standIns = await makeStandInImages(engine);
  const folder = await temporaryFolder('images');
  const { code, stdout, stderr } = await runProgram(
    repositoryPath('deployment/scripts/build-images.sh'),
    [
      ...['--tag', tag, '--output', folder.path, '--scan'],
      ...[
        '--build-image',
        standIns.build,
        '--base-image',
        standIns.base,
        '--prometheus-image',
        standIns.prometheus,
      ],
    ],
    {
      environment: {
        ...engine.environment,
        DOCKER_BUILD_NETWORK: 'host',
        PATH: `/usr/bin:${process.env.PATH}`,
      },
      timeoutMs: 1_800_000,
    },
  );
  if (code !== 0) throw new Error(`build-images.sh ended with ${code}:\n${stdout}${stderr.slice(-8_000)}`);
  return {
    tag,
    printed: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    reference: (image) => `mlmcsc-${image}:${tag}`,
    async contents(image) {
      const text = await readFile(join(folder.path, `mlmcsc-${image}.cdx.json`), 'utf8');
      return (JSON.parse(text) as { components: Component[] }).components;
    },
  };
}
