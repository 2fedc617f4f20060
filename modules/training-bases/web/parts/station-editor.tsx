import { useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { dayShift } from '../../shift.ts';
import { bases } from '../client.ts';
import { ShiftEditor } from './shift-editor.tsx';
import { StretchEditor } from './stretch-editor.tsx';

/** Places, closed stretches and working hours of one workstation. */
export function StationEditor(props: {
  readonly base: BaseDetail;
  readonly station: BaseDetail['stations'][number];
  readonly onClose: () => void;
}) {
  const { base, station } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [places, setPlaces] = useState(station.places);
  const [periods, setPeriods] = useState(station.periods);
  const [shift, setShift] = useState(station.shift);
  const save = useWrite(bases.setStation, {
    invalidates: ['training-bases', 'rotations'],
    done: t('stations.saved'),
    onDone: props.onClose,
  });
  const unit = base.units.find((one) => one.id === station.unitId);
  const { availableFrom, availableTo } = station;
  return (
    <section className="tb-editor" aria-label={nameOf(station)}>
      <h3>{nameOf(station)}</h3>
      <div className="tb-row">
        <span>{t('stations.places')}</span>
        <InputNumber
          aria-label={t('stations.places')}
          min={1}
          max={200}
          value={places}
          onChange={(count) => setPlaces(count ?? 1)}
        />
      </div>
      <p className="dt-quiet">{t('stretch.stationNote')}</p>
      <StretchEditor
        stretches={periods}
        hasPlaces
        addLabel={t('stretch.addClosed')}
        onChange={(list) => setPeriods(list.map((one) => ({ ...one, places: one.places ?? 0 })))}
      />
      <ShiftEditor shift={shift} otherwise={unit?.shift ?? dayShift} onChange={setShift} />
      <div className="tb-row">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              ...{ baseId: base.id, stationId: station.id, places, availableFrom, availableTo },
              ...{ periods, shift },
            })
          }
        >
          {t('stations.save')}
        </Button>
        <Button type="text" onClick={props.onClose}>
          {t('units.cancel')}
        </Button>
      </div>
    </section>
  );
}
