import { Money, PageLink, Panel, StateTag, usePhrases } from '@dualtrack/ui';
import type { ChallengeDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { toneOf } from '../words.ts';
import { QuickForm } from './quick-form.tsx';

/** Proposals that the reader may see, and the decision among them. */
export function ProposalsPanel({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const { proposalList: list, needsNda, abilities } = challenge;
  return (
    <div className="in-stack">
      <Panel title={t('proposals.title')} count={list.length}>
        {list.length === 0 ? (
          <p className="dt-quiet">{t(needsNda ? 'proposals.afterNda' : 'proposals.none')}</p>
        ) : null}
        <ul className="in-list">
          {list.map((one) => (
            <li key={one.id}>
              <div>
                <PageLink className="in-name" to={`/proposals/${one.id}`}>
                  {one.title}
                </PageLink>
                <div className="in-row dt-small dt-quiet">
                  <span>
                    {one.authorName} · {one.department}
                  </span>
                  <span>{t('proposal.weeksOf', { count: one.weeks })}</span>
                  <Money money={{ amount: one.cost, currency: 'CNY' }} />
                </div>
                {one.reason === '' ? null : <p className="in-prose">{one.reason}</p>}
              </div>
              <div className="in-row">
                {one.total === null ? null : (
                  <span className="in-end">
                    {t('proposal.points', { points: one.total / 10, count: one.marks })}
                  </span>
                )}
                <StateTag tone={toneOf(one.state)}>{t(`state.${one.state}`)}</StateTag>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      {abilities.decide === null ? <Decide challenge={challenge} /> : null}
    </div>
  );
}

function Decide({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const inPlay = challenge.proposalList.filter((one) => ['submitted', 'shortlisted'].includes(one.state));
  const none = 'none';
  return (
    <Panel title={t('decision.title')}>
      <p className="dt-quiet">{t('decision.rule')}</p>
      <QuickForm
        name={`innovation.decision.${challenge.id}`}
        foldedLabel={t('decision.begin')}
        fields={[
          {
            name: none,
            kind: 'choice',
            label: t('decision.chosen'),
            choices: [
              { value: none, label: t('decision.none') },
              ...inPlay
                .filter((one) => one.state === 'shortlisted')
                .map((one) => ({ value: one.id, label: one.title })),
            ],
          },
          ...inPlay.map((one) => ({
            name: one.id,
            kind: 'text' as const,
            label: t('decision.reasonFor', { title: one.title }),
          })),
          { name: 'note', kind: 'text', label: t('decision.note'), isOptional: true },
        ]}
        write={api.challenges.decide}
        toInput={(values) => ({
          challengeId: challenge.id,
          proposalId: values[none] === none ? null : (values[none] ?? null),
          note: values['note'] ?? '',
          reasons: inPlay.map((one) => ({ proposalId: one.id, reason: values[one.id] ?? '' })),
        })}
        submitLabel={t('decision.do')}
        done={t('decision.done')}
      />
    </Panel>
  );
}
