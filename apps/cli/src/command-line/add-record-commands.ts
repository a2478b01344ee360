import { type Command, InvalidArgumentError } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';
import { parseTime } from './parse-time.ts';

/** Commands that look after the records of an installation. */
export function addRecordCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const audit = program.command('audit').description('the audit trail of the installation');
  audit
    .command('verify')
    .description('recompute the chain of hashes and name the first place where it is broken')
    .option('--expect-head <hash>', 'hash kept elsewhere: it must still be part of the trail', parseHash)
    .option('--file <file>', 'check an exported trail instead; needs no installation')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { verifyAudit } = await import('../commands/audit.ts');
      process.exitCode = await verifyAudit(() => configOf(environment, options), options);
    });
  audit
    .command('head')
    .description('hash and position of the newest entry, to be kept elsewhere')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { printAuditHead } = await import('../commands/audit.ts');
      await printAuditHead(await configOf(environment, options));
    });
  audit
    .command('list')
    .description('who did what, newest first')
    .option('--action <name>', 'only this action')
    .option('--actor <user>', 'only by this user name or pseudonym')
    .option('--from <time>', 'not before this time', parseTime)
    .option('--to <time>', 'before this time', parseTime)
    .option('--limit <number>', 'how many', wholeNumberBetween(1, 10_000), 50)
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async ({ action, actor, from, to, ...options }) => {
      const { listAudit } = await import('../commands/audit.ts');
      await listAudit(await configOf(environment, options), { action, actor, from, to }, options);
    });
  audit
    .command('export')
    .description('the whole trail, one line of JSON an entry')
    .option('--out <file>', 'a new file instead of standard output')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { exportAudit } = await import('../commands/audit.ts');
      await exportAudit(await configOf(environment, options), options);
    });
  const person = program.command('person').description('what is stored about a person');
  person
    .command('export')
    .description('everything stored about a user, one JSON object a line')
    .argument('<username>')
    .option('--out <file>', 'a new file instead of standard output')
    .addOption(dataDirOption())
    .action(async (username, options) => {
      const { exportPerson } = await import('../commands/person.ts');
      await exportPerson(await configOf(environment, options), username, options);
    });
  person
    .command('erase')
    .description('put a pseudonym in the place of the name, everywhere, and delete the account')
    .argument('<username>')
    .option('--yes', 'do it; it cannot be undone')
    .addOption(dataDirOption())
    .action(async (username, options) => {
      const { erasePerson } = await import('../commands/person.ts');
      await erasePerson(await configOf(environment, options), username, options);
    });
}

function parseHash(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be 64 hexadecimal digits.');
}
