import { findErrorPhrase } from '@dualtrack/locales/browser';
import {
  ConfirmButton,
  FormAside,
  type FormValues,
  OperationForm,
  problemOf,
  problemSentence,
  useLanguage,
  useOperationForm,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../contract/records.ts';
import { type RecordValues, recordFaults } from '../../records/record-faults.ts';
import { recordClients } from '../record-clients.ts';
import { faultParams } from './fault-params.ts';
import type { RecordEditing } from './record-editor.tsx';

type RecordFormState<Kind extends RecordKind, Form extends FormValues> = RecordEditing<Kind, Form> & {
  /** What the person saw when the form was opened; it does not change under their hands. */
  readonly start: { readonly version: string; readonly values: RecordValues[Kind] } | undefined;
  /** Opens the record again as it is now. */
  readonly onReload: () => void;
};

/** The form of one record: judged in place by the rules of the import, guarded by the state that was seen. */
export function RecordForm<Kind extends RecordKind, Form extends FormValues>(
  props: RecordFormState<Kind, Form>,
) {
  const { kind, id, required, onClose } = props;
  const t = usePhrases('organisations');
  const ui = usePhrases('ui');
  const { catalogue, locale } = useLanguage();
  const [start] = useState(props.start);
  const [isStale, setStale] = useState(false);
  const client = recordClients[kind];
  const initial = props.toForm(start?.values);
  const form = useOperationForm({
    // A draft belongs to the state it was written on: on a newer one it would undo what others did.
    name: `organisations.${kind}.${id ?? 'new'}.${start?.version ?? ''}`,
    initial,
    write: async (values: RecordValues[Kind], call) => {
      try {
        if (id === undefined || start === undefined) return await client.create(values, call);
        return await client.change({ id, version: start.version, values }, call);
      } catch (error) {
        if (problemOf(error).code === 'record.changed') setStale(true);
        throw error;
      }
    },
    toInput: props.toValues,
    pointers: pointersOf(initial),
    check: (values) => {
      const missing = required.filter((name) => isBlank(values[name]));
      const faults =
        missing.length > 0
          ? []
          : recordFaults(kind, props.toValues(values)).map((fault) => [fault.field, fault] as const);
      const said = faults.map(([field, fault]) => [
        field,
        findErrorPhrase(catalogue, fault.code, faultParams(fault, locale)) ?? fault.code,
      ]);
      // The names are those of the form's own fields.
      return Object.fromEntries([...missing.map((name) => [name, ui('form.missing')]), ...said]) as Partial<
        Record<keyof Form & string, string>
      >;
    },
    invalidates: ['organisations'],
    done: t('record.saved'),
    onDone: onClose,
  });
  const reload = () => {
    form.discardDraft();
    props.onReload();
  };
  return (
    <OperationForm
      form={form}
      submitLabel={id === undefined ? ui('action.add') : ui('action.save')}
      others={
        <>
          <Button onClick={onClose}>{ui('action.cancel')}</Button>
          {isStale ? <Button onClick={reload}>{t('record.reload')}</Button> : null}
          {id === undefined || start === undefined ? null : (
            <RemoveButton {...props} id={id} version={start.version} name={props.nameOf(start.values)} />
          )}
        </>
      }
    >
      {props.fields(form)}
      <FormAside form={`organisations.${kind}`} values={() => props.toValues(form.values)} />
    </OperationForm>
  );
}

type RemoveProps = { kind: RecordKind; id: string; version: string; name: string; onClose: () => void };

function RemoveButton(props: RemoveProps) {
  const t = usePhrases('organisations');
  const { kind, id, version, name } = props;
  const { catalogue } = useLanguage();
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const remove = useWrite(recordClients[kind].remove, {
    // Said inside the dialogue, where the question was asked.
    showsProblems: true,
    invalidates: ['organisations'],
    done: t('record.removed', { name }),
    onDone: props.onClose,
  });
  return (
    <ConfirmButton
      danger
      type="text"
      className="org-remove"
      title={t('record.removeQuestion', { name })}
      consequence={
        refused === undefined ? (
          t('record.removeConsequence')
        ) : (
          <p className="dt-error" role="alert">
            {refused}
          </p>
        )
      }
      confirmLabel={t('record.remove')}
      onConfirm={() =>
        remove.mutateAsync({ id, version }).catch((error: unknown) => {
          setRefused(problemSentence(catalogue, problemOf(error)));
          throw error;
        })
      }
    >
      {t('record.remove')}
    </ConfirmButton>
  );
}

const isBlank = (value: unknown) =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0);

/** A form's fields stand under `/values` in the input. */
function pointersOf<Form extends FormValues>(initial: Form): Partial<Record<keyof Form & string, string>> {
  // The keys are those of the form itself.
  return Object.fromEntries(Object.keys(initial).map((name) => [name, `/values/${name}`])) as Partial<
    Record<keyof Form & string, string>
  >;
}
