export { DASHBOARDS } from './dashboards/all-dashboards.ts';
export type { PanelSpec, Query } from './panels/panel-spec.ts';
