import { WebhookDeliveryState, WebhookEventType } from '@mlmcsc/contracts';
import { type Command, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';

const EVENTS = WebhookEventType.anyOf.map((literal) => literal.const);
const STATES = WebhookDeliveryState.anyOf.map((literal) => literal.const);

/** Commands that look after the systems that are told of events. */
export function addWebhookCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const webhooks = program.command('webhooks').description('other systems that are told of events');
  const eventsOption = () =>
    new Option('--events <list>', `what it is told of, with commas between: ${EVENTS.join(', ')}`).argParser(
      (text) => text.split(',').map((part) => part.trim()),
    );
  webhooks
    .command('list')
    .description('all subscriptions, newest first')
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listWebhooks } = await import('../commands/webhooks.ts');
      await listWebhooks(await configOf(environment, options), options);
    });
  webhooks
    .command('add')
    .description('tell another system of events; the secret is printed once')
    .argument('<url>', 'HTTPS address that takes the events')
    .addOption(eventsOption().makeOptionMandatory())
    .option('--description <text>', 'what it is for')
    .addOption(dataDirOption())
    .action(async (url, options) => {
      const { addWebhook } = await import('../commands/webhooks.ts');
      await addWebhook(await configOf(environment, options), url, options);
    });
  webhooks
    .command('change')
    .description('change a subscription; while it is off its deliveries wait')
    .argument('<id>')
    .option('--url <url>', 'another address')
    .addOption(eventsOption())
    .option('--description <text>', 'what it is for; empty takes it away')
    .addOption(new Option('--on', 'deliver').conflicts('off'))
    .option('--off', 'let deliveries wait')
    .addOption(dataDirOption())
    .action(async (id, options) => {
      const { changeWebhook } = await import('../commands/webhooks.ts');
      await changeWebhook(await configOf(environment, options), id, options);
    });
  for (const [name, about, run] of [
    ['remove', 'tell a system no more; its deliveries are deleted, too', 'removeWebhook'],
    [
      'rotate-secret',
      'sign with a new secret, printed once; the old one signs for a day',
      'rotateWebhookSecret',
    ],
    ['test', 'send the event webhook.test', 'testWebhook'],
  ] as const) {
    webhooks
      .command(name)
      .description(about)
      .argument('<id>')
      .addOption(dataDirOption())
      .action(async (id, options) => {
        const commands = await import('../commands/webhooks.ts');
        await commands[run](await configOf(environment, options), id);
      });
  }
  webhooks
    .command('deliveries')
    .description('what a system was told, newest first')
    .argument('<id>')
    .addOption(new Option('--state <state>', 'only these').choices(STATES))
    .option('--limit <number>', 'at most so many', wholeNumberBetween(1, 1000), 50)
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (id, options) => {
      const { listDeliveries } = await import('../commands/webhooks.ts');
      await listDeliveries(await configOf(environment, options), id, options);
    });
  for (const [name, about, run] of [
    ['delivery', 'one delivery with every attempt, as JSON', 'showDelivery'],
    ['retry', 'deliver once more, whatever came of it before', 'retryDelivery'],
  ] as const) {
    webhooks
      .command(name)
      .description(about)
      .argument('<delivery>', 'identifier as `webhooks deliveries` shows it')
      .addOption(dataDirOption())
      .action(async (id, options) => {
        const commands = await import('../commands/webhooks.ts');
        await commands[run](await configOf(environment, options), id);
      });
  }
}
