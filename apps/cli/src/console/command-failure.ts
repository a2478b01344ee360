/** Exit codes that scripts may rely on; documented in docs/reference/cli.md. */
export const exitCodes = {
  ok: 0,
  /** The command could not do its work; the reason is the last line of the error stream. */
  failed: 1,
  /** Wrong options or arguments, or a label file with errors: nothing was done. */
  usage: 2,
  /** The work is done, but at least one file could not be read as a picture. */
  unreadableFiles: 3,
  /** All is well, but something nobody needs any more is left. */
  leftovers: 4,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;

/** An expected failure, shown as one line with its remedy and without a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}
