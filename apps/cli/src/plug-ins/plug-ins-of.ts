import { DomainError } from '@mlmcsc/core';
import { type LoadedPlugIns, loadPlugIns } from '@mlmcsc/platform/onnx';
import { CommandFailure } from '../console/command-failure.ts';

/** Options of every command that looks at pictures. */
export interface PlugInOptions {
  /** File of the laboratory's own detector. */
  readonly detector?: string;
  /** File of its own feature network. */
  readonly backbone?: string;
}

/** The networks that a command names, read and checked before the first picture.
 * @throws CommandFailure saying which file does not fit, what was expected and what was found */
export async function plugInsOf({ detector, backbone }: PlugInOptions): Promise<LoadedPlugIns> {
  try {
    return await loadPlugIns({ detector: detector ?? null, backbone: backbone ?? null });
  } catch (error) {
    if (error instanceof DomainError) throw new CommandFailure(error.detail, undefined, { cause: error });
    throw error;
  }
}
