import { type NetworkFile, readNetworkFile } from './network-file.ts';
import { openPlugIns, type PlugInFiles } from './open-plug-ins.ts';

/** A laboratory's own networks, read and checked; threads open them again for themselves. */
export interface LoadedPlugIns {
  readonly files: PlugInFiles;
  /** How many numbers the backbone gives; 0 without one. */
  readonly backboneLength: number;
}

/** Reads and checks a laboratory's own networks before the first picture. Without any, no runtime is loaded.
 * @param paths - of their files, or null
 * @throws NotFound `network-file-missing`; Unavailable `onnx-runtime-missing`; Unprocessable `network-unreadable`,
 * `network-unfit`, saying what was expected and what was found */
export async function loadPlugIns(paths: {
  readonly detector: string | null;
  readonly backbone: string | null;
}): Promise<LoadedPlugIns> {
  const read = async (path: string | null): Promise<NetworkFile | null> =>
    path === null ? null : readNetworkFile(path);
  const files = { detector: await read(paths.detector), backbone: await read(paths.backbone) };
  const opened = await openPlugIns(files);
  const backboneLength = opened.backbone?.length ?? 0;
  await opened.close();
  return { files, backboneLength };
}
