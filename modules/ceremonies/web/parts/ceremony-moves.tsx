import { ConfirmButton, PageLink, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { today } from '../today.ts';
import { useWhyNot } from '../words.ts';

/** What can be done with the ceremony as a whole: start, screen and remote, finish, call off. */
export function CeremonyMoves(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const { id, state, abilities, news } = ceremony;
  const t = usePhrases('ceremonies');
  const whyNot = useWhyNot();
  const move = useWrite(api.ceremonies.move, {
    answers: (after) => ['ceremonies.get', { ceremonyId: after.id }],
    invalidates: ['ceremonies'],
  });
  const go = (action: 'start' | 'cancel') => move.mutateAsync({ ceremonyId: id, action });
  if (state === 'held' && news?.isShown) {
    return (
      <a href={`/news/${news.slug}`} target="_blank" rel="noreferrer">
        {t('news.open')}
      </a>
    );
  }
  if (state !== 'planned' && state !== 'live') return null;
  return (
    <div className="ce-row">
      {state === 'live' ? (
        <>
          <PageLink to={`/ceremonies/${id}/remote`}>{t('do.remote')}</PageLink>
          <PageLink to={`/ceremonies/${id}/screen`}>{t('do.screen')}</PageLink>
          <FinishButton
            ceremony={ceremony}
            onFinish={(hasUnveiled) => move.mutateAsync({ ceremonyId: id, action: 'finish', hasUnveiled })}
          />
        </>
      ) : (
        <>
          <PageLink to={`/ceremonies/${id}/screen`}>{t('do.screen')}</PageLink>
          {abilities.cancel === null ? (
            <ConfirmButton
              type="text"
              title={t('do.cancel')}
              consequence={t('do.cancelNote')}
              danger
              onConfirm={() => go('cancel')}
            >
              {t('do.cancel')}
            </ConfirmButton>
          ) : null}
          {ceremony.heldOn <= today() ? (
            <FinishButton
              ceremony={ceremony}
              onFinish={(hasUnveiled) => move.mutateAsync({ ceremonyId: id, action: 'finish', hasUnveiled })}
            />
          ) : null}
          <WhyNotButton
            type="primary"
            whyNot={whyNot(abilities.start)}
            loading={move.isPending}
            onClick={() => void go('start').catch(() => undefined)}
          >
            {t('do.start')}
          </WhyNotButton>
        </>
      )}
    </div>
  );
}

/** Finishes, with one question where a plaque is on the agenda and nobody has pressed for it. */
function FinishButton(props: {
  readonly ceremony: CeremonyDetail;
  readonly onFinish: (hasUnveiled: boolean) => unknown;
}) {
  const { state, abilities, agenda, unveiledAt } = props.ceremony;
  const t = usePhrases('ceremonies');
  const [hasUnveiled, setUnveiled] = useState(true);
  const isAsked = unveiledAt === null && agenda.some((item) => item.kind === 'unveiling');
  if (abilities.finish !== null) return null;
  const words = state === 'live' ? t('do.finish') : t('do.wasHeld');
  return (
    <ConfirmButton
      title={words}
      consequence={
        <>
          <p>{state === 'live' ? t('do.finishNote') : t('do.wasHeldNote')}</p>
          {isAsked ? (
            <Checkbox checked={hasUnveiled} onChange={(event) => setUnveiled(event.target.checked)}>
              {t('do.wasUnveiled')}
            </Checkbox>
          ) : null}
        </>
      }
      onConfirm={() => props.onFinish(isAsked && hasUnveiled)}
    >
      {words}
    </ConfirmButton>
  );
}
