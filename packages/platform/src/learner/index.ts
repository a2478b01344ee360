export { ThreadLearningComputer, type ThreadLearningComputerOptions } from './thread-learning-computer.ts';
