/** A check that takes longer has failed. */
const checkTimeoutMs = 3_000;

/** The work's result, unless it takes longer than a check may. @throws Error when it does; what the work throws */
export async function settleWithin<T>(work: Promise<T>, timeoutMs = checkTimeoutMs): Promise<T> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('timed out')), timeoutMs);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
