import type { PlugIns } from '@mlmcsc/core/measure';
import type { NetworkFile } from './network-file.ts';
import { createOnnxFaceDetector, DETECTOR_SIDE } from './onnx-face-detector.ts';
import { BACKBONE_SIDE, createOnnxFeatureBackbone } from './onnx-feature-backbone.ts';
import { type OnnxNetwork, openOnnxNetwork } from './onnx-network.ts';
import { loadOnnxRuntime, type OnnxRuntime } from './onnx-runtime.ts';

/** Files of a laboratory's own networks. */
export interface PlugInFiles {
  readonly detector: NetworkFile | null;
  readonly backbone: NetworkFile | null;
}

/** Plug-ins that are ready to run; not re-entrant: one per thread. */
export interface OpenedPlugIns extends PlugIns {
  close(): Promise<void>;
}

/** Opens a laboratory's own networks and checks that they fit. Without any, nothing is loaded.
 * @throws Unavailable `onnx-runtime-missing`; Unprocessable `network-unreadable`, `network-unfit` */
export async function openPlugIns(
  files: PlugInFiles,
  loadRuntime: () => Promise<OnnxRuntime> = loadOnnxRuntime,
): Promise<OpenedPlugIns> {
  const opened: OnnxNetwork[] = [];
  const close = async () => {
    for (const network of opened.splice(0)) await network.close();
  };
  const open = async <T>(
    file: NetworkFile | null,
    freeSide: number,
    create: (network: OnnxNetwork) => T,
  ): Promise<T | null> => {
    if (file === null) return null;
    const network = await openOnnxNetwork(await loadRuntime(), file, freeSide);
    opened.push(network);
    return create(network);
  };
  try {
    const detector = await open(files.detector, DETECTOR_SIDE, createOnnxFaceDetector);
    const backbone = await open(files.backbone, BACKBONE_SIDE, createOnnxFeatureBackbone);
    return { detector, backbone, close };
  } catch (error) {
    await close();
    throw error;
  }
}
