export {
  type QueueEntry,
  type QueueLane,
  type QueueRunner,
  type QueueRunnerOptions,
  startQueueRunner,
} from './start-queue-runner.ts';
