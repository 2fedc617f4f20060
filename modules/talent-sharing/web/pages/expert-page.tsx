import {
  Day,
  DayRange,
  dayOfInstant,
  ErrorState,
  Loading,
  Moment,
  ObjectPage,
  PageLink,
  Panel,
  SideTag,
  StateTag,
  today,
  useLanguage,
  useOperation,
  usePathParam,
  usePhrases,
  writeDay,
} from '@dualtrack/ui';
import type { ExpertDetail } from '../../contract.ts';
import { regionName } from '../../regions.ts';
import { api, recordAddress } from '../client.ts';
import { FeedPanel } from '../parts/feed-panel.tsx';
import { LeaveExpert } from '../parts/leave-expert.tsx';
import { Skills } from '../parts/skills.tsx';
import { WeekSlots } from '../parts/week-slots.tsx';
import { useOwn, useWords } from '../words.ts';
import '../talents.css';

/** One expert: what the person can, when, and how to ask. */
export function ExpertPage() {
  const expertId = usePathParam('expertId');
  const found = useOperation('talentSharing.expert', api.experts.get, { expertId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <ExpertView expert={found.data} />;
}

function Actions(props: { readonly expert: ExpertDetail }) {
  const { expert } = props;
  const t = usePhrases('talent-sharing');
  const own = useOwn();
  const year = Number(today().slice(0, 4));
  if (expert.card === null) {
    return (
      <PageLink className="dt-button dt-button-primary" to={`/talent-sessions/new?expert=${expert.id}`}>
        {t('expert.ask')}
      </PageLink>
    );
  }
  return (
    <div className="ts-row">
      {expert.isMine || own.isLead ? (
        <a className="dt-button" href={recordAddress(expert.id, year)} target="_blank" rel="noreferrer">
          {t('expert.record')}
        </a>
      ) : null}
      {expert.abilities.edit ? (
        <PageLink className="dt-button dt-button-primary" to={`/talents/${expert.id}/edit`}>
          {t('expert.edit')}
        </PageLink>
      ) : null}
    </div>
  );
}

function ExpertView(props: { readonly expert: ExpertDetail }) {
  const { expert } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const { locale } = useLanguage();
  const evidence = usePhrases('talent-evidence');
  const booking = usePhrases('talent-booking');
  const { isLead } = useOwn();
  const { card } = expert;
  const state =
    card?.leftOn != null ? (
      <StateTag tone="danger">{t('expert.left')}</StateTag>
    ) : (
      <StateTag tone={expert.isListed ? 'done' : 'plain'}>
        {expert.isListed ? t('expert.listed') : t('expert.notListed')}
      </StateTag>
    );
  return (
    <ObjectPage
      title={words.person(expert)}
      crumbs={[{ label: t('area.experts'), to: '/talents' }]}
      state={state}
      actions={<Actions expert={expert} />}
      note={words.pick(expert.title, expert.titleEn)}
      facts={[
        {
          label: t('expert.organisation'),
          value: (
            <SideTag side={expert.side}>{words.pick(expert.organisation, expert.organisationEn)}</SideTag>
          ),
        },
        {
          label: t('expert.languages'),
          value: expert.languages.map((one) => t(`language.${one}`)).join(' · '),
        },
        { label: t('expert.monthlyHours'), value: t('hours', { hours: expert.monthlyHours }) },
        {
          label: t('expert.rating'),
          value:
            expert.rating === null
              ? t('expert.noRating')
              : t('expert.ratingOf', { rating: expert.rating, count: expert.ratings }),
        },
        ...(card === null
          ? []
          : [
              {
                label: booking('region.label'),
                value: card.region === '' ? '–' : regionName(card.region, words.isEnglish),
              },
              {
                label: t('expert.approval'),
                value: card.needsApproval
                  ? card.approver || t('expert.needsApproval')
                  : t('expert.approvalNone'),
              },
              {
                label: t('expert.shown'),
                value: card.shown.map((one) => t(`shown.${one}`)).join(' · ') || '–',
              },
              ...(card.listedSince === null
                ? []
                : [
                    {
                      label: t('expert.consent'),
                      value: t('expert.consentSince', {
                        day: writeDay(locale, dayOfInstant(card.listedSince), 'day'),
                        by: card.consentBy,
                      }),
                    },
                  ]),
            ]),
      ]}
    >
      <div className="ts-stack">
        <Panel title={t('expert.skills')}>
          <Skills occupations={expert.occupations} tags={expert.tags} />
        </Panel>
        {expert.certificates.length === 0 ? null : (
          <Panel title={t('expert.certificates')} count={expert.certificates.length}>
            <ul className="ts-tags">
              {expert.certificates.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Panel>
        )}
        <div className="ts-two">
          <Panel title={t('expert.slots')}>
            <WeekSlots slots={expert.slots} />
            {expert.absences.length === 0 ? null : (
              <p>
                {t('expert.absences')}:{' '}
                {expert.absences.map(({ from, to }) => (
                  <span key={from}>
                    <DayRange from={from} to={to} />{' '}
                  </span>
                ))}
              </p>
            )}
          </Panel>
          <Panel title={t('expert.busy')} count={expert.busy.length}>
            {expert.busy.length === 0 ? <p className="dt-quiet">{t('expert.noBusy')}</p> : null}
            <ul className="ts-list">
              {expert.busy.map(({ startsAt, endsAt }) => (
                <li key={startsAt}>
                  <Moment instant={startsAt} />
                  <span className="dt-quiet">
                    {words.hours((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        {card !== null && expert.side === 'school' && (expert.isMine || isLead) ? (
          <p>
            <PageLink to={`/talent-teachers/${expert.id}`}>{evidence('standing.open')}</PageLink>
          </p>
        ) : null}
        {expert.isMine ? <FeedPanel /> : null}
        {expert.abilities.leave ? <LeaveExpert expert={expert} /> : null}
        {card?.leftOn == null ? null : (
          <p className="dt-quiet">
            {t('expert.left')} <Day day={card.leftOn} />
          </p>
        )}
      </div>
    </ObjectPage>
  );
}
