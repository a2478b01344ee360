/** An expected failure: shown as one line with its remedy, without a stack. */
export class StartFailure extends Error {}

/** Prints one clear line for an expected failure, the stack for anything else, and sets the exit code. */
export function reportFailure(error) {
  if (error instanceof StartFailure) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
}
