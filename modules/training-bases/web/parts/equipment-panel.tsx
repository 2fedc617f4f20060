import {
  ConfirmButton,
  Day,
  EmptyState,
  PageLink,
  Panel,
  StateTag,
  today,
  useNameOf,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';

type Equipment = BaseDetail['equipment'][number];
type Draft = Pick<Equipment, 'assetNumber' | 'name' | 'stationId' | 'condition' | 'inspectionDue'> & {
  id?: string;
};
const tones = { ready: 'done', limited: 'now', broken: 'danger' } as const;
const conditions = ['ready', 'limited', 'broken'] as const;
const empty: Draft = { assetNumber: '', name: '', stationId: null, condition: 'ready', inspectionDue: null };

/** The inventory of a base: asset, workstation, condition, and when it must be inspected. */
export function EquipmentPanel(props: { readonly base: BaseDetail; readonly canEdit: boolean }) {
  const { base, canEdit } = props;
  const t = usePhrases('training-bases');
  const news = usePhrases('innovation-news');
  const nameOf = useNameOf();
  const [draft, setDraft] = useState<Draft>();
  const remove = useWrite(bases.removeEquipment, {
    invalidates: ['training-bases'],
    done: t('equipment.removed'),
  });
  const stationName = (id: string | null) => {
    const station = base.stations.find((one) => one.id === id);
    return station === undefined ? '' : nameOf(station);
  };
  const add =
    canEdit && draft === undefined ? (
      <Button size="small" onClick={() => setDraft(empty)}>
        {t('equipment.add')}
      </Button>
    ) : undefined;
  return (
    <Panel title={t('equipment.title')} count={base.equipment.length} actions={add}>
      {base.equipment.length === 0 && draft === undefined ? (
        <EmptyState title={t('equipment.none')}>{t('equipment.noneNote')}</EmptyState>
      ) : (
        <ul className="tb-list">
          {base.equipment.map((one) => (
            <li key={one.id}>
              <span>
                <b>{nameOf(one)}</b> <span className="dt-quiet">{one.assetNumber}</span>
                <br />
                <span className="dt-quiet">{stationName(one.stationId)}</span>
              </span>
              <StateTag tone={tones[one.condition]}>{t(`equipment.${one.condition}`)}</StateTag>
              {one.inspectionDue === null ? (
                <span className="dt-quiet">{t('equipment.noDue')}</span>
              ) : (
                <span className={one.inspectionDue < today() ? 'tb-late' : undefined}>
                  {t(one.inspectionDue < today() ? 'equipment.late' : 'equipment.due')}{' '}
                  <Day day={one.inspectionDue} />
                </span>
              )}
              {one.condition === 'ready' ? null : (
                <>
                  <PageLink
                    to={`/challenges?origin=${one.id}`}
                    aria-label={news('origin.listLabel', { title: nameOf(one) })}
                  >
                    {news('origin.list')}
                  </PageLink>
                  <PageLink
                    to={`/challenges/new?${new URLSearchParams({
                      ...{ from: 'downtime', place: 'equipment', record: one.id, within: base.id },
                      note: `${nameOf(one)} ${one.assetNumber}`,
                    }).toString()}`}
                    aria-label={news('origin.startLabel', { title: nameOf(one) })}
                  >
                    {news('origin.start')}
                  </PageLink>
                </>
              )}
              {canEdit ? (
                <span className="tb-row">
                  <Button size="small" onClick={() => setDraft(one)}>
                    {t('stations.edit')}
                  </Button>
                  <ConfirmButton
                    title={t('equipment.removeQuestion', { name: nameOf(one) })}
                    size="small"
                    consequence={t('equipment.removeNote')}
                    confirmLabel={t('units.remove')}
                    onConfirm={() => remove.mutateAsync({ baseId: base.id, equipmentId: one.id })}
                  >
                    {t('units.remove')}
                  </ConfirmButton>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {draft === undefined ? null : (
        <EquipmentForm
          key={draft.id ?? 'new'}
          base={base}
          draft={draft}
          onClose={() => setDraft(undefined)}
        />
      )}
    </Panel>
  );
}

function EquipmentForm(props: {
  readonly base: BaseDetail;
  readonly draft: Draft;
  readonly onClose: () => void;
}) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [draft, setDraft] = useState<Draft>(props.draft);
  const save = useWrite(bases.saveEquipment, {
    invalidates: ['training-bases'],
    done: t('equipment.saved'),
    onDone: props.onClose,
  });
  const { id, assetNumber, name, stationId, condition, inspectionDue } = draft;
  return (
    <div className="tb-row">
      <Input
        aria-label={t('equipment.asset')}
        placeholder={t('equipment.asset')}
        className="tb-date"
        maxLength={60}
        value={assetNumber}
        onChange={(event) => setDraft({ ...draft, assetNumber: event.target.value })}
      />
      <Input
        aria-label={t('equipment.name')}
        placeholder={t('equipment.name')}
        className="tb-note"
        maxLength={200}
        value={name}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <Select
        aria-label={t('stations.name')}
        placeholder={t('stations.name')}
        className="tb-note"
        allowClear
        value={stationId}
        options={base.stations.map((station) => ({ value: station.id, label: nameOf(station) }))}
        onChange={(value: string | undefined) => setDraft({ ...draft, stationId: value ?? null })}
      />
      <Select
        aria-label={t('equipment.condition')}
        value={condition}
        options={conditions.map((value) => ({ value, label: t(`equipment.${value}`) }))}
        onChange={(value) => setDraft({ ...draft, condition: value })}
      />
      <Input
        type="date"
        aria-label={t('equipment.due')}
        title={t('equipment.due')}
        className="tb-date"
        value={inspectionDue ?? ''}
        onChange={(event) => setDraft({ ...draft, inspectionDue: event.target.value || null })}
      />
      <Button
        type="primary"
        disabled={assetNumber.trim() === '' || name.trim() === ''}
        loading={save.isPending}
        onClick={() =>
          save.mutate({
            baseId: base.id,
            ...(id === undefined ? {} : { id }),
            ...{ assetNumber, name, stationId, condition, inspectionDue },
          })
        }
      >
        {t('stations.save')}
      </Button>
      <Button type="text" onClick={props.onClose}>
        {t('units.cancel')}
      </Button>
    </div>
  );
}
