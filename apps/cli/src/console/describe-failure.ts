import { DomainError } from '@mlmcsc/core';
import { CommandFailure, exitCodes } from './command-failure.ts';

/** More would scroll the reason away. */
const shownFaults = 20;

export interface FailureReport {
  readonly text: string;
  readonly exitCode: number;
}

/** What the console says about a failure: one line where it was foreseen, the whole stack where it was not. */
export function describeFailure(error: unknown): FailureReport {
  if (error instanceof CommandFailure) return { text: error.message, exitCode: error.exitCode };
  if (error instanceof DomainError) {
    const faults = (error.faults ?? []).slice(0, shownFaults).map(({ detail }) => `\n  ${detail}`);
    return { text: `${error.detail}${faults.join('')}`, exitCode: exitCodes.failed };
  }
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  const where = path === undefined ? '' : ` (${path})`;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed(`The disk is full${where}. Free some space and run the command again.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed(
        `Not permitted${where}. Give this user the right to write there, or choose another folder.`,
      );
    case 'EADDRINUSE':
      return failed('The port is already in use. Stop the other program, or choose another one with --port.');
    default:
      return failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const failed = (text: string): FailureReport => ({ text, exitCode: exitCodes.failed });
