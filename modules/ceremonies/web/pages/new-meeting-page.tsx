import {
  FormField,
  FormSection,
  instantOf,
  LongTextField,
  NumberField,
  OperationForm,
  PageHeader,
  SelectField,
  TextField,
  useAddressQuery,
  useGo,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { attendeesOf } from '../attendee-lines.ts';
import { api } from '../client.ts';
import { AgreementChoices } from '../parts/agreement-choice.tsx';

/** Calls a meeting beside an agreement. */
export function NewMeetingPage() {
  const t = usePhrases('ceremonies');
  return (
    <>
      <PageHeader title={t('meetings.new')} crumbs={[{ label: t('meetings.title'), to: '/meetings' }]} />
      <AgreementChoices>{(choices) => <NewMeetingForm choices={choices} />}</AgreementChoices>
    </>
  );
}

type Values = {
  agreementId: string;
  title: string;
  startsAt: string;
  lengthMinutes: number | null;
  place: string;
  agenda: string;
  ofSchool: string;
  ofEnterprise: string;
};

function NewMeetingForm(props: { readonly choices: readonly { value: string; label: string }[] }) {
  const t = usePhrases('ceremonies');
  const go = useGo();
  const [{ agreement }] = useAddressQuery();
  const initial: Values = {
    ...{ agreementId: agreement ?? '', title: '', startsAt: '', lengthMinutes: 60 },
    ...{ place: '', agenda: '', ofSchool: '', ofEnterprise: '' },
  };
  const form = useOperationForm({
    name: 'ceremonies.meeting',
    initial,
    write: api.meetings.create,
    toInput: ({ agenda, ofSchool, ofEnterprise, startsAt, lengthMinutes, ...values }) => ({
      ...values,
      startsAt: instantOf(startsAt.slice(0, 10), startsAt.slice(11, 16)),
      lengthMinutes: lengthMinutes ?? 60,
      agenda: agenda.split('\n').filter((line) => line.trim() !== ''),
      attendees: [...attendeesOf(ofSchool, 'school'), ...attendeesOf(ofEnterprise, 'enterprise')],
    }),
    check: ({ agreementId, title, startsAt }) => ({
      ...(agreementId === '' ? { agreementId: t('new.required') } : {}),
      ...(title.trim() === '' ? { title: t('new.required') } : {}),
      ...(Number.isNaN(Date.parse(startsAt)) ? { startsAt: t('new.required') } : {}),
    }),
    invalidates: ['ceremonies'],
    done: t('meetings.done'),
    onDone: ({ id }) => go(`/meetings/${id}`),
  });
  return (
    <OperationForm form={form} submitLabel={t('meetings.create')}>
      <FormSection title={t('meetings.name')}>
        <SelectField
          form={form}
          name="agreementId"
          label={t('new.agreement')}
          isRequired
          choices={props.choices}
        />
        <TextField form={form} name="title" label={t('meetings.name')} isRequired maxLength={200} />
        <FormField
          label={t('meetings.startsAt')}
          isRequired
          error={form.errorOf('startsAt')}
          control={(tied) => (
            <input
              {...tied}
              type="datetime-local"
              className="dt-input dt-day-input"
              value={form.values.startsAt}
              onChange={(event) => form.change({ startsAt: event.target.value })}
            />
          )}
        />
        <NumberField
          form={form}
          name="lengthMinutes"
          label={t('meetings.length')}
          unit={t('agenda.minutes')}
        />
        <TextField form={form} name="place" label={t('meetings.place')} maxLength={300} />
        <LongTextField form={form} name="agenda" label={t('meetings.agenda')} />
      </FormSection>
      <FormSection title={t('meetings.attendees')} note={t('meetings.attendeesHint')}>
        <LongTextField form={form} name="ofSchool" label={t('meetings.ofSchool')} />
        <LongTextField form={form} name="ofEnterprise" label={t('meetings.ofEnterprise')} />
      </FormSection>
    </OperationForm>
  );
}
