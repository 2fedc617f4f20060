import { useLanguage, useNameOf, usePhrases, WhyNotButton, writeDay } from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { flawsOfMove, flawsOfSwap } from '../../check-move.ts';
import type { PlanDetail } from '../../contract.ts';
import { MoveLaw } from './move-law.tsx';
import { useFlawWords } from './use-flaw-words.ts';
import type { HandWork } from './use-hand-work.ts';

type Block = PlanDetail['blocks'][number];

/** Moving and swapping by keyboard: the same rules as while dragging, said before the button is pressed. */
export function MoveForm(props: {
  readonly plan: PlanDetail;
  readonly block: Block;
  readonly hand: HandWork;
}) {
  const { plan, block, hand } = props;
  const t = usePhrases('rotations');
  const words = useFlawWords();
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const [stationId, setStation] = useState(block.stationId);
  const [firstWeek, setWeek] = useState(block.firstWeek);
  const [otherId, setOther] = useState<string>();
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
          loading={hand.isBusy}
          onClick={() => hand.move(block, { stationId, firstWeek })}
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
            loading={hand.isBusy}
            onClick={() => (other === undefined ? undefined : hand.swap(block, other))}
          >
            {t('move.swap')}
          </WhyNotButton>
        </div>
      )}
    </>
  );
}
