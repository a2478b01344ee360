import { CommanderError } from 'commander';
import { exitCodes } from './console/command-failure.ts';
import { describeFailure } from './console/describe-failure.ts';
import { createProgram } from './program.ts';

/** Runs the command line and leaves the result in `process.exitCode`. */
export async function main(args: readonly string[]): Promise<void> {
  // `mlmcsc analyse … | head` closes the pipe early: that ends the program, it is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok);
    throw error;
  });
  try {
    await createProgram(process.env).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end with 0; commander has already written its message.
      process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
      return;
    }
    const { text, exitCode } = describeFailure(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = exitCode;
  }
}
