import { basename, extname, join } from 'node:path';

/** Where each picture's output goes: `<folder>/<name><suffix>`, numbered where two pictures share a name.
 * @param suffix - with its dot, for instance `.map.png`
 */
export function planOutputFiles(files: readonly string[], folder: string, suffix: string): readonly string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const name = basename(file, extname(file));
    for (let number = 1; ; number++) {
      const output = number === 1 ? `${name}${suffix}` : `${name}-${number}${suffix}`;
      if (taken.has(output)) continue;
      taken.add(output);
      return join(folder, output);
    }
  });
}
