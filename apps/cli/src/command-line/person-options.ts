import { type Command, Option } from 'commander';

/** Adds the options by which a person says who they are. */
export const addPersonOptions = (command: Command): Command =>
  command
    .addOption(new Option('--as <username>', 'who does it; the password is asked for').makeOptionMandatory())
    .option('--password-file <file>', 'file with the password, instead of asking')
    .option('--code <digits>', 'of the second factor, where one is in use');
