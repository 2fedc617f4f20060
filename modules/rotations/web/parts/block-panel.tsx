import { DayRange, FactList, Panel, useNameOf, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Button } from 'antd';
import type { PlanDetail } from '../../contract.ts';
import { dayAfter } from '../../week.ts';
import { rotations } from '../client.ts';
import { BestPlaces } from './best-places.tsx';
import { MoveForm } from './move-form.tsx';
import { ReasonList } from './reason-list.tsx';
import { ShiftText } from './shift-text.tsx';
import { SwapCosts } from './swap-costs.tsx';
import type { HandWork } from './use-hand-work.ts';
import { useListOf } from './use-list-of.ts';
import { useWhyNot } from './use-why-not.ts';

type Block = PlanDetail['blocks'][number];

/** One block: who, where, with whom, and how full the place is; it can be kept for the next search. */
export function BlockPanel(props: {
  readonly plan: PlanDetail;
  readonly block: Block;
  readonly hand: HandWork;
  readonly onClose: () => void;
}) {
  const { plan, block, hand } = props;
  const canMove = plan.state === 'solved' && plan.abilities.pin === null;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const whyNot = useWhyNot();
  const pin = useWrite(rotations.pin, { invalidates: ['rotations'] });
  const end = (one: Block) => dayAfter(one.firstWeek, one.weeks * 7 - 1);
  const together = plan.blocks.filter(
    (one) =>
      one.id !== block.id &&
      one.stationId === block.stationId &&
      one.firstWeek <= end(block) &&
      end(one) >= block.firstWeek,
  );
  const places = plan.stations.find((station) => station.id === block.stationId)?.places ?? 0;
  return (
    <Panel
      title={`${block.studentName} · ${nameOf({ name: block.unitName, nameEn: block.unitNameEn })}`}
      actions={
        <Button type="text" size="small" onClick={props.onClose}>
          {t('block.close')}
        </Button>
      }
    >
      <FactList
        facts={[
          { label: t('block.when'), value: <DayRange from={block.firstWeek} to={end(block)} /> },
          {
            label: t('chart.station'),
            value: `${nameOf({ name: block.stationName, nameEn: block.stationNameEn })} · ${nameOf({ name: block.siteName, nameEn: block.siteNameEn })}`,
          },
          {
            label: t('block.mentor'),
            value:
              block.mentorName === '' ? (
                <span className="ro-warn">{t('block.noMentor')}</span>
              ) : (
                block.mentorName
              ),
          },
          ...(block.shift === null
            ? []
            : [{ label: t('block.hours'), value: <ShiftText shift={block.shift} /> }]),
          {
            label: t('block.together', { places }),
            value: together.length === 0 ? t('block.alone') : listOf(together.map((one) => one.studentName)),
          },
        ]}
      />
      <h3 className="ro-heading">{t('why.title')}</h3>
      <ReasonList reason={block.reason} />
      {plan.state === 'solved' ? (
        <SwapCosts key={block.id} plan={plan} block={block} hand={canMove ? hand : undefined} />
      ) : null}
      {canMove ? (
        <>
          <MoveForm
            key={`${block.id} ${block.stationId} ${block.firstWeek}`}
            plan={plan}
            block={block}
            hand={hand}
          />
          <BestPlaces key={block.placementId} planId={plan.id} placementId={block.placementId} />
        </>
      ) : null}
      {plan.state === 'solved' || (block.isPinned && plan.abilities.free === null) ? (
        <div className="ro-row">
          <WhyNotButton
            whyNot={whyNot(block.isPinned ? plan.abilities.free : plan.abilities.pin)}
            loading={pin.isPending}
            onClick={() => pin.mutate({ planId: plan.id, blockId: block.id, isPinned: !block.isPinned })}
          >
            {block.isPinned ? t('block.free') : t('block.pin')}
          </WhyNotButton>
          <span className="dt-quiet">{t('block.pinNote')}</span>
        </div>
      ) : null}
    </Panel>
  );
}
