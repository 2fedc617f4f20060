import { contract as talents } from '@dualtrack/talent-sharing/contract';
import { createClient, PageLink, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import type { OutputDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { QuickForm } from './quick-form.tsx';

const courses = createClient(talents).courses;

/** A teaching case and the co-taught course among whose materials it stands. */
export function TeachingCase({ output }: { readonly output: OutputDetail }) {
  const { id: outputId, courseId, course, enterpriseId } = output;
  const t = usePhrases('innovation-news');
  const found = useOperation('innovation.courses', courses.list, { page: 1, size: 100 });
  const known = (found.data?.items ?? []).filter((one) => one.enterpriseId === enterpriseId);
  return (
    <Panel title={t('case.title')}>
      {courseId === null ? (
        <p className="dt-quiet">{t('case.note')}</p>
      ) : (
        <p>
          {course} · <PageLink to={`/talent-courses/${courseId}`}>{t('case.open')}</PageLink>
        </p>
      )}
      {output.mayWrite && found.isSuccess && known.length === 0 ? (
        <p>
          {t('case.noCourse')} <PageLink to="/talent-courses/new">{t('case.makeCourse')}</PageLink>
        </p>
      ) : null}
      {output.mayWrite && known.length > 0 && courseId === null ? (
        <QuickForm
          name={`innovation.case.${outputId}`}
          fields={[
            {
              ...({ name: 'courseId', kind: 'choice', label: t('case.choose') } as const),
              choices: known.map((one) => ({ value: one.id, label: one.title })),
            },
          ]}
          write={api.outputs.bringBack}
          toInput={({ courseId: chosen = '' }) => ({ outputId, courseId: chosen })}
          submitLabel={t('case.bring')}
        />
      ) : null}
    </Panel>
  );
}
