import {
  ErrorState,
  type FormValues,
  Loading,
  type OperationFormState,
  PageHeader,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { type ReactNode, useState } from 'react';
import type { RecordKind } from '../../contract/records.ts';
import type { RecordValues } from '../../records/record-faults.ts';
import { recordClients } from '../record-clients.ts';
import { RecordForm } from './record-form.tsx';
import '../organisations.css';

/** What the form of every kind of record is given by its list. */
export type RecordFormProps = {
  /** Undefined for a new record. */
  readonly id: string | undefined;
  readonly list: { readonly title: string; readonly path: string };
  readonly onClose: () => void;
};

/** How one kind of record is edited. Form fields have the names of the record's values. */
export type RecordEditing<Kind extends RecordKind, Form extends FormValues> = RecordFormProps & {
  readonly kind: Kind;
  /** The word for one of them, as it stands in "Edit: …". */
  readonly noun: string;
  /** What heads the page of a record. */
  readonly nameOf: (values: RecordValues[Kind]) => string;
  /** The fields of a record, or of a blank form. */
  readonly toForm: (values: RecordValues[Kind] | undefined) => Form;
  readonly toValues: (form: Form) => RecordValues[Kind];
  readonly required: readonly (keyof Form & string)[];
  readonly fields: (form: OperationFormState<Form>) => ReactNode;
};

/** The page on which one record is added, changed or removed. */
export function RecordEditor<Kind extends RecordKind, Form extends FormValues>(
  props: RecordEditing<Kind, Form>,
) {
  const t = usePhrases('organisations');
  const { kind, id, list } = props;
  const [round, setRound] = useState(0);
  const found = useOperation(
    'organisations.record',
    (input: { kind: Kind; id: string; round: number }, call) => recordClients[kind].get(input.id, call),
    { kind, id: id ?? '', round },
    { enabled: id !== undefined },
  );
  const crumbs = [{ label: list.title, to: list.path }];
  if (id === undefined) {
    return (
      <>
        <PageHeader title={t('record.add', { noun: props.noun })} crumbs={crumbs} />
        <RecordForm {...props} start={undefined} onReload={() => undefined} />
      </>
    );
  }
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader title={props.nameOf(found.data.values)} crumbs={crumbs} />
      <RecordForm key={round} {...props} start={found.data} onReload={() => setRound(round + 1)} />
    </>
  );
}
