/**
 * Analyses the photograph on standard input so many times (first argument), one after another as a worker does, and prints the
 * resident memory as JSON: marks at the start and after every quarter, and the peak, MiB.
 */
import { readFileSync } from 'node:fs';
import { createAnalysis } from './bench-pictures.ts';

const images = Number(process.argv[2]);
const jpeg = readFileSync(0);
const analyse = createAnalysis();
const marks: number[] = [];
for (let i = 1; i <= images; i++) {
  await analyse(jpeg);
  if (i % Math.max(1, Math.floor(images / 4)) === 0) marks.push(process.memoryUsage().rss / 1024 ** 2);
}
console.log(JSON.stringify({ marks, peak: process.resourceUsage().maxRSS / 1024 }));
