import { useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { Labelled } from './labelled.tsx';

/** A piece of equipment as it is written; without an id it is new. */
export type EquipmentDraft = Omit<BaseDetail['equipment'][number], 'id'> & { readonly id?: string };

export const emptyEquipment: EquipmentDraft = {
  ...{ assetNumber: '', name: '', nameEn: '', stationId: null, note: '' },
  ...{ condition: 'ready', inspectionDue: null },
};
const conditions = ['ready', 'limited', 'broken'] as const;

/** Adds a piece of equipment or changes one. */
export function EquipmentForm(props: {
  readonly base: BaseDetail;
  readonly draft: EquipmentDraft;
  readonly onClose: () => void;
}) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [draft, setDraft] = useState(props.draft);
  const save = useWrite(bases.saveEquipment, {
    invalidates: ['training-bases'],
    done: t('equipment.saved'),
    onDone: props.onClose,
  });
  const { id, assetNumber, name, nameEn, stationId, condition, inspectionDue, note } = draft;
  const title = id === undefined ? t('equipment.add') : nameOf(draft);
  const line = (key: 'assetNumber' | 'name' | 'nameEn' | 'note', label: string, maxLength: number) => (
    <Labelled label={label}>
      <Input
        aria-label={label}
        maxLength={maxLength}
        value={draft[key]}
        onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
      />
    </Labelled>
  );
  return (
    <section className="tb-editor" aria-label={title}>
      <h3>{title}</h3>
      <div className="tb-fields">
        {line('assetNumber', t('equipment.asset'), 60)}
        {line('name', t('equipment.name'), 200)}
        {line('nameEn', t('equipment.nameEn'), 200)}
        <Labelled label={t('stations.name')}>
          <Select
            aria-label={t('stations.name')}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={stationId}
            options={base.stations.map((station) => ({
              value: station.id,
              label: `${nameOf(station)} · ${station.code}`,
            }))}
            onChange={(value: string | undefined) => setDraft({ ...draft, stationId: value ?? null })}
          />
        </Labelled>
        <Labelled label={t('equipment.condition')}>
          <Select
            aria-label={t('equipment.condition')}
            value={condition}
            options={conditions.map((value) => ({ value, label: t(`equipment.${value}`) }))}
            onChange={(value) => setDraft({ ...draft, condition: value })}
          />
        </Labelled>
        <Labelled label={t('equipment.due')}>
          <Input
            type="date"
            aria-label={t('equipment.due')}
            value={inspectionDue ?? ''}
            onChange={(event) => setDraft({ ...draft, inspectionDue: event.target.value || null })}
          />
        </Labelled>
        {line('note', t('equipment.note'), 500)}
      </div>
      <div className="tb-row">
        <Button
          type="primary"
          disabled={assetNumber.trim() === '' || name.trim() === ''}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              baseId: base.id,
              ...(id === undefined ? {} : { id }),
              ...{ assetNumber, name, nameEn, stationId, condition, inspectionDue, note },
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
