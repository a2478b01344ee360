/** What no answer may show: stacks, SQL, files of the server, driver errors. */
const LEAKS: readonly (readonly [string, RegExp])[] = [
  ['a stack', /\bat (?:async )?[\w.<>#]+ \(|\bat file:\/\/|node:internal|\.ts:\d+/],
  ['a path', /\/node_modules\/|\/packages\/|\/apps\/api\/|\/tmp\/mlmcsc|\/root\/|\/home\//],
  ['SQL', /\bselect\b.+\bfrom\b|\binsert into\b|\bupdate\b.+\bset\b|\bwhere\b.+=\s*\$\d/i],
  [
    'a driver error',
    /duplicate key value|violates [\w-]+ constraint|syntax error at|invalid input syntax|SQLSTATE|ECONN\w+|ENOENT/,
  ],
  ['an address of a service', /postgres(?:ql)?:\/\/|redis:\/\/|127\.0\.0\.1:\d+/],
];

/** What an answer shows that it should not. @param secrets - texts that must never appear */
export function findLeaks(text: string, secrets: readonly string[]): string[] {
  const found = LEAKS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  return secrets.some((secret) => text.includes(secret)) ? [...found, 'a secret'] : found;
}
