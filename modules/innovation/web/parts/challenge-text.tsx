import { Moment, PageLink, Panel, usePhrases, useSession } from '@dualtrack/ui';
import { ndaVersion } from '../../challenge.ts';
import type { ChallengeDetail } from '../../contract.ts';
import { criteria } from '../../rubric.ts';
import { api } from '../client.ts';
import { QuickForm } from './quick-form.tsx';

/** The one page of a challenge; its details after the confidentiality undertaking. */
export function ChallengeText({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const news = usePhrases('innovation-news');
  const { summary, detail, limits, expected, keywords, ndas, decidedAt, decisionNote } = challenge;
  return (
    <div className="in-stack">
      {decidedAt === null || decisionNote === '' ? null : (
        <Part title={t('decision.note')} text={decisionNote} />
      )}
      <Part title={t('challenge.summary')} text={summary} />
      {keywords === '' ? null : <p className="dt-quiet">{t('challenge.keywordsOf', { keywords })}</p>}
      {challenge.needsNda ? <Nda challenge={challenge} /> : null}
      {detail === null ? null : <Part title={t('challenge.detail')} text={detail} />}
      {limits === null || limits === '' ? null : <Part title={t('challenge.limits')} text={limits} />}
      {expected === null ? null : <Part title={t('challenge.expected')} text={expected} />}
      <Panel title={t('challenge.origin')}>
        <p className="in-prose">
          {t(`origin.${challenge.origin}`)}
          {challenge.originNote === '' ? '' : ` · ${challenge.originNote}`}
        </p>
        {challenge.originPath === '' ? null : (
          <p>
            {news('origin.from')}: <PageLink to={challenge.originPath}>{challenge.originLabel}</PageLink>
          </p>
        )}
      </Panel>
      <Panel title={t('rubric.title')}>
        <ul className="in-list">
          {criteria.map((criterion) => (
            <li key={criterion}>
              <span>{t(`rubric.${criterion}`)}</span>
              <span className="in-end">{t('rubric.share', { share: challenge.rubric[criterion] })}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {ndas.length === 0 ? null : (
        <Panel title={t('nda.signed')} count={ndas.length}>
          <ul className="in-list">
            {ndas.map((one) => (
              <li key={`${one.name}${one.signedAt}`}>
                <span>{one.name}</span>
                <Moment instant={one.signedAt} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Panel title={title}>
      <p className="in-prose">{text}</p>
    </Panel>
  );
}

function Nda({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const { name } = useSession().person;
  if (challenge.abilities['sign-nda'] !== null)
    return (
      <Panel title={t('nda.title')}>
        <p className="dt-quiet">{t('nda.closed')}</p>
      </Panel>
    );
  return (
    <Panel title={t('nda.title')}>
      <p className="in-prose">{t('nda.text')}</p>
      <QuickForm
        name={`innovation.nda.${challenge.id}`}
        fields={[{ name: 'name', kind: 'line', label: t('nda.name'), hint: t('nda.nameHint', { name }) }]}
        write={api.challenges.signNda}
        toInput={(values) => ({ challengeId: challenge.id, name: values['name'] ?? '', version: ndaVersion })}
        submitLabel={t('nda.sign')}
        done={t('nda.done')}
      />
    </Panel>
  );
}
