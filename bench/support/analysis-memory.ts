/**
 * Analyses the photograph on standard input so many times (first argument), one after another as a worker does, and prints the
 * resident memory as JSON: the most in every quarter of the run, and the peak, MiB.
 */
import { readFileSync } from 'node:fs';
import { createAnalysis } from './bench-pictures.ts';

const images = Number(process.argv[2]);
const jpeg = readFileSync(0);
const analyse = createAnalysis();
const marks = [0, 0, 0, 0];
for (let i = 0; i < images; i++) {
  await analyse(jpeg);
  const quarter = Math.floor((4 * i) / images);
  marks[quarter] = Math.max(marks[quarter], process.memoryUsage().rss / 1024 ** 2);
}
console.log(JSON.stringify({ marks, peak: process.resourceUsage().maxRSS / 1024 }));
