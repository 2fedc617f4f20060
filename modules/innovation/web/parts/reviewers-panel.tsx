import { ErrorState, Loading, Panel, SideTag, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { ChallengeDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useWhyNot } from '../words.ts';
import { QuickForm } from './quick-form.tsx';

/** Who judges the proposals; each side names its own people. */
export function ReviewersPanel({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const whyNot = useWhyNot();
  const { id, reviewers, abilities } = challenge;
  const remove = useWrite(api.challenges.removeReviewer, { invalidates: ['innovation'] });
  return (
    <Panel title={t('reviewers.title')} count={reviewers.length}>
      <p className="dt-quiet">{t('reviewers.note')}</p>
      <ul className="in-list">
        {reviewers.map((one) => (
          <li key={one.personId}>
            <div className="in-row">
              <SideTag side={one.side} />
              <span className="in-name">{one.name}</span>
              <span className="dt-quiet">{one.department}</span>
            </div>
            {one.isMine && abilities.review === null ? (
              <Button
                size="small"
                type="text"
                onClick={() => remove.mutate({ challengeId: id, personId: one.personId })}
              >
                {t('form.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {abilities.review === null ? (
        <AddReviewer challengeId={id} />
      ) : (
        <p className="dt-quiet dt-small">{whyNot(abilities.review)}</p>
      )}
    </Panel>
  );
}

function AddReviewer({ challengeId }: { readonly challengeId: string }) {
  const t = usePhrases('innovation');
  const found = useOperation('innovation.people', api.challenges.people, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const people = found.data.people.filter((one) => one.kind !== 'student');
  return (
    <QuickForm
      name={`innovation.reviewer.${challengeId}`}
      foldedLabel={t('reviewers.add')}
      fields={[
        {
          name: 'personId',
          kind: 'choice',
          label: t('reviewers.person'),
          choices: people.map((one) => ({
            value: one.personId,
            label: one.title === '' ? one.name : `${one.name} · ${one.title}`,
          })),
        },
        {
          name: 'department',
          kind: 'line',
          label: t('field.department'),
          hint: t('reviewers.departmentHint'),
          maxLength: 60,
        },
      ]}
      write={api.challenges.addReviewer}
      toInput={({ personId = '', department = '' }) => ({ challengeId, personId, department })}
      submitLabel={t('reviewers.add')}
    />
  );
}
