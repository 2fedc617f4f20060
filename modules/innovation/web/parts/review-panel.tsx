import { Panel, StateTag, usePhrases } from '@dualtrack/ui';
import type { ProposalDetail } from '../../contract.ts';
import { criteria, type Marks } from '../../rubric.ts';
import { api } from '../client.ts';
import { useWhyNot } from '../words.ts';
import { QuickForm } from './quick-form.tsx';

/** A reviewer's own declaration and marks, and all reviews for whoever decides. */
export function ReviewPanel({ proposal }: { readonly proposal: ProposalDetail }) {
  const t = usePhrases('innovation');
  const { reviews, isReviewer, total } = proposal;
  return (
    <>
      {isReviewer ? <OwnReview proposal={proposal} /> : null}
      {reviews.length === 0 ? null : (
        <Panel title={t('review.all')} count={reviews.length}>
          {total === null ? null : <p>{t('review.mean', { points: total / 10 })}</p>}
          <ul className="in-list">
            {reviews.map((one) => (
              <li key={one.name}>
                <div>
                  <div className="in-name">{one.name}</div>
                  {one.comment === '' ? null : <p className="in-prose">{one.comment}</p>}
                  {one.relation === '' ? null : <p className="dt-quiet dt-small">{one.relation}</p>}
                </div>
                {one.hasConflict ? (
                  <StateTag tone="danger">{t('review.hasConflict')}</StateTag>
                ) : (
                  <span className="in-end">
                    {one.total === null ? t('review.open') : t('review.points', { points: one.total / 10 })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function OwnReview({ proposal }: { readonly proposal: ProposalDetail }) {
  const t = usePhrases('innovation');
  const whyNot = useWhyNot();
  const { id: proposalId, own, conflict, abilities } = proposal;
  const closed = conflict ?? abilities.declare;
  if (closed !== null)
    return (
      <Panel title={t('review.own')}>
        <p className="dt-quiet">{whyNot(closed)}</p>
      </Panel>
    );
  return (
    <Panel title={t('review.own')}>
      {own === null ? null : <p>{t(own.hasConflict ? 'review.saidConflict' : 'review.saidFree')}</p>}
      <QuickForm
        // Folded once it is said.
        key={own === null ? 'first' : 'again'}
        name={`innovation.declare.${proposalId}`}
        {...(own === null ? {} : { foldedLabel: t('review.declareAnew') })}
        fields={[
          {
            name: 'answer',
            kind: 'choice',
            label: t('review.question'),
            choices: [
              { value: 'no', label: t('review.free') },
              { value: 'yes', label: t('review.conflict') },
            ],
          },
          { name: 'relation', kind: 'line', label: t('review.relation'), isOptional: true, maxLength: 300 },
        ]}
        write={api.proposals.declare}
        toInput={({ answer, relation }) => ({
          ...{ proposalId, hasConflict: answer === 'yes', relation: relation ?? '' },
        })}
        submitLabel={t('review.declare')}
      />
      {own === null || own.hasConflict ? null : <MarkForm proposal={proposal} marks={own.marks} />}
    </Panel>
  );
}

function MarkForm(props: { readonly proposal: ProposalDetail; readonly marks: Marks | null }) {
  const t = usePhrases('innovation');
  const { proposal, marks } = props;
  return (
    <QuickForm
      key={marks === null ? 'first' : 'again'}
      name={`innovation.marks.${proposal.id}`}
      {...(marks === null ? {} : { foldedLabel: t('review.markAnew') })}
      fields={[
        ...criteria.map((criterion) => ({
          name: criterion,
          kind: 'number' as const,
          label: t('review.mark', { criterion: t(`rubric.${criterion}`), share: proposal.rubric[criterion] }),
          hint: t('review.scale'),
          initial: marks === null ? '' : String(marks[criterion]),
        })),
        {
          ...{ name: 'comment', kind: 'text', label: t('review.comment'), isOptional: true },
          initial: proposal.own?.comment ?? '',
        } as const,
      ]}
      write={api.proposals.score}
      toInput={(values) => ({
        proposalId: proposal.id,
        comment: values['comment'] ?? '',
        marks: {
          relevance: Number(values['relevance']),
          feasibility: Number(values['feasibility']),
          novelty: Number(values['novelty']),
          team: Number(values['team']),
          value: Number(values['value']),
        },
      })}
      submitLabel={t('review.give')}
      done={t('review.given')}
    />
  );
}
