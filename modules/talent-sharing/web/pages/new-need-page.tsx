import {
  DayField,
  FormSection,
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
import { useMemo } from 'react';
import { addDay } from '../../days.ts';
import { forms, languages } from '../../forms.ts';
import { api } from '../client.ts';
import { AgreementChoices } from '../parts/agreement-choices.tsx';
import { regionChoices } from '../region-choices.ts';
import { listOf, useOccupationChoices, useWords } from '../words.ts';

type Choices = readonly { value: string; label: string }[];

/** Says what is needed, or what somebody of the own side offers. */
export function NewNeedPage() {
  const t = usePhrases('talent-sharing');
  const [{ kind }] = useAddressQuery();
  const isOffer = kind === 'offer';
  return (
    <>
      <PageHeader
        title={t(isOffer ? 'need.newOffer' : 'need.new')}
        crumbs={[{ label: t('area.needs'), to: '/talent-needs' }]}
      />
      <AgreementChoices>{(choices) => <NewNeedForm choices={choices} isOffer={isOffer} />}</AgreementChoices>
    </>
  );
}

type Values = {
  agreementId: string;
  expertId: string;
  form: string;
  title: string;
  description: string;
  occupations: readonly string[];
  tags: string;
  language: string;
  fromOn: string;
  toOn: string;
  minutes: number | null;
  place: string;
  region: string;
};

function NewNeedForm(props: { readonly choices: Choices; readonly isOffer: boolean }) {
  const { choices, isOffer } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const booking = usePhrases('talent-booking');
  const go = useGo();
  const regionsToChoose = useMemo(() => regionChoices('', words.isEnglish), [words.isEnglish]);
  const occupations = useOccupationChoices();
  const own = useOperation('talentSharing.ownExperts', api.experts.list, {
    scope: 'own',
    page: 1,
    size: 100,
  });
  const initial: Values = {
    ...{ agreementId: choices.length === 1 ? (choices[0]?.value ?? '') : '', expertId: '', form: '' },
    ...{ title: '', description: '', occupations: [], tags: '', language: '', place: '', region: '' },
    ...{ fromOn: addDay(today(), 7), toOn: addDay(today(), 21), minutes: 90 },
  };
  const form = useOperationForm({
    name: isOffer ? 'talentSharing.newOffer' : 'talentSharing.newNeed',
    initial,
    write: api.needs.create,
    toInput: ({ expertId, form: chosen, language, tags, minutes, ...values }) => ({
      ...values,
      ...{ isOffer, expertId: expertId === '' ? null : expertId, tags: listOf(tags) },
      ...{ occupations: [...values.occupations], minutes: minutes ?? 90 },
      form: forms.find((one) => one === chosen) ?? 'guest-lecture',
      language: languages.find((one) => one === language) ?? null,
    }),
    check: ({ agreementId, title, form: chosen, expertId, occupations: codes, tags }) => ({
      ...(agreementId === '' ? { agreementId: t('required') } : {}),
      ...(title.trim() === '' ? { title: t('required') } : {}),
      ...(chosen === '' ? { form: t('required') } : {}),
      ...(isOffer && expertId === '' ? { expertId: t('required') } : {}),
      ...(codes.length === 0 && listOf(tags).length === 0 ? { occupations: t('error.need.no-skill') } : {}),
    }),
    invalidates: ['talentSharing'],
    done: t('need.created'),
    onDone: ({ id }) => go(`/talent-needs/${id}`),
  });
  return (
    <OperationForm form={form} submitLabel={t(isOffer ? 'need.newOffer' : 'need.new')}>
      <FormSection title={t('need.about')}>
        <SelectField form={form} name="agreementId" label={t('agreement')} isRequired choices={choices} />
        {isOffer ? (
          <SelectField
            form={form}
            name="expertId"
            label={t('need.expert')}
            isRequired
            choices={(own.data?.items ?? [])
              .filter((one) => one.isListed)
              .map((one) => ({ value: one.id, label: words.person(one) }))}
          />
        ) : null}
        <SelectField
          form={form}
          name="form"
          label={t('formOf')}
          isRequired
          choices={forms.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        <TextField form={form} name="title" label={t('need.title')} isRequired maxLength={200} />
        <LongTextField form={form} name="description" label={t('need.description')} />
      </FormSection>
      <FormSection title={t('need.skills')} note={t('need.skillsHint')}>
        <ManySelectField
          form={form}
          name="occupations"
          label={t('expert.occupations')}
          choices={occupations}
        />
        <TextField form={form} name="tags" label={t('expert.tags')} hint={t('expert.tagsHint')} />
        <SelectField
          form={form}
          name="language"
          label={t('need.language')}
          choices={[
            { value: 'any', label: t('need.languageAny') },
            ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
          ]}
        />
      </FormSection>
      <FormSection title={t('need.when')}>
        <DayField form={form} name="fromOn" label={t('need.from')} isRequired />
        <DayField form={form} name="toOn" label={t('need.to')} isRequired />
        <NumberField form={form} name="minutes" label={t('need.length')} unit={t('need.minutes')} />
        <TextField form={form} name="place" label={t('place')} maxLength={300} />
        <SelectField
          form={form}
          name="region"
          label={booking('region.need')}
          hint={booking('region.hint')}
          choices={regionsToChoose}
        />
      </FormSection>
    </OperationForm>
  );
}
