import {
  ConfirmButton,
  DayRange,
  EmptyState,
  PageLink,
  Panel,
  SaveRows,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, InputNumber, Select } from 'antd';
import { Fragment, useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { StationEditor } from './station-editor.tsx';
import { useShownRows } from './use-shown-rows.tsx';

/** Workstations that the enterprise offers to the base, and the form to offer one. */
export function StationsPanel(props: { readonly base: BaseDetail; readonly canOffer: boolean }) {
  const { base, canOffer } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const withdraw = useWrite(bases.withdrawStation, {
    invalidates: ['training-bases', 'rotations'],
    done: t('stations.withdrawn'),
  });
  const [edited, setEdited] = useState<string>();
  const siteName = (one: BaseDetail['stations'][number]) =>
    nameOf({ name: one.siteName, nameEn: one.siteNameEn });
  const unitName = (id: string) => {
    const unit = base.units.find((one) => one.id === id);
    return unit === undefined ? '' : nameOf(unit);
  };
  const { shown, search, more } = useShownRows(base.stations, {
    label: t('stations.search'),
    textOf: (one) => [one.code, one.name, one.nameEn, unitName(one.unitId), siteName(one)].join(' '),
  });
  const save = (
    <SaveRows
      rows={base.stations}
      fileName={`${t('stations.title')} ${nameOf(base)}`}
      columns={[
        [t('stations.code'), (one) => one.code],
        [t('stations.name'), (one) => nameOf(one)],
        [t('units.unit'), (one) => unitName(one.unitId)],
        [t('stations.site'), siteName],
        [t('stations.places'), (one) => one.places],
        [t('stretch.from'), (one) => one.availableFrom],
        [t('stretch.to'), (one) => one.availableTo],
        [
          t('stations.changes'),
          (one) =>
            one.periods
              .map(({ from, to, places, note }) =>
                [`${from}–${to}: ${places}`, note].filter(Boolean).join(' '),
              )
              .join('; '),
        ],
      ]}
    />
  );
  return (
    <Panel title={t('stations.title')} count={base.stations.length} actions={save}>
      {search}
      {base.stations.length === 0 ? (
        <EmptyState title={t('stations.none')}>{t('stations.noneNote')}</EmptyState>
      ) : (
        <div className="tb-scroll">
          <table className="tb-table tb-cards">
            <thead>
              <tr>
                <th>{t('stations.name')}</th>
                <th>{t('units.unit')}</th>
                <th>{t('stations.site')}</th>
                <th className="tb-number">{t('stations.places')}</th>
                <th>{t('stations.when')}</th>
                {canOffer ? (
                  <th>
                    <span className="dt-hidden">{t('rows.deeds')}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((station) => (
                <Fragment key={station.id}>
                  <tr>
                    <td>
                      <PageLink
                        to={`/rotation-calendar?by=station&id=${station.id}`}
                        title={t('stations.openCalendar')}
                      >
                        {nameOf(station)}
                      </PageLink>{' '}
                      <span className="dt-quiet">{station.code}</span>
                    </td>
                    <td data-label={t('units.unit')}>{unitName(station.unitId)}</td>
                    <td data-label={t('stations.site')}>{siteName(station)}</td>
                    <td className="tb-number" data-label={t('stations.places')}>
                      {station.places}
                    </td>
                    <td data-label={t('stations.when')}>
                      {station.availableFrom !== null && station.availableTo !== null ? (
                        <DayRange from={station.availableFrom} to={station.availableTo} />
                      ) : station.periods.length === 0 ? (
                        t('stations.always')
                      ) : null}
                      {station.periods.map((period) => (
                        <span key={period.from} className="tb-period">
                          <DayRange from={period.from} to={period.to} style="short" />{' '}
                          {period.places === 0
                            ? t('stretch.closed')
                            : t('stations.placesOf', { count: period.places })}
                          {period.note === '' ? '' : ` · ${period.note}`}
                        </span>
                      ))}
                      {station.shift === null ? null : (
                        <span className="tb-period">{`${station.shift.start}–${station.shift.end}`}</span>
                      )}
                    </td>
                    {canOffer ? (
                      <td className="tb-end">
                        <Button size="small" onClick={() => setEdited(station.id)}>
                          {t('stations.edit')}
                        </Button>{' '}
                        <ConfirmButton
                          title={t('stations.withdrawQuestion', { name: nameOf(station) })}
                          size="small"
                          consequence={t('stations.withdrawNote')}
                          confirmLabel={t('stations.withdraw')}
                          onConfirm={() => withdraw.mutateAsync({ baseId: base.id, stationId: station.id })}
                        >
                          {t('stations.withdraw')}
                        </ConfirmButton>
                      </td>
                    ) : null}
                  </tr>
                  {canOffer && edited === station.id ? (
                    <tr>
                      <td colSpan={6}>
                        <StationEditor base={base} station={station} onClose={() => setEdited(undefined)} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more}
      {canOffer ? <OfferStation base={base} /> : null}
    </Panel>
  );
}

function OfferStation(props: { readonly base: BaseDetail }) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [workstationId, setWorkstation] = useState<string>();
  const [unitId, setUnit] = useState<string>();
  const [places, setPlaces] = useState<number | null>(null);
  const offerable = useOperation('training-bases.offerable', bases.offerable, undefined);
  const offer = useWrite(bases.offerStations, {
    invalidates: ['training-bases', 'rotations'],
    done: t('stations.offered'),
    onDone: () => setWorkstation(undefined),
  });
  if (base.units.length === 0) return <p className="dt-quiet">{t('stations.unitsFirst')}</p>;
  const offered = new Set(base.stations.map((station) => station.workstationId));
  const free = (offerable.data?.workstations ?? []).filter((one) => !offered.has(one.id));
  if (offerable.data !== undefined && free.length === 0) {
    return <p className="dt-quiet">{t('stations.allOffered')}</p>;
  }
  const chosen = free.find((one) => one.id === workstationId);
  const byName = base.units.find((unit) => unit.name === chosen?.unit)?.id;
  const unit = unitId ?? byName;
  const count = places ?? chosen?.places ?? null;
  return (
    <div className="tb-offer">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the library's, inside */}
      <label>
        {t('stations.offer')}
        <Select
          aria-label={t('stations.offer')}
          placeholder={t('stations.choose')}
          value={workstationId}
          loading={offerable.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={free.map((one) => ({
            value: one.id,
            label: `${nameOf(one)} · ${nameOf({ name: one.siteName, nameEn: one.siteNameEn })} · ${t('stations.placesOf', { count: one.places })}`,
          }))}
          onChange={(id: string) => {
            setWorkstation(id);
            setUnit(undefined);
            setPlaces(null);
          }}
        />
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the library's, inside */}
      <label>
        {t('units.unit')}
        <Select
          aria-label={t('units.unit')}
          placeholder={t('stations.chooseUnit')}
          value={unit}
          options={base.units.map((one) => ({ value: one.id, label: nameOf(one) }))}
          onChange={setUnit}
        />
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the library's, inside */}
      <label>
        {t('stations.places')}
        <InputNumber
          aria-label={t('stations.places')}
          min={1}
          max={chosen?.places ?? 200}
          value={count}
          onChange={setPlaces}
        />
      </label>
      <Button
        type="primary"
        disabled={workstationId === undefined || unit === undefined || count === null}
        loading={offer.isPending}
        onClick={() => {
          if (workstationId === undefined || unit === undefined || count === null) return;
          offer.mutate({ baseId: base.id, stations: [{ workstationId, unitId: unit, places: count }] });
        }}
      >
        {t('stations.offerDo')}
      </Button>
    </div>
  );
}
