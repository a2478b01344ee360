export {
  GuardedWebhookSender,
  type GuardedWebhookSenderOptions,
} from './guarded-webhook-sender.ts';
export { createSecretBox } from './secret-box.ts';
