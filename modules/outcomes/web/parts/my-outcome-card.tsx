import {
  Day,
  ErrorState,
  Figure,
  FigureStrip,
  Loading,
  Money,
  PageLink,
  Panel,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { outcomes } from '../client.ts';
import '../outcomes.css';

/** The newest class of a student: mean mark, offer, pay. */
export function MyOutcomeCard() {
  const t = usePhrases('outcomes');
  const list = useOperation('outcomes.mine', outcomes.mine, {});
  if (list.isPending) return <Loading />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const [own] = list.data;
  return (
    <Panel title={t('mine.title')} actions={<PageLink to="/my-outcomes">{t('mine.open')}</PageLink>}>
      {own === undefined ? (
        <p className="dt-quiet">{t('mine.none')}</p>
      ) : (
        <>
          <FigureStrip>
            <Figure
              label={t('grid.marks')}
              value={own.meanScore}
              unit={t('unit.points', { count: own.meanScore ?? 0 })}
              definition={t('mine.marksDefinition')}
              to="/my-outcomes"
              side="student"
            />
          </FigureStrip>
          <p className="out-words">
            {own.outcome?.offeredOn ? (
              <>
                {t('grid.offeredOn')} <Day day={own.outcome.offeredOn} />
              </>
            ) : (
              t('mine.noOffer')
            )}
            {own.outcome?.monthlyPay == null ? null : (
              <Money money={{ amount: own.outcome.monthlyPay, currency: 'CNY' }} perMonth />
            )}
          </p>
        </>
      )}
    </Panel>
  );
}
