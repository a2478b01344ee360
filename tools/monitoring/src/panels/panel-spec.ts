/** One query and how its series are called, with labels in double braces. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
}

/** From `from` on the colour is this one; the first has no `from`. */
export interface Step {
  readonly from: number | null;
  readonly colour: 'green' | 'orange' | 'red' | 'blue';
}

/** What a panel shows; how it looks follows from its kind. */
export interface PanelSpec {
  /** `status`: one coloured figure; `trend`: lines over time; `ranking`: bars of what there is now; `list`: a table of what there is now. */
  readonly kind: 'status' | 'trend' | 'ranking' | 'list';
  readonly title: string;
  /** What it means and what to do when it looks bad. */
  readonly description: string;
  /** Of Grafana, e.g. `s`, `bytes`, `percentunit`. */
  readonly unit: string;
  readonly queries: readonly Query[];
  /** Of 24. */
  readonly width: number;
  readonly height: number;
  readonly steps?: readonly Step[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** What a figure is called, e.g. 0 `broken`. */
  readonly words?: Readonly<Record<string, string>> | undefined;
  readonly stacked?: boolean | undefined;
  readonly decimals?: number | undefined;
  /** Whether traces are marked on it. */
  readonly exemplars?: boolean | undefined;
}

/** Panels under a heading. */
export interface RowSpec {
  readonly title: string;
  readonly panels: readonly PanelSpec[];
}

export interface DashboardSpec {
  /** Name of its file, and for ever its address in Grafana. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** How far back it looks at first, e.g. `now-6h`. */
  readonly from: string;
  readonly rows: readonly RowSpec[];
}
