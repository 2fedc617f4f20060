import {
  CheckField,
  ChoiceField,
  ErrorState,
  Loading,
  OperationForm,
  Panel,
  useOperation,
  useOperationForm,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { Button, Select } from 'antd';
import type { FactTypeShape } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { FactControl } from './fact-control.tsx';
import { FactHistory } from './fact-history.tsx';
import { type FactValues, fieldOf, inputOf, isEmpty } from './fact-input.ts';
import { TriedVerdicts } from './tried-verdicts.tsx';

type Props = {
  readonly classId: string;
  readonly student: { readonly placementId: string; readonly studentName: string } | undefined;
  /** Empty while none is chosen. */
  readonly name: string;
  readonly onChoose: (name: string) => void;
  readonly onClose: () => void;
};

/** Enters or corrects one fact of a class or of a student, by the form that the law gives it. */
export function FactPanel(props: Props) {
  const t = usePhrases('compliance');
  const { membership } = useSession();
  const library = useOperation('compliance.library', compliance.library, undefined);
  const close = (
    <Button size="small" onClick={props.onClose}>
      {t('verdict.close')}
    </Button>
  );
  const types = library.data?.facts ?? [];
  const type = types.find((one) => one.name === props.name);
  const kind = membership.organisation.kind;
  const choices = types
    // The one that was opened has its name, whoever keeps it.
    .filter(
      (one) => one === type || (one.form.kind !== 'other' && (one.keeper === 'both' || one.keeper === kind)),
    )
    .map((one) => ({ value: one.name, label: one.label }));
  return (
    <Panel title={type?.label ?? t('fact.add')} actions={close}>
      <div className="cp-panel">
        {library.isPending ? <Loading /> : null}
        {library.isError ? <ErrorState error={library.error} /> : null}
        <Select
          aria-label={t('fact.which')}
          placeholder={t('fact.which')}
          showSearch={{ optionFilterProp: 'label' }}
          {...(type === undefined ? {} : { value: type.name })}
          options={choices}
          onChange={(name: string) => props.onChoose(name)}
        />
        {type === undefined ? null : type.form.kind === 'other' ? (
          <p>{t('fact.noForm')}</p>
        ) : (
          <FactForm key={`${type.name} ${props.student?.placementId ?? ''}`} {...props} type={type} />
        )}
        {type === undefined ? null : <FactHistory {...props} name={type.name} />}
      </div>
    </Panel>
  );
}

function FactForm(props: Props & { readonly type: FactTypeShape }) {
  const t = usePhrases('compliance');
  const ui = usePhrases('ui');
  const { type, student, classId } = props;
  const initial: FactValues = {
    ...{ text: '', day: '', number: null, choices: [], isNone: false, holds: 'yes', by: '' },
    forWhom: student === undefined ? 'class' : 'student',
  };
  const form = useOperationForm({
    name: `compliance.fact.${classId}.${student?.placementId ?? ''}.${type.name}`,
    initial,
    write: compliance.facts.record,
    toInput: (values: FactValues) => ({
      classId,
      name: type.name,
      value: inputOf(type.form, values),
      placementIds: student !== undefined && values.forWhom === 'student' ? [student.placementId] : [],
    }),
    pointers: { [fieldOf(type.form)]: '/value' },
    check: (values) => (isEmpty(type.form, values) ? { [fieldOf(type.form)]: ui('form.missing') } : {}),
    invalidates: ['compliance'],
    done: t('fact.saved'),
    onDone: props.onClose,
  });
  return (
    <OperationForm form={form} submitLabel={t('fact.save')}>
      {form.values.isNone ? null : <FactControl form={form} type={type} />}
      {type.form.hasNone ? <CheckField form={form} name="isNone" label={t('fact.none')} /> : null}
      {student === undefined ? null : (
        <ChoiceField
          form={form}
          name="forWhom"
          label={t('fact.for')}
          isRequired
          choices={[
            { value: 'student', label: `${t('fact.some')} (${student.studentName})` },
            { value: 'class', label: t('fact.whole') },
          ]}
        />
      )}
      <TriedVerdicts
        classId={classId}
        placementIds={student !== undefined && form.values.forWhom === 'student' ? [student.placementId] : []}
        facts={
          isEmpty(type.form, form.values) ? [] : [{ name: type.name, value: inputOf(type.form, form.values) }]
        }
      />
    </OperationForm>
  );
}
