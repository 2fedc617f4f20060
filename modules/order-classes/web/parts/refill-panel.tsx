import {
  ConfirmButton,
  ErrorState,
  Icon,
  Loading,
  Panel,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { ClassDetail, PlacementView, RefillView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { ChoiceReasons } from './result-why.tsx';
import { ConditionsKept } from './run-facts.tsx';

/** Seats that fell free and what a further round would do with them; nothing where nobody declined or left. */
export function RefillPanel(props: {
  readonly orderClass: ClassDetail;
  readonly placements: readonly PlacementView[];
}) {
  const { orderClass, placements } = props;
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  const [isShown, setShown] = useState(false);
  const isVacated = placements.some((one) => one.state === 'declined' || one.state === 'ended');
  if (orderClass.abilities.refill !== null || !isVacated) return null;
  return (
    <Panel
      title={t('refill.title')}
      actions={
        <Button onClick={() => setShown(!isShown)} aria-expanded={isShown}>
          {isShown ? t('refill.hide') : t('refill.show')}
        </Button>
      }
    >
      <div className="oc-stack">
        <p className="dt-quiet">
          {t('refill.note')} {tw('refill.conditions')}
        </p>
        {isShown ? <Preview orderClass={orderClass} /> : null}
      </div>
    </Panel>
  );
}

function Preview(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const { id: classId } = orderClass;
  const shown = useOperation('order-classes.refill', orderClasses.refills.preview, { classId });
  const make = useWrite(orderClasses.refills.make, {
    invalidates: ['order-classes', 'compliance'],
    done: t('refill.done'),
  });
  if (shown.isPending) return <Loading />;
  if (shown.isError) return <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />;
  const { free, waiting, matched, digest } = shown.data;
  const count = free.reduce((sum, one) => sum + one.free, 0);
  return (
    <>
      <p className="oc-stable">
        <Icon name={matched > 0 ? 'check' : 'warning'} />
        <span>
          {t('refill.free', { count })}
          {' · '}
          {t('refill.waiting', { count: waiting.length })}
          {' · '}
          {t('matching.placedOf', { matched, applicants: waiting.length })}
        </span>
      </p>
      <ConditionsKept orderClass={orderClass} kept={shown.data} />
      {waiting.length === 0 ? (
        <p>{t('refill.nobody')}</p>
      ) : (
        <Waiting orderClass={orderClass} waiting={waiting} />
      )}
      {matched > 0 ? (
        <div>
          <ConfirmButton
            type="primary"
            title={t('refill.ask')}
            consequence={t('refill.askNote', { matched })}
            onConfirm={() => make.mutateAsync({ classId, digest })}
          >
            {t('refill.make')}
          </ConfirmButton>
        </div>
      ) : null}
    </>
  );
}

function Waiting(props: { readonly orderClass: ClassDetail; readonly waiting: RefillView['waiting'] }) {
  const { orderClass, waiting } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  return (
    <ul className="oc-waiting">
      {waiting.map(({ applicationId, studentName, result }) => {
        const got = result?.got ?? null;
        return (
          <li key={applicationId}>
            <details>
              <summary>
                <strong>{studentName}</strong>{' '}
                <span className={got === null ? 'dt-quiet' : undefined}>
                  {got === null
                    ? t('refill.none')
                    : t('refill.gets', {
                        seat: nameOfSeat(orderClass.seats.find((seat) => seat.id === got.seat)),
                      })}
                </span>
              </summary>
              {result === null ? null : (
                <div className="oc-stack">
                  <ChoiceReasons result={result} seats={orderClass.seats} />
                </div>
              )}
            </details>
          </li>
        );
      })}
    </ul>
  );
}
