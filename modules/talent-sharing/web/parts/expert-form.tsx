import {
  CheckField,
  ChoiceField,
  FormField,
  FormSection,
  LongTextField,
  ManySelectField,
  NumberField,
  OperationForm,
  type Procedure,
  SelectField,
  TextField,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { useMemo } from 'react';
import type { ExpertDetail } from '../../contract.ts';
import { languages, shownParts } from '../../forms.ts';
import { regionChoices } from '../region-choices.ts';
import { linesOf, listOf, useOccupationChoices, useOwn, useWords } from '../words.ts';
import { WeekSlots } from './week-slots.tsx';

/** The values of a card as its form holds them. */
export type CardValues = {
  whose: string;
  name: string;
  nameEn: string;
  title: string;
  titleEn: string;
  certificates: string;
  occupations: readonly string[];
  tags: string;
  languages: readonly string[];
  slots: readonly string[];
  absences: string;
  monthlyHours: number | null;
  needsApproval: boolean;
  approver: string;
  mail: string;
  region: string;
  isListed: boolean;
  consentNote: string;
  shown: readonly string[];
};

/** An empty card, or the one that stands. */
export function cardValues(expert?: ExpertDetail): CardValues {
  const card = expert?.card ?? null;
  return {
    ...{ whose: 'mine', name: expert?.name ?? '', nameEn: expert?.nameEn ?? '' },
    ...{ title: expert?.title ?? '', titleEn: expert?.titleEn ?? '' },
    ...{ certificates: (expert?.certificates ?? []).join('\n'), occupations: expert?.occupations ?? [] },
    ...{ tags: (expert?.tags ?? []).join('、'), languages: expert?.languages ?? ['zh'] },
    ...{ slots: expert?.slots ?? [], monthlyHours: expert?.monthlyHours ?? 8 },
    absences: (expert?.absences ?? []).map(({ from, to }) => `${from} – ${to}`).join('\n'),
    ...{ needsApproval: card?.needsApproval ?? false, approver: card?.approver ?? '' },
    ...{ mail: card?.mail ?? '', region: card?.region ?? '', isListed: expert?.isListed ?? false },
    ...{ consentNote: card?.consentNote ?? '', shown: card?.shown ?? [...shownParts] },
  };
}

const spansOf = (text: string) =>
  linesOf(text).map((line) => {
    const [from = '', to = from] = line.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    return { from, to };
  });

/** What the operations take of a card's values. */
function factsOf(values: CardValues) {
  const { whose: _, name: __, occupations, certificates, tags, absences, monthlyHours, ...rest } = values;
  return {
    ...rest,
    occupations: [...occupations],
    certificates: linesOf(certificates),
    tags: listOf(tags),
    absences: spansOf(absences),
    monthlyHours: monthlyHours ?? 0,
    slots: [...values.slots],
    languages: languages.filter((one) => values.languages.includes(one)),
    shown: shownParts.filter((one) => values.shown.includes(one)),
  };
}
export type CardFacts = ReturnType<typeof factsOf>;

/** The form of a card, for a new one and for one that stands. */
export function ExpertForm<Output>(props: {
  readonly name: string;
  readonly initial: CardValues;
  readonly isNew: boolean;
  readonly write: Procedure<CardFacts & { whose: string; name: string }, Output>;
  readonly done: string;
  readonly onDone: (output: Output) => void;
}) {
  const t = usePhrases('talent-sharing');
  const booking = usePhrases('talent-booking');
  const own = useOwn();
  const choices = useOccupationChoices();
  const before = props.initial.region;
  const { isEnglish } = useWords();
  const regionsToChoose = useMemo(() => regionChoices(before, isEnglish), [before, isEnglish]);
  const form = useOperationForm({
    name: props.name,
    initial: props.initial,
    write: props.write,
    toInput: (values) => ({ ...factsOf(values), whose: values.whose, name: values.name }),
    check: (values) => ({
      ...(values.whose === 'other' && props.isNew && values.name.trim() === ''
        ? { name: t('required') }
        : {}),
      ...(spansOf(values.absences).some(({ from, to }) => from === '' || to < from)
        ? { absences: t('expert.absencesBad') }
        : {}),
    }),
    invalidates: ['talentSharing'],
    done: props.done,
    onDone: props.onDone,
  });
  const isOther = form.values.whose === 'other';
  return (
    <OperationForm form={form} submitLabel={t('save')}>
      <FormSection title={t('expert.about')}>
        {props.isNew && own.isLead ? (
          <ChoiceField
            form={form}
            name="whose"
            label={t('expert.whose')}
            choices={(['mine', 'other'] as const).map((value) => ({
              value,
              label: t(`expert.whose.${value}`),
            }))}
          />
        ) : null}
        {props.isNew && isOther ? (
          <TextField form={form} name="name" label={t('expert.name')} isRequired maxLength={100} />
        ) : null}
        <TextField form={form} name="nameEn" label={t('expert.nameEn')} maxLength={100} />
        <TextField form={form} name="title" label={t('expert.title')} maxLength={200} />
        <TextField form={form} name="titleEn" label={t('expert.titleEn')} maxLength={200} />
        <SelectField
          form={form}
          name="region"
          label={booking('region.label')}
          hint={booking('region.hint')}
          choices={regionsToChoose}
        />
        <LongTextField
          form={form}
          name="certificates"
          label={t('expert.certificates')}
          hint={t('expert.certificatesHint')}
        />
      </FormSection>
      <FormSection title={t('expert.skills')}>
        <ManySelectField form={form} name="occupations" label={t('expert.occupations')} choices={choices} />
        <TextField form={form} name="tags" label={t('expert.tags')} hint={t('expert.tagsHint')} />
        <ManySelectField
          form={form}
          name="languages"
          label={t('expert.languages')}
          choices={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </FormSection>
      <FormSection title={t('expert.when')}>
        <NumberField form={form} name="monthlyHours" label={t('expert.monthlyHours')} min={0} max={200} />
        <FormField
          label={t('expert.slots')}
          hint={t('expert.slotsHint')}
          error={form.errorOf('slots')}
          control={() => <WeekSlots slots={form.values.slots} onChange={(slots) => form.change({ slots })} />}
        />
        <LongTextField
          form={form}
          name="absences"
          label={t('expert.absences')}
          hint={t('expert.absencesHint')}
        />
      </FormSection>
      <FormSection title={t('expert.approval')}>
        <TextField form={form} name="mail" label={t('expert.mail')} hint={t('expert.mailHint')} />
        <CheckField form={form} name="needsApproval" label={t('expert.needsApproval')} />
        <TextField form={form} name="approver" label={t('expert.approver')} maxLength={100} />
      </FormSection>
      <FormSection title={t('expert.consent')}>
        <CheckField form={form} name="isListed" label={t('expert.isListed')} />
        {isOther || !props.isNew ? (
          <TextField
            form={form}
            name="consentNote"
            label={t('expert.consentNote')}
            hint={t('expert.consentNoteHint')}
          />
        ) : null}
        <ManySelectField
          form={form}
          name="shown"
          label={t('expert.shown')}
          hint={t('expert.shownHint')}
          choices={shownParts.map((value) => ({ value, label: t(`shown.${value}`) }))}
        />
      </FormSection>
    </OperationForm>
  );
}
