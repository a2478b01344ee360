/** The version after more labels: `default-2026.11` + 3 → `default-2026.11+3`, + 4 more → `default-2026.11+7`. */
export function versionAfterLabels(version: string, labels: number): string {
  const match = /^(.*)\+(\d+)$/.exec(version);
  if (match === null) return `${version}+${labels}`;
  return `${match[1]}+${Number(match[2]) + labels}`;
}
