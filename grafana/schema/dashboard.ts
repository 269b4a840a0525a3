// The dashboards that Vigie ships: Grafana's own types, with each panel's options and field settings tied to its type.
import type { Dashboard as GrafanaDashboard, Panel } from '@grafana/schema';
import type { Options as BarChart, FieldConfig as BarChartField } from '@grafana/schema/dist/types/raw/composable/barchart/panelcfg/x/types.gen';
import type { Options as Stat } from '@grafana/schema/dist/types/raw/composable/stat/panelcfg/x/types.gen';
import type { Options as StateTimeline, FieldConfig as StateTimelineField } from '@grafana/schema/dist/types/raw/composable/statetimeline/panelcfg/x/types.gen';
import type { Options as Table, FieldConfig as TableField } from '@grafana/schema/dist/types/raw/composable/table/panelcfg/x/types.gen';
import type { Options as Text } from '@grafana/schema/dist/types/raw/composable/text/panelcfg/x/types.gen';
import type { Options as TimeSeries, FieldConfig as TimeSeriesField } from '@grafana/schema/dist/types/raw/composable/timeseries/panelcfg/x/types.gen';

type Typed<T extends string, O, F> = Omit<Panel<O, F>, 'type' | 'options' | 'fieldConfig' | 'targets'> & {
  type: T;
  title: string;
  description: string;
  options: O;
  fieldConfig?: { defaults: Omit<NonNullable<Panel['fieldConfig']>['defaults'], 'custom'> & { custom?: Partial<F> }; overrides: NonNullable<Panel['fieldConfig']>['overrides'] };
  targets?: Target[];
};

// The PostgreSQL data source's query, as its plug-in stores it. It is not part of @grafana/schema.
type Target = {
  refId: string;
  datasource: { type: 'grafana-postgresql-datasource'; uid: string };
  format: 'time_series' | 'table';
  rawQuery: true;
  editorMode: 'code';
  rawSql: string;
  hide?: boolean;
};

type VigiePanel =
  | Typed<'barchart', BarChart, BarChartField>
  | Typed<'stat', Stat, {}>
  | Typed<'state-timeline', StateTimeline, StateTimelineField>
  | Typed<'table', Table, TableField>
  | Typed<'text', Text, {}>
  | Typed<'timeseries', TimeSeries, TimeSeriesField>;

export type Dashboard = Omit<GrafanaDashboard, 'panels'> & {
  uid: string;
  title: string;
  panels: VigiePanel[];
};
