/** Begins every key of ours in Redis, so that a server can be shared and its keys be told apart. */
export const KEY_PREFIX = 'mlmcsc';
