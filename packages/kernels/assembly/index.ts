export { biasGradient, conv1x1, conv1x1WeightGradient, conv3x3, conv3x3WeightGradient, transposeWeights } from './convolution';
export { maxPool2, maxPool2Gradient, upsample2, upsample2Gradient } from './resampling';
export { adamStep, clear, leakyGradient } from './elementwise';
export { weighByteRows, weighTriples } from './sampling';
export { sampleColour } from './colour-sampling';
export { localStatistics } from './local-sums';
export { secondDerivativeSums } from './second-derivatives';
