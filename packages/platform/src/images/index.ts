export { SharpImageCodec, type SharpImageCodecOptions } from './sharp-image-codec.ts';
