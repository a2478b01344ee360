import { describe, expect, it } from 'vitest';
import { fitViewport, panViewport, zoomViewport } from './viewport.ts';

const picture = { width: 4000, height: 3000 };
const screen = { width: 824, height: 500 };

describe('viewport', () => {
  it('fits and centres the whole picture', () => {
    const viewport = fitViewport(picture, screen);
    expect(viewport.scale).toBeCloseTo(476 / 3000, 9);
    expect(viewport.y).toBeCloseTo(12, 9);
    expect(viewport.x).toBeCloseTo((824 - 4000 * (476 / 3000)) / 2, 9);
  });

  it('keeps the point under the pointer in place', () => {
    const before = zoomViewport(fitViewport(picture, screen), 4, 400, 250, picture, screen);
    const point = { x: (300 - before.x) / before.scale, y: (260 - before.y) / before.scale };
    const after = zoomViewport(before, 1.5, 300, 260, picture, screen);
    expect(point.x * after.scale + after.x).toBeCloseTo(300, 6);
    expect(point.y * after.scale + after.y).toBeCloseTo(260, 6);
  });

  it('never shrinks below the fitted size nor beyond the largest enlargement', () => {
    const fitted = fitViewport(picture, screen);
    expect(zoomViewport(fitted, 0.1, 0, 0, picture, screen).scale).toBeCloseTo(fitted.scale, 12);
    expect(zoomViewport(fitted, 1e6, 0, 0, picture, screen).scale).toBe(8);
  });

  it('leaves no gap at an edge of an enlarged picture', () => {
    const zoomed = zoomViewport(fitViewport(picture, screen), 6, 100, 100, picture, screen);
    const far = panViewport(zoomed, 9999, 9999, picture, screen);
    expect([far.x, far.y]).toEqual([0, 0]);
    const other = panViewport(zoomed, -9999, -9999, picture, screen);
    expect(other.x + picture.width * other.scale).toBeCloseTo(screen.width, 6);
    expect(other.y + picture.height * other.scale).toBeCloseTo(screen.height, 6);
  });
});
