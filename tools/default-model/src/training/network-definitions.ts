import type { NetworkDefinition } from '@mlmcsc/kernels';
import { LOCATOR_CHANNELS, SURFACE_CHANNELS } from '@mlmcsc/vision';

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

/** Maps cleavage on a rectified face. About 120 M multiply-adds on 192 × 160. */
export const SURFACE_DEFINITION: NetworkDefinition = {
  name: 'surface',
  inputChannels: SURFACE_CHANNELS,
  fold: 2,
  encoder: [
    { channels: 16, convolutions: 1 },
    { channels: 24, convolutions: 2 },
    { channels: 36, convolutions: 2 },
    { channels: 48, convolutions: 2 },
    { channels: 64, convolutions: 1 },
  ],
  decoder: [
    { channels: 12, convolutions: 1 },
    { channels: 20, convolutions: 1 },
    { channels: 32, convolutions: 1 },
    { channels: 32, convolutions: 1 },
  ],
  outputChannels: 1,
};
