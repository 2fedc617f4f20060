import { Day, Panel, useLanguage, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { holidayName } from '../../holidays.ts';
import { rotations } from '../client.ts';
import { useWhyNot } from './use-why-not.ts';

const kinds = ['school', 'enterprise', 'exam', 'holiday'] as const;
type Kind = (typeof kinds)[number];

/** What each week is for. Choose a kind and click weeks; nothing changes before it is saved. */
export function CalendarPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const whyNot = useWhyNot();
  const [brush, setBrush] = useState<Kind>('enterprise');
  const [changes, setChanges] = useState<ReadonlyMap<string, Kind>>(new Map());
  const save = useWrite(rotations.setWeeks, { invalidates: ['rotations'], done: t('calendar.saved') });
  const canEdit = plan.abilities.edit === null;
  const paint = (weekStart: string, kind: Kind) => {
    const next = new Map(changes);
    if (kind === brush) next.delete(weekStart);
    else next.set(weekStart, brush);
    setChanges(next);
  };
  return (
    <Panel title={t('calendar.title')}>
      {canEdit ? (
        <div className="ro-row">
          <span className="dt-quiet">{t('calendar.paint')}</span>
          <Segmented
            value={brush}
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={setBrush}
          />
        </div>
      ) : null}
      <ol className="ro-weeks">
        {plan.calendar.map((week, at) => {
          const kind = changes.get(week.weekStart) ?? week.kind;
          const content = (
            <>
              <b>{t('calendar.week', { number: at + 1 })}</b>
              <small>
                <Day day={week.weekStart} style="short" />
              </small>
              <span>{t(`kind.${kind}`)}</span>
              {week.note === '' ? null : <small>{holidayName(week.note, locale)}</small>}
            </>
          );
          const look = `ro-week ro-week-${kind}${changes.has(week.weekStart) ? ' ro-changed' : ''}`;
          return (
            <li key={week.weekStart}>
              {canEdit ? (
                <button
                  type="button"
                  className={look}
                  title={t(`kind.${kind}`)}
                  onClick={() => paint(week.weekStart, week.kind)}
                >
                  {content}
                </button>
              ) : (
                <div className={look} title={t(`kind.${kind}`)}>
                  {content}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {changes.size === 0 ? null : (
        <div className="ro-row">
          <WhyNotButton
            type="primary"
            whyNot={whyNot(plan.abilities.edit)}
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                planId: plan.id,
                weeks: [...changes].map(([weekStart, kind]) => ({ weekStart, kind, note: '' })),
              })
            }
          >
            {t('calendar.save', { count: changes.size })}
          </WhyNotButton>
          {plan.blocks.length === 0 ? null : <span className="dt-quiet">{t('calendar.again')}</span>}
        </div>
      )}
    </Panel>
  );
}
