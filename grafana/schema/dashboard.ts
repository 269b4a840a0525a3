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

// The queries of the data sources, as their plug-ins store them. They are not part of @grafana/schema.
type SqlTarget = {
  refId: string;
  datasource: { type: 'grafana-postgresql-datasource'; uid: string };
  format: 'time_series' | 'table';
  rawQuery: true;
  editorMode: 'code';
  rawSql: string;
};
type InfluxQlTarget = {
  refId: string;
  datasource: { type: 'influxdb'; uid: string };
  query: string;
  rawQuery: true;
  resultFormat: 'time_series' | 'table';
  alias?: string;
};
type PrometheusTarget = {
  refId: string;
  datasource: { type: 'prometheus'; uid: string };
  expr: string;
  editorMode: 'code';
  range?: boolean;
  instant?: boolean;
  format?: 'time_series' | 'table';
  legendFormat?: string;
};
type Target = SqlTarget | InfluxQlTarget | PrometheusTarget;

// The two panels of alerts, as public/app/plugins/panel/alertlist and alertGroups of Grafana store them. They are not part of @grafana/schema.
type AlertList = {
  alertInstanceLabelFilter: string;
  alertName: string;
  dashboardAlerts: boolean;
  datasource: string;
  folder?: { uid: string; title: string };
  groupBy: string[];
  groupMode: 'default' | 'custom';
  maxItems: number;
  showInactiveAlerts: boolean;
  showInstances: boolean;
  sortOrder: 1 | 2 | 3 | 4 | 5;
  stateFilter: { error: boolean; firing: boolean; noData: boolean; normal: boolean; pending: boolean; recovering: boolean };
  viewMode: 'list' | 'stat';
};
type AlertGroups = { alertmanager: string; expandAll: boolean; labels: string };

type VigiePanel =
  | Typed<'barchart', BarChart, BarChartField>
  | Typed<'stat', Stat, {}>
  | Typed<'state-timeline', StateTimeline, StateTimelineField>
  | Typed<'table', Table, TableField>
  | Typed<'text', Text, {}>
  | Typed<'timeseries', TimeSeries, TimeSeriesField>
  | Typed<'alertGroups', AlertGroups, {}>
  | Typed<'alertlist', AlertList, {}>;

// The store's marks on the time axis; the columns are those of the InfluxDB plug-in.
type Mark = Omit<NonNullable<NonNullable<GrafanaDashboard['annotations']>['list']>[number], 'target'> & {
  target: SqlTarget | (InfluxQlTarget & { fromAnnotations: true; textEditor: true });
  textColumn?: string;
  tagsColumn?: string;
};

export type Dashboard = Omit<GrafanaDashboard, 'panels' | 'annotations'> & {
  annotations: { list: Mark[] };
  uid: string;
  title: string;
  panels: VigiePanel[];
};
