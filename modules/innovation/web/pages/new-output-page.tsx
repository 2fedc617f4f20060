import {
  ErrorState,
  Loading,
  PageHeader,
  today,
  useGo,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { outputKinds } from '../../output.ts';
import { api } from '../client.ts';
import { QuickForm } from '../parts/quick-form.tsx';
import { sharesOf } from '../shares-of.ts';
import { useWords } from '../words.ts';
import '../innovation.css';

/** Registers something that came out of joint work, of a project or without one. */
export function NewOutputPage() {
  const t = usePhrases('innovation-projects');
  const go = useGo();
  const words = useWords();
  const nameOf = useNameOf();
  const projects = useOperation('innovation.projects', api.projects.list, { page: 1, size: 100 });
  const people = useOperation('innovation.people', api.challenges.people, {});
  const failed = projects.error ?? people.error;
  if (failed !== null) return <ErrorState error={failed} onRetry={() => void projects.refetch()} />;
  if (projects.data === undefined || people.data === undefined) return <Loading />;
  const places = [
    ...projects.data.items.map((one) => ({
      value: `project:${one.id}`,
      label: t('outputs.ofProject', { title: words.pick(one.title, one.titleEn) }),
    })),
    ...people.data.partners.map((one) => ({
      value: `partner:${one.id}`,
      label: t('outputs.withPartner', { name: nameOf(one) }),
    })),
  ];
  return (
    <>
      <PageHeader
        title={t('outputs.add')}
        crumbs={[{ label: t('outputs.title'), to: '/innovation-outputs' }]}
      />
      <QuickForm
        name="innovation.output.new"
        fields={[
          {
            ...({ name: 'kind', kind: 'choice', label: t('outputs.kind') } as const),
            choices: outputKinds.map((value) => ({ value, label: t(`output.${value}`) })),
          },
          { name: 'place', kind: 'choice', label: t('outputs.place'), choices: places },
          { name: 'title', kind: 'line', label: t('field.title'), maxLength: 120 },
          { name: 'titleEn', kind: 'line', label: t('field.titleEn'), isOptional: true, maxLength: 200 },
          {
            ...({
              name: 'reference',
              kind: 'line',
              label: t('outputs.reference'),
              isOptional: true,
            } as const),
            hint: t('outputs.referenceHint'),
            maxLength: 120,
          },
          { name: 'achievedOn', kind: 'day', label: t('outputs.day'), initial: today() },
          { name: 'course', kind: 'line', label: t('outputs.course'), isOptional: true, maxLength: 120 },
          { name: 'note', kind: 'text', label: t('field.note'), isOptional: true, maxLength: 1_000 },
          {
            ...({ name: 'shares', kind: 'text', label: t('share.title'), hint: t('share.hint') } as const),
            initial: `${t('side.school')}: 50\n${t('side.enterprise')}: 50`,
          },
        ]}
        write={api.outputs.add}
        toInput={({
          kind,
          place = '',
          title = '',
          titleEn = '',
          reference = '',
          achievedOn = '',
          ...rest
        }) => ({
          ...{
            title,
            titleEn,
            reference,
            achievedOn,
            note: rest['note'] ?? '',
            course: rest['course'] ?? '',
          },
          kind: outputKinds.find((known) => known === kind) ?? 'paper',
          projectId: place.startsWith('project:') ? place.slice(8) : null,
          partnerId: place.startsWith('partner:') ? place.slice(8) : null,
          shares: sharesOf(rest['shares'] ?? '', [t('side.school'), t('side.enterprise')]),
        })}
        submitLabel={t('outputs.add')}
        done={t('form.done')}
        onDone={({ id }) => go(`/innovation-outputs/${id}`)}
      />
    </>
  );
}
