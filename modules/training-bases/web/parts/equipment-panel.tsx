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
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { careState } from '../../care.ts';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { type EquipmentDraft, EquipmentForm, emptyEquipment } from './equipment-form.tsx';
import { EquipmentSheet } from './equipment-sheet.tsx';
import { useShownRows } from './use-shown-rows.tsx';

type Equipment = BaseDetail['equipment'][number];
const tones = { ready: 'done', limited: 'now', broken: 'danger' } as const;

/** The inventory of a base: asset, workstation, condition, and when it must be inspected. */
export function EquipmentPanel(props: { readonly base: BaseDetail; readonly canEdit: boolean }) {
  const { base, canEdit } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [draft, setDraft] = useState<EquipmentDraft>();
  const stations = new Map(base.stations.map((one) => [one.id, one]));
  const stationName = (one: Equipment) => {
    const station = stations.get(one.stationId ?? '');
    return station === undefined ? '' : nameOf(station);
  };
  const { shown, search, more } = useShownRows(base.equipment, {
    label: t('equipment.search'),
    textOf: (one) => [one.assetNumber, one.name, one.nameEn, stationName(one)].join(' '),
  });
  const add =
    canEdit && draft === undefined ? (
      <Button size="small" onClick={() => setDraft(emptyEquipment)}>
        {t('equipment.add')}
      </Button>
    ) : undefined;
  return (
    <Panel title={t('equipment.title')} count={base.equipment.length} actions={add}>
      {draft !== undefined && draft.id === undefined ? (
        <EquipmentForm base={base} draft={draft} onClose={() => setDraft(undefined)} />
      ) : null}
      {base.equipment.length === 0 && draft === undefined ? (
        <EmptyState title={t('equipment.none')}>{t('equipment.noneNote')}</EmptyState>
      ) : null}
      {search}
      <ul className="tb-list tb-equipment">
        {shown.map((one) => (
          <EquipmentRow
            key={one.id}
            base={base}
            one={one}
            station={stationName(one)}
            canEdit={canEdit}
            onEdit={() => setDraft(one)}
          >
            {draft?.id === one.id ? (
              <EquipmentForm base={base} draft={draft} onClose={() => setDraft(undefined)} />
            ) : null}
          </EquipmentRow>
        ))}
      </ul>
      {more}
      <EquipmentSheet base={base} canEdit={canEdit} />
    </Panel>
  );
}

function EquipmentRow(props: {
  readonly base: BaseDetail;
  readonly one: Equipment;
  readonly station: string;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}) {
  const { base, one, canEdit } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const remove = useWrite(bases.removeEquipment, {
    invalidates: ['training-bases'],
    done: t('equipment.removed'),
  });
  return (
    <li>
      <span>
        <b>{nameOf(one)}</b> <span className="dt-quiet">{one.assetNumber}</span>
        <span className="tb-period">{[props.station, one.note].filter(Boolean).join(' · ')}</span>
      </span>
      <StateTag tone={tones[one.condition]}>{t(`equipment.${one.condition}`)}</StateTag>
      <DueText due={one.inspectionDue} />
      <span className="tb-row tb-tight tb-deeds">
        {canEdit ? (
          <>
            <Button size="small" onClick={props.onEdit}>
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
          </>
        ) : null}
      </span>
      {one.condition === 'ready' ? null : <Ways base={base} one={one} />}
      {props.children}
    </li>
  );
}

function DueText(props: { readonly due: string | null }) {
  const { due } = props;
  const t = usePhrases('training-bases');
  if (due === null) return <span className="dt-quiet">{t('equipment.noDue')}</span>;
  const state = careState('inspection', due, today());
  const word = { over: 'equipment.late', soon: 'equipment.soon', fine: 'equipment.due' } as const;
  const look = { over: 'tb-late', soon: 'tb-soon', fine: undefined };
  return (
    <span className={look[state]}>
      {t(word[state])} <Day day={due} />
    </span>
  );
}

/** Where something that does not work leads: to the people at its workstation, and to a challenge. */
function Ways(props: { readonly base: BaseDetail; readonly one: Equipment }) {
  const { base, one } = props;
  const t = usePhrases('training-bases');
  const news = usePhrases('innovation-news');
  const nameOf = useNameOf();
  const start = new URLSearchParams({
    ...{ from: 'downtime', place: 'equipment', record: one.id, within: base.id },
    note: `${nameOf(one)} ${one.assetNumber}`,
  });
  return (
    <span className="tb-ways">
      {one.stationId === null ? null : (
        <PageLink to={`/rotation-calendar?by=station&id=${one.stationId}`}>
          {t('equipment.whoThere')}
        </PageLink>
      )}
      <PageLink
        to={`/challenges?origin=${one.id}`}
        aria-label={news('origin.listLabel', { title: nameOf(one) })}
      >
        {news('origin.list')}
      </PageLink>
      <PageLink
        to={`/challenges/new?${start.toString()}`}
        aria-label={news('origin.startLabel', { title: nameOf(one) })}
      >
        {news('origin.start')}
      </PageLink>
    </span>
  );
}
