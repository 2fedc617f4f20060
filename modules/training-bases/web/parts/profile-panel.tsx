import { ConfirmButton, FileChoice, Panel, useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { PositionMap } from './position-map.tsx';

/** Where a base is and how it looks: address, drawn position, photos. */
export function ProfilePanel(props: { readonly base: BaseDetail; readonly canEdit: boolean }) {
  const { base, canEdit } = props;
  const t = usePhrases('training-bases');
  const [isEdited, setEdited] = useState(false);
  const { latitude, longitude } = base;
  return (
    <Panel
      title={t('profile.title')}
      actions={
        canEdit && !isEdited ? (
          <Button size="small" onClick={() => setEdited(true)}>
            {t('profile.edit')}
          </Button>
        ) : undefined
      }
    >
      <div className="tb-profile">
        <div>
          <p>{base.address === '' ? null : base.address}</p>
          {latitude === null || longitude === null ? (
            <p className="dt-quiet">{t('profile.noPosition')}</p>
          ) : (
            <PositionMap latitude={latitude} longitude={longitude} />
          )}
          {isEdited ? <PositionForm base={base} onClose={() => setEdited(false)} /> : null}
        </div>
        <Photos base={base} canEdit={canEdit} />
      </div>
    </Panel>
  );
}

function PositionForm(props: { readonly base: BaseDetail; readonly onClose: () => void }) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const [address, setAddress] = useState(base.address);
  const [latitude, setLatitude] = useState(base.latitude);
  const [longitude, setLongitude] = useState(base.longitude);
  const save = useWrite(bases.setPosition, {
    invalidates: ['training-bases'],
    done: t('profile.saved'),
    onDone: props.onClose,
  });
  return (
    <div className="tb-row">
      <Input
        aria-label={t('profile.address')}
        placeholder={t('profile.address')}
        className="tb-note"
        maxLength={300}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <InputNumber
        aria-label={t('profile.latitude')}
        placeholder={t('profile.latitude')}
        min={-90}
        max={90}
        step={0.01}
        value={latitude}
        onChange={setLatitude}
      />
      <InputNumber
        aria-label={t('profile.longitude')}
        placeholder={t('profile.longitude')}
        min={-180}
        max={180}
        step={0.01}
        value={longitude}
        onChange={setLongitude}
      />
      <Button
        type="primary"
        loading={save.isPending}
        onClick={() => save.mutate({ baseId: base.id, address, latitude, longitude })}
      >
        {t('stations.save')}
      </Button>
      <Button type="text" onClick={props.onClose}>
        {t('units.cancel')}
      </Button>
    </div>
  );
}

function Photos(props: { readonly base: BaseDetail; readonly canEdit: boolean }) {
  const { base, canEdit } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [caption, setCaption] = useState('');
  const [fault, setFault] = useState<ReturnType<typeof pictureFault>>(null);
  const add = useWrite(bases.addPhoto, {
    invalidates: ['training-bases'],
    done: t('profile.photoAdded'),
    onDone: () => setCaption(''),
  });
  const remove = useWrite(bases.removePhoto, {
    invalidates: ['training-bases'],
    done: t('profile.photoRemoved'),
  });
  return (
    <div>
      {base.photos.length === 0 ? <p className="dt-quiet">{t('profile.noPhotos')}</p> : null}
      <ul className="tb-photos" aria-label={t('profile.photos')}>
        {base.photos.map((photo) => {
          const words = nameOf({ name: photo.caption, nameEn: photo.captionEn });
          return (
            <li key={photo.id}>
              <img
                src={`/api/training-bases/${base.id}/photos/${photo.id}`}
                alt={words === '' ? nameOf(base) : ''}
                loading="lazy"
              />
              <span className="tb-row tb-tight">
                <span>{words}</span>
                {canEdit ? (
                  <ConfirmButton
                    size="small"
                    type="text"
                    title={t('profile.photoQuestion')}
                    consequence={words}
                    onConfirm={() => remove.mutateAsync({ baseId: base.id, photoId: photo.id })}
                  >
                    {t('units.remove')}
                  </ConfirmButton>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {canEdit ? (
        <div className="tb-row">
          <Input
            aria-label={t('profile.caption')}
            placeholder={t('profile.caption')}
            className="tb-note"
            maxLength={200}
            value={caption}
            onChange={(event) => setCaption(event.target.value)}
          />
          <FileChoice
            label={t('profile.addPhoto')}
            accept="image/jpeg,image/png"
            disabled={add.isPending}
            onFile={(file) => {
              const fault = pictureFault(file);
              setFault(fault);
              if (fault === null) add.mutate({ baseId: base.id, file, caption });
            }}
          />
          {fault === null ? null : (
            <p role="alert" className="dt-error tb-wide">
              {fault === 'size' ? t('profile.tooLarge', { limit: mostMegabytes }) : t('profile.wrongKind')}
            </p>
          )}
        </div>
      ) : null}
    </div>
  );
}

const mostMegabytes = 12;

/** What keeps a file from being sent at all; the server looks at its bytes. */
function pictureFault(file: File): 'size' | 'kind' | null {
  if (!['image/jpeg', 'image/png'].includes(file.type)) return 'kind';
  return file.size > mostMegabytes * 1024 * 1024 ? 'size' : null;
}
