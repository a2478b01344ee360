import { DomainError } from '@mlmcsc/core';
import { openPlugIns, type PlugInFiles, readNetworkFile } from '@mlmcsc/platform/onnx';
import { CommandFailure } from '../console/command-failure.ts';

/** Options of every command that looks at pictures. */
export interface PlugInOptions {
  /** File of the laboratory's own detector. */
  readonly detector?: string;
  /** File of its own feature network. */
  readonly backbone?: string;
}

/** A laboratory's own networks, read and checked; threads open them again for themselves. */
export interface LoadedPlugIns {
  readonly files: PlugInFiles;
  /** How many numbers the backbone gives; 0 without one. */
  readonly backboneLength: number;
}

/** Reads and checks the networks before the first picture. Without any, no runtime is loaded.
 * @throws CommandFailure saying which file does not fit, what was expected and what was found */
export async function loadPlugIns({ detector, backbone }: PlugInOptions): Promise<LoadedPlugIns> {
  try {
    const files = {
      detector: detector === undefined ? null : await readNetworkFile(detector),
      backbone: backbone === undefined ? null : await readNetworkFile(backbone),
    };
    const opened = await openPlugIns(files);
    const backboneLength = opened.backbone?.length ?? 0;
    await opened.close();
    return { files, backboneLength };
  } catch (error) {
    if (error instanceof DomainError) throw new CommandFailure(error.detail, undefined, { cause: error });
    throw error;
  }
}
