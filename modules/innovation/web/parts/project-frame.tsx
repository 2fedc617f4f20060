import { Panel, usePhrases } from '@dualtrack/ui';
import type { ProjectDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { fenOf, QuickForm } from './quick-form.tsx';

/** Goal, period, money and terms of acceptance of a project that has not begun. */
export function ProjectFrame({ project }: { readonly project: ProjectDetail }) {
  const t = usePhrases('innovation-projects');
  if (project.abilities.edit !== null) return null;
  return (
    <Panel title={t('project.frame')}>
      <QuickForm
        name={`innovation.frame.${project.id}`}
        foldedLabel={t('project.editFrame')}
        fields={[
          { name: 'title', kind: 'line', label: t('field.title'), initial: project.title, maxLength: 60 },
          {
            ...({ name: 'titleEn', kind: 'line', label: t('field.titleEn'), isOptional: true } as const),
            ...{ initial: project.titleEn, maxLength: 120 },
          },
          { name: 'goal', kind: 'text', label: t('project.goal'), initial: project.goal, maxLength: 800 },
          { name: 'startsOn', kind: 'day', label: t('project.startsOn'), initial: project.startsOn },
          { name: 'endsOn', kind: 'day', label: t('project.endsOn'), initial: project.endsOn },
          {
            name: 'budget',
            kind: 'money',
            label: t('project.budget'),
            initial: String(project.budget / 100),
          },
          {
            ...({ name: 'schoolShare', kind: 'number', unit: '%', label: t('project.schoolShare') } as const),
            initial: String(project.schoolShare / 100),
          },
          {
            ...({ name: 'acceptanceDays', kind: 'number', label: t('project.acceptanceDays') } as const),
            initial: String(project.acceptanceDays),
          },
          {
            ...({ name: 'reviewDays', kind: 'number', label: t('project.reviewDays') } as const),
            initial: String(project.reviewDays),
          },
          {
            ...({ name: 'students', kind: 'choice', label: t('project.students') } as const),
            initial: project.isOpenToStudents ? 'yes' : 'no',
            choices: (['yes', 'no'] as const).map((value) => ({ value, label: t(`project.${value}`) })),
          },
        ]}
        write={api.projects.edit}
        toInput={(values) => ({
          projectId: project.id,
          ...{ title: values['title'] ?? '', titleEn: values['titleEn'] ?? '', goal: values['goal'] ?? '' },
          ...{ startsOn: values['startsOn'] ?? '', endsOn: values['endsOn'] ?? '' },
          budget: fenOf(values['budget']),
          schoolShare: Math.round(Number(values['schoolShare']) * 100),
          acceptanceDays: Number(values['acceptanceDays']),
          reviewDays: Number(values['reviewDays']),
          isOpenToStudents: values['students'] === 'yes',
        })}
        submitLabel={t('form.save')}
      />
    </Panel>
  );
}
