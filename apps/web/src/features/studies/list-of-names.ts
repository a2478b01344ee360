/** Names that were typed with commas, semicolons, spaces where names have none, or lines between them; each once.
 * @param separator - what stands between two names
 */
export function listOfNames(text: string, separator: RegExp): string[] {
  const names = text.split(separator).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Identifiers of specimens may hold spaces; user names hold none. */
export const betweenIdentifiers = /[\n,;]+/;
export const betweenUsernames = /[\s,;]+/;
