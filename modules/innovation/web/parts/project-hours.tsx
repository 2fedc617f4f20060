import {
  Day,
  ErrorState,
  Loading,
  Panel,
  StateTag,
  today,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeNumber,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { api } from '../client.ts';
import { QuickForm } from './quick-form.tsx';

/** Hours of a project day by day: written by members, confirmed by a lead of their side. */
export function ProjectHours(props: {
  readonly projectId: string;
  readonly mayLog: boolean;
  readonly mayConfirm: boolean;
}) {
  const { projectId, mayLog, mayConfirm } = props;
  const t = usePhrases('innovation-news');
  const shared = usePhrases('innovation-projects');
  const { locale } = useLanguage();
  const found = useOperation('innovation.hours', api.hours.list, { projectId });
  const confirm = useWrite(api.hours.confirm, { invalidates: ['innovation'], done: shared('form.done') });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const open = items.filter((one) => one.confirmedBy === '' && !one.isMine);
  const waiting = [...new Map(open.map((one) => [one.memberId, one.name]))];
  return (
    <Panel title={t('hours.title')} count={items.length}>
      <p className="dt-quiet dt-small">{t('hours.note')}</p>
      {items.length === 0 ? <p className="dt-quiet">{t('hours.none')}</p> : null}
      <ul className="in-list">
        {items.map((one) => (
          <li key={`${one.memberId}${one.onDay}`}>
            <div>
              <div>{one.what}</div>
              <div className="dt-small dt-quiet">
                {one.name} · <Day day={one.onDay} style="day" />
              </div>
            </div>
            <div className="in-row">
              <span>{t('hours.some', { hours: writeNumber(locale, one.minutes / 60, 1) })}</span>
              <StateTag tone={one.confirmedBy === '' ? 'soon' : 'done'}>
                {one.confirmedBy === '' ? t('hours.open') : t('hours.confirmedBy', { by: one.confirmedBy })}
              </StateTag>
            </div>
          </li>
        ))}
      </ul>
      {mayConfirm && waiting.length > 0 ? (
        <div className="in-row in-fold">
          {waiting.map(([memberId, name]) => (
            <Button
              key={memberId}
              loading={confirm.isPending}
              onClick={() => confirm.mutate({ projectId, memberId, until: today() })}
            >
              {t('hours.confirm', { name })}
            </Button>
          ))}
        </div>
      ) : null}
      {mayLog ? (
        <QuickForm
          name={`innovation.hours.${projectId}`}
          foldedLabel={t('hours.log')}
          fields={[
            { name: 'onDay', kind: 'day', label: t('hours.day'), initial: today() },
            { name: 'hours', kind: 'hours', label: t('hours.length') },
            { name: 'what', kind: 'line', label: t('hours.what'), maxLength: 500 },
          ]}
          write={api.hours.log}
          toInput={({ onDay = '', hours, what = '' }) => ({
            ...{ projectId, onDay, what, minutes: Math.round(Number(hours ?? 0) * 60) },
          })}
          submitLabel={t('hours.log')}
        />
      ) : null}
    </Panel>
  );
}
