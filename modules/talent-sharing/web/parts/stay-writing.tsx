import {
  DayField,
  LongTextField,
  NumberField,
  OperationForm,
  Panel,
  SelectField,
  today,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import type { Stay } from '../../contract.ts';
import { earlier } from '../../days.ts';
import { grades } from '../../stay.ts';
import { api } from '../client.ts';

type Props = { readonly stay: Stay };

/** Writes the note of a day. */
export function NoteStay(props: Props) {
  const { stay } = props;
  const t = usePhrases('talent-sharing');
  const initial: { onDay: string; hours: number | null; words: string } = {
    ...{ onDay: earlier(today(), stay.toOn), hours: 7, words: '' },
  };
  const form = useOperationForm({
    name: `talentSharing.note.${stay.id}`,
    initial,
    write: api.stays.note,
    toInput: ({ onDay, hours, words }) => ({
      ...{ stayId: stay.id, onDay, words, minutes: Math.round((hours ?? 0) * 60) },
    }),
    pointers: { hours: '/minutes' },
    check: ({ words }) => (words.trim() === '' ? { words: t('required') } : {}),
    invalidates: ['talentSharing'],
    done: t('stay.done'),
  });
  return (
    <Panel title={t('stay.note')}>
      <OperationForm form={form} submitLabel={t('stay.noteSave')}>
        <div className="ts-pair">
          <DayField form={form} name="onDay" label={t('stay.noteDay')} min={stay.fromOn} max={stay.toOn} />
          <NumberField form={form} name="hours" label={t('stay.noteHours')} min={0} max={24} decimals={1} />
        </div>
        <LongTextField form={form} name="words" label={t('stay.noteWords')} isRequired />
      </OperationForm>
    </Panel>
  );
}

/** Hands in the report at the end. */
export function ReportStay(props: Props) {
  const { stay } = props;
  const t = usePhrases('talent-sharing');
  const form = useOperationForm({
    name: `talentSharing.report.${stay.id}`,
    initial: { report: '' },
    write: api.stays.report,
    toInput: ({ report }) => ({ stayId: stay.id, report }),
    check: ({ report }) => (report.trim().length < 20 ? { report: t('stay.reportHint') } : {}),
    invalidates: ['talentSharing'],
    done: t('stay.done'),
  });
  return (
    <Panel title={t('stay.report')}>
      <OperationForm form={form} submitLabel={t('stay.reportSend')}>
        <LongTextField
          form={form}
          name="report"
          label={t('stay.report')}
          hint={t('stay.reportHint')}
          isRequired
        />
      </OperationForm>
    </Panel>
  );
}

/** The host assesses. */
export function AssessStay(props: Props) {
  const { stay } = props;
  const t = usePhrases('talent-sharing');
  const form = useOperationForm({
    name: `talentSharing.assess.${stay.id}`,
    initial: { grade: '', assessment: '' },
    write: api.stays.assess,
    toInput: ({ grade, assessment }) => ({
      ...{ stayId: stay.id, assessment, grade: grades.find((one) => one === grade) ?? 'passed' },
    }),
    check: ({ grade }) => (grade === '' ? { grade: t('required') } : {}),
    invalidates: ['talentSharing'],
    done: t('stay.done'),
  });
  return (
    <Panel title={t('stay.assess')}>
      <OperationForm form={form} submitLabel={t('stay.assess')}>
        <SelectField
          form={form}
          name="grade"
          label={t('stay.grade')}
          isRequired
          choices={grades.map((value) => ({ value, label: t(`stay.grade.${value}`) }))}
        />
        <LongTextField form={form} name="assessment" label={t('stay.assessment')} maxLength={300} />
      </OperationForm>
    </Panel>
  );
}
