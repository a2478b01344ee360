import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { runWithOrigin } from '@mlmcsc/platform/system';

/** Runs a command so that the audit trail names the account of the operating system that gave it. */
export function asOperator<T>(work: () => Promise<T>): Promise<T> {
  const origin = {
    requestId: `cli-${randomBytes(8).toString('hex')}`,
    address: null,
    apiKey: null,
    operator: operatorName(),
  };
  return runWithOrigin(origin, work);
}

function operatorName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number without a name.
    return process.getuid === undefined ? undefined : `uid ${process.getuid()}`;
  }
}
