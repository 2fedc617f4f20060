import { useLanguage, useNameOf, usePhrases, useWrite, WhyNotButton, writeDay } from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { flawsOfMove, flawsOfSwap } from '../../check-move.ts';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';
import { MoveLaw } from './move-law.tsx';
import { useFlawWords } from './use-flaw-words.ts';

type Block = PlanDetail['blocks'][number];

/** Moving and swapping by keyboard: the same rules as while dragging, said before the button is pressed. */
export function MoveForm(props: { readonly plan: PlanDetail; readonly block: Block }) {
  const { plan, block } = props;
  const t = usePhrases('rotations');
  const words = useFlawWords();
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const [stationId, setStation] = useState(block.stationId);
  const [firstWeek, setWeek] = useState(block.firstWeek);
  const [otherId, setOther] = useState<string>();
  const move = useWrite(rotations.change.move, { invalidates: ['rotations'], done: t('move.done') });
  const swap = useWrite(rotations.change.swap, { invalidates: ['rotations'], done: t('move.swapped') });
  const isHere = stationId === block.stationId && firstWeek === block.firstWeek;
  const flaw = isHere ? t('move.here') : words(flawsOfMove(plan, block, { stationId, firstWeek }));
  const others = plan.blocks.filter(
    (one) => one.unitId === block.unitId && one.placementId !== block.placementId,
  );
  const other = others.find((one) => one.id === otherId);
  const swapFlaw = other === undefined ? t('move.swapWith') : words(flawsOfSwap(plan, block, other));
  return (
    <>
      <h3 className="ro-heading">{t('move.title')}</h3>
      <div className="ro-row">
        <Select
          aria-label={t('move.station')}
          className="ro-subject"
          value={stationId}
          options={plan.stations
            .filter((one) => one.unitId === block.unitId)
            .map((one) => ({
              value: one.id,
              label: `${nameOf(one)} · ${nameOf({ name: one.siteName, nameEn: one.siteNameEn })}`,
            }))}
          onChange={setStation}
        />
        <Select
          aria-label={t('move.week')}
          value={firstWeek}
          options={plan.calendar.map((week) => ({
            value: week.weekStart,
            label: writeDay(locale, week.weekStart, 'short'),
          }))}
          onChange={setWeek}
        />
        <WhyNotButton
          whyNot={flaw ?? undefined}
          loading={move.isPending}
          onClick={() => move.mutate({ planId: plan.id, blockId: block.id, stationId, firstWeek })}
        >
          {t('move.do')}
        </WhyNotButton>
        {flaw === null ? <span className="dt-quiet">{t('move.free')}</span> : null}
      </div>
      {flaw === null ? (
        <MoveLaw plan={plan} block={block} stationId={stationId} firstWeek={firstWeek} />
      ) : null}
      {others.length === 0 ? null : (
        <div className="ro-row">
          <Select
            aria-label={t('move.swapWith')}
            placeholder={t('move.swapWith')}
            className="ro-subject"
            showSearch={{ optionFilterProp: 'label' }}
            value={otherId ?? null}
            options={others.map((one) => ({
              value: one.id,
              label: `${one.studentName} · ${writeDay(locale, one.firstWeek, 'short')} · ${nameOf({ name: one.stationName, nameEn: one.stationNameEn })}`,
            }))}
            onChange={(value: string) => setOther(value)}
          />
          <WhyNotButton
            whyNot={swapFlaw ?? undefined}
            loading={swap.isPending}
            onClick={() =>
              other === undefined
                ? undefined
                : swap.mutate({ planId: plan.id, blockId: block.id, otherId: other.id })
            }
          >
            {t('move.swap')}
          </WhyNotButton>
        </div>
      )}
    </>
  );
}
