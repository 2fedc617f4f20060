import { DayRange, useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { dayAfter } from '../../week.ts';
import { rotations } from '../client.ts';

/** The best places for one student while everybody else stays, and the way to take them. */
export function BestPlaces(props: { readonly planId: string; readonly placementId: string }) {
  const t = usePhrases('rotation-changes');
  const nameOf = useNameOf();
  const { planId, placementId } = props;
  const find = useMutation({ mutationFn: () => rotations.change.best({ planId, placementId }) });
  const take = useWrite(rotations.change.takeBest, {
    invalidates: ['rotations'],
    done: t('best.taken'),
    onDone: () => find.reset(),
  });
  const unitOf = (place: { unitName: string; unitNameEn: string; isRest: boolean }) => {
    const unit = nameOf({ name: place.unitName, nameEn: place.unitNameEn });
    return place.isRest ? t('rest.of', { unit }) : unit;
  };
  const found = find.data;
  const gain = found?.best == null ? 0 : found.best - (found.score ?? 0);
  return (
    <>
      <h3 className="ro-heading">{t('best.title')}</h3>
      {found === undefined ? (
        <Button loading={find.isPending} onClick={() => find.mutate()}>
          {t('best.find')}
        </Button>
      ) : found.best === null ? (
        <p className="ro-warn">{t('best.none')}</p>
      ) : gain <= 1e-6 ? (
        <p role="status">{t('best.same')}</p>
      ) : (
        <>
          <p role="status">{t('best.gain', { gain: Math.round(gain * 10) / 10 })}</p>
          <ul className="ro-list">
            {found.places.map((place) => (
              <li key={`${place.unitId} ${place.firstWeek}`}>
                <span>
                  {unitOf(place)}{' '}
                  <span className="dt-quiet">
                    {nameOf({ name: place.siteName, nameEn: place.siteNameEn })}
                  </span>
                </span>
                <DayRange
                  from={place.firstWeek}
                  to={dayAfter(place.firstWeek, place.weeks * 7 - 1)}
                  style="short"
                />
              </li>
            ))}
          </ul>
          <Button loading={take.isPending} onClick={() => take.mutate({ planId, placementId })}>
            {t('best.take')}
          </Button>
        </>
      )}
    </>
  );
}
