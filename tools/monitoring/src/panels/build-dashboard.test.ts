import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { DASHBOARDS } from '../dashboards/all-dashboards.ts';
import { buildDashboard } from './build-dashboard.ts';
import { trend } from './panels.ts';

const built = DASHBOARDS.map((specification) => ({
  name: specification.uid,
  dashboard: buildDashboard(specification),
}));
const panelsOf = ({ panels = [] }: Dashboard) => panels as Panel[];

describe('dashboards', () => {
  it('have addresses and titles of their own', () => {
    expect(new Set(built.map(({ dashboard }) => dashboard.uid)).size).toBe(built.length);
    expect(new Set(built.map(({ dashboard }) => dashboard.title)).size).toBe(built.length);
    for (const { dashboard } of built) expect(dashboard.uid?.length).toBeLessThanOrEqual(40);
  });

  describe.each(built)('$name', ({ dashboard }) => {
    it('has panels with numbers of their own that lie side by side', () => {
      const panels = panelsOf(dashboard);
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      const taken = new Map<string, string>();
      for (const { gridPos, title = '' } of panels) {
        const { x, y, w, h } = gridPos!;
        expect(x + w, title).toBeLessThanOrEqual(24);
        for (let column = x; column < x + w; column++) {
          for (let line = y; line < y + h; line++) {
            expect(taken.get(`${column} ${line}`), `${title} lies over it`).toBeUndefined();
            taken.set(`${column} ${line}`, title);
          }
        }
      }
    });

    it('explains every panel, names its unit, and asks the chosen Prometheus', () => {
      for (const panel of panelsOf(dashboard).filter(({ type }) => type !== 'row')) {
        const { title, description, fieldConfig, targets = [], datasource } = panel;
        expect(title).toMatch(/^[A-Z0-9n]/);
        expect(description, title).toMatch(/.{10}/);
        expect(fieldConfig?.defaults.unit, title).toBeTruthy();
        expect(datasource, title).toEqual({ type: 'prometheus', uid: '${datasource}' });
        expect(targets.length, title).toBeGreaterThan(0);
        const references = (targets as { refId?: string }[]).map(({ refId }) => refId);
        expect(new Set(references).size, title).toBe(targets.length);
      }
      const variables = dashboard.templating?.list ?? [];
      expect(variables).toMatchObject([{ type: 'datasource', name: 'datasource', query: 'prometheus' }]);
    });

    it('has tiles that turn green or red, or say that they do neither', () => {
      for (const { title, type, fieldConfig } of panelsOf(dashboard)) {
        if (type !== 'stat') continue;
        const colours = fieldConfig?.defaults.thresholds?.steps.map(({ color }) => color) ?? [];
        const isJudged = colours.includes('green') && colours.includes('red');
        expect(isJudged || colours.join() === 'blue', title).toBe(true);
      }
    });
  });

  it('begin with what is to be seen in ten seconds: a screen of tiles, then the objectives', () => {
    const panels = panelsOf(built[0]!.dashboard);
    const first = panels.slice(1, 13);
    expect(first.map(({ type }) => type)).toEqual(Array.from({ length: 12 }, () => 'stat'));
    expect(Math.max(...first.map(({ gridPos }) => gridPos!.y + gridPos!.h))).toBeLessThanOrEqual(9);
    expect(panels[13]).toMatchObject({ type: 'row', title: 'Objectives' });
  });

  it('are refused when a panel does not fit into its line', () => {
    const wide = trend('Wide', 'up', { description: 'Too wide.', unit: 'short', width: 20 });
    const rows = [{ title: 'Row', panels: [wide, wide] }];
    const specification = { uid: 'x', title: 'X', description: 'x', from: 'now-1h', rows };
    expect(() => buildDashboard(specification)).toThrow(RangeError);
  });
});
