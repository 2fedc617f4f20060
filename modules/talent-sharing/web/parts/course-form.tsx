import {
  FormSection,
  LongTextField,
  OperationForm,
  type Procedure,
  SelectField,
  TextField,
  useOperation,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import type { Course } from '../../contract.ts';
import { api } from '../client.ts';
import { linesOf, useOwn, useWords } from '../words.ts';

type Choices = readonly { value: string; label: string }[];
type Values = {
  agreementId: string;
  teacherId: string;
  mentorId: string;
  title: string;
  titleEn: string;
  note: string;
  materials: string;
};

const materialsOf = (text: string) =>
  linesOf(text).map((line) => {
    const [title = '', address = ''] = line.split(/[|｜]/).map((one) => one.trim());
    return { title, address };
  });

/** The form of a course; who teaches it is chosen once. */
export function CourseForm<Output>(props: {
  readonly name: string;
  readonly course?: Course;
  readonly agreements?: Choices;
  readonly write: Procedure<
    Omit<Values, 'materials'> & { materials: { title: string; address: string }[] },
    Output
  >;
  readonly done: string;
  readonly onDone: (output: Output) => void;
}) {
  const { course, agreements } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const { side } = useOwn();
  const own = useOperation('talentSharing.ownExperts', api.experts.list, {
    scope: 'own',
    page: 1,
    size: 100,
  });
  const partner = useOperation('talentSharing.partnerExperts', api.experts.list, {
    ...{ scope: 'partner', page: 1, size: 200 },
  });
  const choicesOf = (of: 'school' | 'enterprise') =>
    ((of === side ? own : partner).data?.items ?? []).map((one) => ({
      value: one.id,
      label: `${words.person(one)} · ${words.pick(one.title, one.titleEn)}`,
    }));
  const initial: Values = {
    ...{ agreementId: agreements?.length === 1 ? (agreements[0]?.value ?? '') : '' },
    ...{ teacherId: '', mentorId: '', title: course?.title ?? '', titleEn: course?.titleEn ?? '' },
    note: course?.note ?? '',
    materials: (course?.materials ?? [])
      .map((one) => (one.address === '' ? one.title : `${one.title} | ${one.address}`))
      .join('\n'),
  };
  const isNew = agreements !== undefined;
  const form = useOperationForm({
    name: props.name,
    initial,
    write: props.write,
    toInput: ({ materials, ...values }) => ({ ...values, materials: materialsOf(materials) }),
    check: ({ agreementId, teacherId, mentorId, title }) => ({
      ...(title.trim() === '' ? { title: t('required') } : {}),
      ...(isNew && agreementId === '' ? { agreementId: t('required') } : {}),
      ...(isNew && teacherId === '' ? { teacherId: t('required') } : {}),
      ...(isNew && mentorId === '' ? { mentorId: t('required') } : {}),
    }),
    invalidates: ['talentSharing'],
    done: props.done,
    onDone: props.onDone,
  });
  return (
    <OperationForm form={form} submitLabel={t('save')}>
      <FormSection title={t('course.note')}>
        {isNew ? (
          <>
            <SelectField
              form={form}
              name="agreementId"
              label={t('agreement')}
              isRequired
              choices={agreements}
            />
            <SelectField
              form={form}
              name="teacherId"
              label={t('course.teacher')}
              isRequired
              choices={choicesOf('school')}
            />
            <SelectField
              form={form}
              name="mentorId"
              label={t('course.mentor')}
              isRequired
              choices={choicesOf('enterprise')}
            />
          </>
        ) : null}
        <TextField form={form} name="title" label={t('title')} isRequired maxLength={200} />
        <TextField form={form} name="titleEn" label={t('course.titleEn')} maxLength={200} />
        <LongTextField form={form} name="note" label={t('course.note')} />
        <LongTextField
          form={form}
          name="materials"
          label={t('course.materials')}
          hint={t('course.materialsHint')}
        />
      </FormSection>
    </OperationForm>
  );
}
