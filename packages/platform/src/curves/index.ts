export { ThreadCurveFitter } from './thread-curve-fitter.ts';
