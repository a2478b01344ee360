import { expect, it } from 'vitest';
import { planOutputFiles } from './plan-output-files.ts';

it('never gives two pictures the same output file', () => {
  const files = ['day1/a.jpg', 'day2/a.jpg', 'a-2.png', 'b.c.tiff'];
  expect(planOutputFiles(files, 'out', '.map.png')).toEqual([
    'out/a.map.png',
    'out/a-2.map.png',
    'out/a-2-2.map.png',
    'out/b.c.map.png',
  ]);
});
