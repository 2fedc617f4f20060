// The design system's door. Parts that draw with antd are here; `@dualtrack/ui/plain` has those that do not.

export { Chart } from './charts/chart.tsx';
export type { ChartData, ChartSeries } from './charts/chart-data.ts';
export { TimeChart, type TimeWeek } from './charts/time-chart.tsx';
export type { TimeBlock, TimeRow } from './charts/time-chart-data.ts';
export { type ApiClient, createClient } from './client/create-client.ts';
export type { CallContext } from './client/send.ts';
export {
  type OperationName,
  type OperationOptions,
  type Procedure,
  useOperation,
} from './client/use-operation.ts';
export { useWrite, type WriteOptions } from './client/use-write.ts';
export { type AmountBounds, amountFault } from './form/amount.ts';
export { AmountInput } from './form/amount-input.tsx';
export type { FieldValue, FormValues } from './form/draft.ts';
export { FileChoice } from './form/file-choice.tsx';
export { FormAside } from './form/form-aside.tsx';
export { type ControlProps, type FieldProps, FormField } from './form/form-field.tsx';
export {
  CheckField,
  type Choice,
  ChoiceField,
  DayField,
  LongTextField,
  ManySelectField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from './form/form-fields.tsx';
export { FormSection, OperationForm } from './form/operation-form.tsx';
export { forgetDrafts, useDraft } from './form/use-draft.ts';
export {
  type OperationFormOptions,
  type OperationFormState,
  useOperationForm,
} from './form/use-operation-form.ts';
export type { FrameArea, FrameEntry, SearchItem } from './frame/frame-parts.ts';
export { Shell } from './frame/shell.tsx';
export { type DayStyle, type DayText, writeDay, writeMoment } from './language/write-day.ts';
export { type Amount, writeMoney, writeNumber } from './language/write-money.ts';
export { dayOfInstant, instantOf, today, wallClock } from './language/zone.ts';
export type {
  Area,
  AreaEntry,
  FormAsideDefinition,
  HomeCardDefinition,
  PageDefinition,
  Role,
} from './page-definition.ts';
export { areaOrder } from './page-definition.ts';
export { ConfirmButton } from './parts/confirm-button.tsx';
export { Day, DayRange, Moment } from './parts/day.tsx';
export { type Fact, FactList } from './parts/fact-list.tsx';
export { Figure, FigureStrip } from './parts/figure.tsx';
export { FileFaults } from './parts/file-faults.tsx';
export { giveFile } from './parts/give-file.ts';
export { Loading } from './parts/loading.tsx';
export { Money } from './parts/money.tsx';
export { OrganisationName, PersonName } from './parts/names.tsx';
export { type NextStep, ObjectPage } from './parts/object-page.tsx';
export { type Crumb, PageHeader, type PageHeaderProps } from './parts/page-header.tsx';
export { type PageTab, PageTabs } from './parts/page-tabs.tsx';
export { Panel } from './parts/panel.tsx';
export { RunProgress, type RunState } from './parts/run-progress.tsx';
export { StateTag, type Tone } from './parts/state-tag.tsx';
export { StateTrack, type TrackStop } from './parts/state-track.tsx';
export { WhyNotButton } from './parts/why-not-button.tsx';
export * from './plain.ts';
export { DataTable } from './table/data-table.tsx';
export { ExportButton } from './table/export-button.tsx';
export { saveFile } from './table/export-list.ts';
export { oneOf } from './table/one-of.ts';
export { SaveRows } from './table/save-rows.tsx';
export type { Column, DataTableProps, Filter } from './table/table-parts.ts';
export type { TableQuery, TableResult } from './table/table-query.ts';
export { DesignProvider, usePhone } from './theme/design-provider.tsx';
