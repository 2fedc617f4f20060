import { Icon, Moment, Panel, StateTag, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { MyBriefing } from '../../contract/briefings.ts';
import type { MyClass } from '../../shapes.ts';
import { orderClasses } from '../client.ts';

/** Information sessions that a student may come to. Not there without one. */
export function MyBriefings(props: { readonly mine: MyClass; readonly isStudent: boolean }) {
  const t = usePhrases('recruitment');
  const found = useOperation('order-classes.my-briefings', orderClasses.briefings.mine, {
    classId: props.mine.id,
  });
  const items = found.data ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('tab.briefings')}>
      <ul className="oc-ranks">
        {items.map((one) => (
          <BriefingLine key={one.id} briefing={one} isStudent={props.isStudent} />
        ))}
      </ul>
    </Panel>
  );
}

function BriefingLine(props: { readonly briefing: MyBriefing; readonly isStudent: boolean }) {
  const { id, startsAt, place, link, schoolHost, enterpriseHost, isCancelled, isMine, free } = props.briefing;
  const t = usePhrases('recruitment');
  const signUp = useWrite(orderClasses.briefings.signUp, {
    invalidates: ['order-classes'],
    done: t('briefing.signedUp'),
  });
  const isAhead = !isCancelled && new Date(startsAt) > new Date();
  return (
    <li className={isMine ? 'oc-rank oc-rank-own' : 'oc-rank'}>
      {isMine && !isCancelled ? <Icon name="check" /> : <span />}
      <span>
        <strong>
          <Moment instant={startsAt} />
        </strong>
        {place === '' ? null : <span className="oc-line">{place}</span>}
        {link === '' || isCancelled ? null : (
          <a className="oc-line" href={link} target="_blank" rel="noreferrer">
            {t('briefing.join')}
          </a>
        )}
        <span className="oc-line dt-quiet dt-small">
          {t('briefing.hosts')} {schoolHost} · {enterpriseHost}
        </span>
        {isCancelled ? <StateTag>{t('briefing.cancelled')}</StateTag> : null}
        {isMine && !isCancelled ? <span className="oc-line dt-small">{t('briefing.mine')}</span> : null}
      </span>
      {isAhead ? (
        <span className="oc-rank-buttons">
          {free === null || isMine ? null : (
            <span className="dt-quiet dt-small">{t('briefing.free', { count: free })}</span>
          )}
          {props.isStudent && (isMine || free !== 0) ? (
            <Button
              type={isMine ? 'text' : 'default'}
              loading={signUp.isPending}
              onClick={() => signUp.mutate({ briefingId: id, comes: !isMine })}
            >
              {isMine ? t('briefing.signOff') : t('briefing.signUp')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </li>
  );
}
