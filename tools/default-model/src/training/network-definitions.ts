import type { NetworkDefinition } from '@mlmcsc/kernels';
import { LOCATOR_CHANNELS, SURFACE_CHANNELS, SURFACE_OUTPUTS } from '@mlmcsc/vision';

/** Finds faces: channels face, notch band. About 110 M multiply-adds on 256 × 192. */
export const LOCATOR_DEFINITION: NetworkDefinition = {
  name: 'locator',
  inputChannels: LOCATOR_CHANNELS,
  fold: 2,
  encoder: [
    { channels: 12, convolutions: 1 },
    { channels: 20, convolutions: 2 },
    { channels: 32, convolutions: 2 },
    { channels: 48, convolutions: 2 },
    { channels: 64, convolutions: 1 },
  ],
  decoder: [
    { channels: 8, convolutions: 1 },
    { channels: 16, convolutions: 1 },
    { channels: 24, convolutions: 1 },
    { channels: 32, convolutions: 1 },
  ],
  outputChannels: 2,
};

/** Maps cleavage on a rectified face. About 175 M multiply-adds; answers for blocks of 2 x 2 cells. */
export const SURFACE_DEFINITION: NetworkDefinition = {
  name: 'surface',
  inputChannels: SURFACE_CHANNELS,
  fold: 1,
  encoder: [
    { channels: 16, convolutions: 1 },
    { channels: 40, convolutions: 2 },
    { channels: 64, convolutions: 2 },
    { channels: 96, convolutions: 2 },
    { channels: 96, convolutions: 1 },
  ],
  decoder: [
    { channels: 24, convolutions: 1 },
    { channels: 48, convolutions: 1 },
    { channels: 64, convolutions: 1 },
  ],
  outputChannels: SURFACE_OUTPUTS,
};
