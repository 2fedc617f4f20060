import { Day, ErrorState, Panel, useNameOf, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { type ChangeReason, changeReasons } from '../../placing.ts';
import type { ClassDetail, PlacementView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { WideTable } from './wide-table.tsx';

type PanelProps = { readonly orderClass: ClassDetail; readonly placements: readonly PlacementView[] };

/** Who left or changed the post, and the school's two ways to record it. */
export function ChangesPanel({ orderClass, placements }: PanelProps) {
  const t = usePhrases('class-work');
  const found = useOperation('order-classes.changes', orderClasses.changes.list, { classId: orderClass.id });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const mayLeave = placements.filter((one) => one.abilities.leave === null);
  const mayMove = placements.filter((one) => one.abilities.move === null);
  if (found.data.length === 0 && mayLeave.length === 0 && mayMove.length === 0) return null;
  return (
    <Panel title={t('tab.changes')}>
      <div className="oc-stack">
        {found.data.length === 0 ? (
          <p className="dt-quiet">
            {t('changes.none')} · {t('changes.noneNote')}
          </p>
        ) : (
          <Changes orderClass={orderClass} changes={found.data} />
        )}
        {mayMove.length > 0 && orderClass.seats.length > 1 ? (
          <ChangeForm key="move" kind="move" orderClass={orderClass} placements={mayMove} />
        ) : null}
        {mayLeave.length > 0 ? (
          <ChangeForm key="leave" kind="leave" orderClass={orderClass} placements={mayLeave} />
        ) : null}
      </div>
    </Panel>
  );
}

function Changes(props: {
  readonly orderClass: ClassDetail;
  readonly changes: Awaited<ReturnType<typeof orderClasses.changes.list>>;
}) {
  const t = usePhrases('class-work');
  const nameOfSeat = seatName(useNameOf());
  const seatOf = (id: string | null) => nameOfSeat(props.orderClass.seats.find((seat) => seat.id === id));
  return (
    <WideTable label={t('tab.changes')}>
      <table className="oc-table oc-cards">
        <thead>
          <tr>
            <th>{t('changes.student')}</th>
            <th>{t('changes.kind')}</th>
            <th>{t('changes.reason')}</th>
            <th>{t('changes.day')}</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.studentName}</th>
              <td>
                {t(`changes.${one.kind}`)}: {seatOf(one.fromSeatId)}
                {one.toSeatId === null ? '' : ` → ${seatOf(one.toSeatId)}`}
              </td>
              <td>
                {t(`reason.${one.reason}`)}
                <div className="dt-quiet dt-small">
                  {one.byRole === 'student' ? t('changes.byStudent') : t('changes.bySchool')}
                  {one.note === '' ? '' : ` · ${one.note}`}
                </div>
              </td>
              <td>
                <Day day={one.changedOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function ChangeForm(props: PanelProps & { readonly kind: 'leave' | 'move' }) {
  const { kind, orderClass, placements } = props;
  const t = usePhrases('class-work');
  const nameOfSeat = seatName(useNameOf());
  const [placementId, setPlacement] = useState<string>();
  const [seatId, setSeat] = useState<string>();
  const [why, setWhy] = useState<Why>({ reason: 'not-suited', note: '' });
  const options = { invalidates: ['order-classes', 'compliance'], done: t('changes.done') };
  const leave = useWrite(orderClasses.changes.leave, options);
  const move = useWrite(orderClasses.changes.move, options);
  const chosen = placements.find((one) => one.id === placementId);
  const submit = () => {
    if (chosen === undefined) return;
    if (kind === 'leave') leave.mutate({ placementId: chosen.id, ...why });
    else if (seatId !== undefined) move.mutate({ placementId: chosen.id, seatId, ...why });
    setPlacement(undefined);
    setSeat(undefined);
  };
  return (
    <details>
      <summary>{kind === 'leave' ? t('changes.leaveTitle') : t('changes.moveTitle')}</summary>
      <div className="oc-stack">
        {kind === 'move' ? <p className="dt-quiet">{t('changes.moveNote')}</p> : null}
        <div className="oc-fields">
          <div className="oc-label">
            <span>{t('changes.who')}</span>
            <Select
              aria-label={t('changes.who')}
              value={chosen?.id}
              onChange={setPlacement}
              options={placements.map((one) => ({ value: one.id, label: one.studentName }))}
            />
          </div>
          {kind === 'move' ? (
            <div className="oc-label">
              <span>{t('changes.to')}</span>
              <Select
                aria-label={t('changes.to')}
                value={seatId}
                onChange={setSeat}
                options={orderClass.seats
                  .filter((seat) => seat.id !== chosen?.seatId)
                  .map((seat) => ({ value: seat.id, label: nameOfSeat(seat) }))}
              />
            </div>
          ) : null}
          <WhyFields why={why} onChange={setWhy} />
        </div>
        <div>
          <Button
            loading={leave.isPending || move.isPending}
            disabled={chosen === undefined || (kind === 'move' && seatId === undefined)}
            onClick={submit}
          >
            {kind === 'leave' ? t('changes.doLeave') : t('changes.move')}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** A reason and a few words to it. */
export type Why = { reason: ChangeReason; note: string };

/** The reason somebody leaves or moves, chosen, and a few words. */
export function WhyFields(props: { readonly why: Why; readonly onChange: (why: Why) => void }) {
  const { why, onChange } = props;
  const t = usePhrases('class-work');
  const id = useId();
  return (
    <>
      <div className="oc-label">
        <span>{t('changes.reason')}</span>
        <Select
          aria-label={t('changes.reason')}
          value={why.reason}
          onChange={(reason) => onChange({ ...why, reason })}
          options={changeReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        />
      </div>
      <div className="oc-label">
        <label htmlFor={id}>{t('changes.note')}</label>
        <input
          id={id}
          className="dt-input"
          maxLength={500}
          value={why.note}
          onChange={(event) => onChange({ ...why, note: event.target.value })}
        />
      </div>
    </>
  );
}
