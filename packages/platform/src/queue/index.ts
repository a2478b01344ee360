export {
  type QueueEntry,
  type QueueRunner,
  type QueueRunnerOptions,
  startQueueRunner,
} from './start-queue-runner.ts';
