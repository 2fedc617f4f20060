import {
  EmptyState,
  ErrorState,
  FormSection,
  Loading,
  NumberField,
  OperationForm,
  PageHeader,
  Panel,
  SelectField,
  StateTag,
  TextField,
  useOperation,
  useOperationForm,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { Room } from '../../contract.ts';
import { api } from '../client.ts';
import { SheetPanel } from '../parts/sheet-panel.tsx';
import { useOwn, useWords } from '../words.ts';
import '../talents.css';

/** Clocks that a room may have; those of other places come by the API. */
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'Europe/Paris', 'Europe/London'] as const;

/** Rooms of the own side: seats, clock, how often they are booked. */
export function RoomsPage() {
  const t = usePhrases('talent-booking');
  const { isLead } = useOwn();
  const [edited, setEdited] = useState<string | null>(null);
  const found = useOperation('talentSharing.rooms', api.rooms.list, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const known = items.find((one) => one.id === edited);
  const add =
    isLead && edited === null ? (
      <Button type="primary" onClick={() => setEdited('new')}>
        {t('room.new')}
      </Button>
    ) : null;
  return (
    <>
      <PageHeader title={t('area.rooms')} note={t('room.note')} actions={add} />
      <div className="ts-stack">
        {edited === null ? null : <RoomForm key={edited} room={known} onDone={() => setEdited(null)} />}
        {isLead ? <SheetPanel table="rooms" /> : null}
        {items.length === 0 ? (
          <EmptyState title={t('room.none')}>{t('room.noneNote')}</EmptyState>
        ) : (
          <Panel title={t('area.rooms')} count={items.length}>
            <ul className="ts-list">
              {items.map((room) => (
                <RoomRow key={room.id} room={room} onEdit={isLead ? () => setEdited(room.id) : null} />
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  );
}

function RoomRow(props: { readonly room: Room; readonly onEdit: (() => void) | null }) {
  const { room, onEdit } = props;
  const t = usePhrases('talent-booking');
  const words = useWords();
  const zone = zones.find((one) => one === room.zone);
  const save = useWrite(api.rooms.save, { invalidates: ['talentSharing'], done: t('room.saved') });
  const { id: roomId, coming: _, ...facts } = room;
  return (
    <li>
      <div>
        <span className="ts-row">
          <strong>{words.pick(room.name, room.nameEn)}</strong>
          {room.isClosed ? <StateTag tone="soon">{t('room.closed')}</StateTag> : null}
        </span>
        <div className="dt-small dt-quiet">
          {[
            room.address,
            `${t('room.seats')} ${room.seats}`,
            zone === undefined ? room.zone : t(`room.zone.${zone}`),
            `${t('room.coming')} ${room.coming}`,
          ]
            .filter((one) => one !== '')
            .join(' · ')}
        </div>
      </div>
      {onEdit === null ? null : (
        <span className="ts-row">
          <Button size="small" aria-label={`${t('room.edit')}: ${room.name}`} onClick={onEdit}>
            {t('room.edit')}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => save.mutate({ ...facts, roomId, isClosed: !room.isClosed })}
          >
            {t(room.isClosed ? 'room.reopen' : 'room.close')}
          </Button>
        </span>
      )}
    </li>
  );
}

function RoomForm(props: { readonly room: Room | undefined; readonly onDone: () => void }) {
  const { room, onDone } = props;
  const t = usePhrases('talent-booking');
  const shared = usePhrases('talent-sharing');
  const form = useOperationForm({
    name: `talentSharing.room.${room?.id ?? 'new'}`,
    initial: {
      ...{ name: room?.name ?? '', nameEn: room?.nameEn ?? '', address: room?.address ?? '' },
      ...{ zone: room?.zone ?? 'Asia/Shanghai', seats: room?.seats ?? null },
      region: room?.region ?? '',
    },
    write: (
      facts: { name: string; nameEn: string; address: string; zone: string; seats: number; region: string },
      options,
    ) =>
      room === undefined
        ? api.rooms.create(facts, options)
        : api.rooms.save({ ...facts, roomId: room.id, isClosed: room.isClosed }, options),
    toInput: (values) => ({ ...values, seats: values.seats ?? 0 }),
    check: ({ name, seats }) => ({
      ...(name.trim() === '' ? { name: shared('required') } : {}),
      ...(seats === null ? { seats: shared('required') } : {}),
    }),
    invalidates: ['talentSharing'],
    keepsDraft: false,
    done: t('room.saved'),
    onDone,
  });
  return (
    <OperationForm form={form} submitLabel={shared('save')}>
      <FormSection title={room?.name ?? t('room.new')}>
        <TextField form={form} name="name" label={t('room.name')} isRequired maxLength={200} />
        <TextField form={form} name="nameEn" label={t('room.nameEn')} maxLength={200} />
        <TextField form={form} name="address" label={t('room.address')} maxLength={300} />
        <NumberField form={form} name="seats" label={t('room.seats')} isRequired min={1} max={2000} />
        <SelectField
          form={form}
          name="zone"
          label={t('room.zone')}
          choices={[
            ...zones.map((value) => ({ value, label: t(`room.zone.${value}`) })),
            ...(zones.some((one) => one === form.values.zone)
              ? []
              : [{ value: form.values.zone, label: form.values.zone }]),
          ]}
        />
        <TextField
          form={form}
          name="region"
          label={t('room.region')}
          hint={t('room.regionHint')}
          maxLength={24}
        />
      </FormSection>
      <Button type="text" onClick={onDone}>
        {shared('leave')}
      </Button>
    </OperationForm>
  );
}
