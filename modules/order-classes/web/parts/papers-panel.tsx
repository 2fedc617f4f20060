import { Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { orderClasses } from '../client.ts';
import { PaperLink } from './paper-link.tsx';

/** Papers of applicants that the reader may see, by applicant. Not there without one. */
export function PapersPanel(props: { readonly classId: string }) {
  const t = usePhrases('recruitment');
  const found = useOperation('order-classes.papers', orderClasses.documents.list, { classId: props.classId });
  const papers = found.data ?? [];
  if (papers.length === 0) return null;
  const applications = [...new Set(papers.map((one) => one.applicationId))];
  return (
    <Panel title={t('papers.of')} count={papers.length}>
      <ul className="oc-todo">
        {applications.map((applicationId) => {
          const own = papers.filter((one) => one.applicationId === applicationId);
          return (
            <li key={applicationId}>
              <strong>{own[0]?.studentName}</strong>
              <span className="oc-papers">
                {own.map((one) => (
                  <PaperLink key={one.id} paper={one} />
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
