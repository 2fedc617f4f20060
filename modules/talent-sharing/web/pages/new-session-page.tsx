import {
  ChoiceField,
  DayField,
  ErrorState,
  FormField,
  FormSection,
  Loading,
  LongTextField,
  ManySelectField,
  NumberField,
  OperationForm,
  PageHeader,
  SelectField,
  TextField,
  today,
  useAddressQuery,
  useGo,
  useOperation,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { useState } from 'react';
import type { Need } from '../../contract.ts';
import { addDay, later } from '../../days.ts';
import { sessionForms } from '../../forms.ts';
import { type HeldAt, heldAts } from '../../held-at.ts';
import { sides } from '../../side.ts';
import { classApi } from '../class-client.ts';
import { api } from '../client.ts';
import { AgreementChoices } from '../parts/agreement-choices.tsx';
import { type Part, SessionParts } from '../parts/session-parts.tsx';
import { useOwn, useWords } from '../words.ts';

type Choices = readonly { value: string; label: string }[];

/** Asks experts for a session; from a need, an expert or a course much is filled in. */
export function NewSessionPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const [{ need: needId }] = useAddressQuery();
  const own = useOperation('talentSharing.ownExperts', api.experts.list, {
    scope: 'own',
    page: 1,
    size: 100,
  });
  const partner = useOperation('talentSharing.partnerExperts', api.experts.list, {
    ...{ scope: 'partner', page: 1, size: 200 },
  });
  const need = useOperation(
    'talentSharing.need',
    api.needs.get,
    { needId: needId ?? '' },
    { enabled: needId !== undefined },
  );
  const header = (
    <PageHeader title={t('session.new')} crumbs={[{ label: t('area.sessions'), to: '/talent-sessions' }]} />
  );
  const error = own.error ?? partner.error ?? need.error;
  if (error !== null) return <ErrorState error={error} onRetry={() => void own.refetch()} />;
  if (own.isPending || partner.isPending || (needId !== undefined && need.isPending)) return <Loading />;
  const people = [...(partner.data?.items ?? []), ...(own.data?.items ?? [])].map((one) => ({
    value: one.id,
    label: `${words.person(one)} · ${words.pick(one.title, one.titleEn) || t(`side.${one.side}`)}`,
  }));
  return (
    <>
      {header}
      <AgreementChoices>
        {(choices) => <NewSessionForm choices={choices} people={people} need={need.data} />}
      </AgreementChoices>
    </>
  );
}

type Values = {
  agreementId: string;
  form: string;
  forSide: string;
  title: string;
  message: string;
  on: string;
  at: string;
  minutes: number | null;
  place: string;
  heldAt: string;
  roomId: string;
  classId: string;
  cover: string;
  seats: number | null;
  noticeHours: number | null;
  experts: readonly string[];
};

/** Rooms of the own side and classes of both, as choices. */
function usePlaces(): { rooms: Choices; classes: Choices } {
  const t = usePhrases('talent-booking');
  const words = useWords();
  const rooms = useOperation('talentSharing.rooms', api.rooms.list, undefined);
  const classes = useOperation('talentSharing.classes', classApi.classes.list, { page: 1, size: 100 });
  return {
    rooms: (rooms.data?.items ?? [])
      .filter((one) => !one.isClosed)
      .map((one) => ({
        value: one.id,
        label: t('room.seatsOf', { room: words.pick(one.name, one.nameEn), seats: one.seats }),
      })),
    classes: (classes.data?.items ?? [])
      .filter((one) => one.state !== 'closed')
      .map((one) => ({ value: one.id, label: one.name })),
  };
}

const heldBy = (side: string): HeldAt => heldAts.find((one) => one === side) ?? 'school';

function NewSessionForm(props: {
  readonly choices: Choices;
  readonly people: Choices;
  readonly need: Need | undefined;
}) {
  const { choices, people, need } = props;
  const t = usePhrases('talent-sharing');
  const booking = usePhrases('talent-booking');
  const { rooms, classes } = usePlaces();
  const [parts, setParts] = useState<Readonly<Record<string, Part>>>({});
  const go = useGo();
  const own = useOwn();
  const [{ expert, course, agreement, form: asked, title }] = useAddressQuery();
  const first = choices.length === 1 ? (choices[0]?.value ?? '') : '';
  const given = (expert ?? '').split(',').filter((one) => one !== '');
  const known = sessionForms.find((one) => one === (need?.form ?? asked));
  const initial: Values = {
    ...{ agreementId: need?.agreementId ?? agreement ?? first, form: known ?? '' },
    ...{ forSide: own.side, title: need?.title ?? title ?? '', message: '', at: '10:00' },
    ...{ on: later(need?.fromOn ?? '', addDay(today(), 7)), minutes: need?.minutes ?? 90 },
    ...{
      place: need?.place ?? '',
      seats: null,
      heldAt: '',
      roomId: '',
      classId: '',
      cover: '',
      noticeHours: 48,
      experts: given,
    },
  };
  const form = useOperationForm({
    name: `talentSharing.newSession.${need?.id ?? course ?? expert ?? ''}`,
    initial,
    write: api.sessions.plan,
    toInput: ({ form: chosen, experts, forSide, minutes, noticeHours, ...values }) => ({
      ...values,
      ...{ needId: need?.id ?? null, courseId: course ?? null, minutes: minutes ?? 90 },
      noticeHours: noticeHours ?? 48,
      heldAt: heldAts.find((one) => one === values.heldAt) ?? heldBy(forSide),
      roomId: values.roomId === '' ? null : values.roomId,
      classId: values.classId === '' ? null : values.classId,
      form: sessionForms.find((one) => one === chosen) ?? 'guest-lecture',
      forSide: sides.find((one) => one === forSide) ?? own.side,
      experts: experts.map((expertId) => ({
        expertId,
        ...(parts[expertId] ?? { isLeading: true, minutes: null }),
      })),
    }),
    check: ({ agreementId, title: words, form: chosen, experts, on, at }) => ({
      ...(agreementId === '' ? { agreementId: t('required') } : {}),
      ...(words.trim() === '' ? { title: t('required') } : {}),
      ...(chosen === '' ? { form: t('required') } : {}),
      ...(experts.length === 0 ? { experts: t('error.session.no-expert') } : {}),
      ...(on === '' ? { on: t('required') } : {}),
      ...(at === '' ? { at: t('required') } : {}),
    }),
    invalidates: ['talentSharing'],
    done: t('session.asked'),
    onDone: ({ id }) => go(`/talent-sessions/${id}`),
  });
  return (
    <OperationForm form={form} submitLabel={t('session.ask')}>
      <FormSection title={t('need.about')}>
        <SelectField form={form} name="agreementId" label={t('agreement')} isRequired choices={choices} />
        <SelectField
          form={form}
          name="form"
          label={t('formOf')}
          isRequired
          choices={sessionForms.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        <TextField form={form} name="title" label={t('title')} isRequired maxLength={200} />
        <ChoiceField
          form={form}
          name="forSide"
          label={t('session.forSide')}
          hint={t('session.forSideHint')}
          choices={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
        />
        <ManySelectField
          form={form}
          name="experts"
          label={t('session.experts')}
          isRequired
          choices={people}
        />
        {form.values.experts.length < 2 ? null : (
          <FormField
            label={booking('part.who')}
            error={undefined}
            control={() => (
              <SessionParts
                people={people.filter((one) => form.values.experts.includes(one.value))}
                parts={parts}
                whole={form.values.minutes}
                onChange={(expertId, part) => setParts({ ...parts, [expertId]: part })}
              />
            )}
          />
        )}
        <LongTextField form={form} name="message" label={t('session.message')} />
      </FormSection>
      <FormSection title={t('session.when')}>
        <DayField form={form} name="on" label={t('session.day')} isRequired min={today()} />
        <FormField
          label={t('session.at')}
          isRequired
          error={form.errorOf('at')}
          control={(tied) => (
            <input
              {...tied}
              type="time"
              className="dt-input dt-day-input"
              value={form.values.at}
              onChange={(event) => form.change({ at: event.target.value })}
            />
          )}
        />
        <NumberField form={form} name="minutes" label={t('session.length')} unit={t('need.minutes')} />
        <SelectField
          form={form}
          name="heldAt"
          label={booking('held.label')}
          choices={heldAts.map((value) => ({ value, label: booking(`held.${value}`) }))}
        />
        {rooms.length === 0 ? null : (
          <SelectField
            form={form}
            name="roomId"
            label={booking('room.choose')}
            hint={booking('room.chooseHint')}
            choices={[{ value: '', label: booking('room.free') }, ...rooms]}
          />
        )}
        {classes.length === 0 ? null : (
          <SelectField
            form={form}
            name="classId"
            label={booking('class.label')}
            hint={booking('class.hint')}
            choices={[{ value: '', label: booking('class.none') }, ...classes]}
          />
        )}
        <TextField form={form} name="place" label={t('place')} maxLength={300} />
        <NumberField form={form} name="seats" label={t('session.seats')} hint={t('session.seatsHint')} />
        <NumberField
          form={form}
          name="noticeHours"
          label={t('session.notice')}
          unit={t('ledger.hours')}
          min={0}
        />
      </FormSection>
    </OperationForm>
  );
}
