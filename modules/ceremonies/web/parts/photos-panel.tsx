import { ConfirmButton, EmptyState, Panel, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { api, photoAddress } from '../client.ts';
import { useOwnSide, useWords } from '../words.ts';

type Photo = CeremonyDetail['photos'][number];

/** The photo set: what is in the files is said, captions are written in both languages. */
export function PhotosPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const mayAdd = ceremony.abilities.collect === null;
  return (
    <Panel title={t('tab.photos')} count={ceremony.photos.length}>
      {mayAdd ? <AddPhotos ceremonyId={ceremony.id} /> : null}
      {ceremony.photos.length === 0 ? (
        <EmptyState title={t('photos.none')}>{t('photos.noneNote')}</EmptyState>
      ) : (
        <ul className="ce-photos">
          {ceremony.photos.map((photo) => (
            <li key={photo.id}>
              <PhotoCard ceremonyId={ceremony.id} photo={photo} mayEdit={mayAdd} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AddPhotos(props: { readonly ceremonyId: string }) {
  const { ceremonyId } = props;
  const t = usePhrases('ceremonies');
  const [isRemoving, setRemoving] = useState(true);
  const add = useWrite(api.ceremonies.addPhoto, { invalidates: ['ceremonies'], done: t('photos.added') });
  const send = async (files: FileList | null) => {
    const cameraData = isRemoving ? ('remove' as const) : ('keep' as const);
    // One after the other: each answer says what is wrong with its own file.
    for (const file of files ?? []) {
      await add.mutateAsync({ ceremonyId, file, cameraData }).catch(() => undefined);
    }
  };
  return (
    <div className="ce-row">
      <label className="dt-button">
        {t('photos.add')}
        <input
          type="file"
          className="dt-hidden"
          accept="image/jpeg,image/png"
          multiple
          disabled={add.isPending}
          onChange={(event) => {
            const { target } = event;
            void send(target.files).then(() => {
              target.value = '';
            });
          }}
        />
      </label>
      <Checkbox checked={isRemoving} onChange={(event) => setRemoving(event.target.checked)}>
        {t('photos.cameraData')}
      </Checkbox>
      <span className="dt-small dt-quiet">{t('photos.cameraHint')}</span>
    </div>
  );
}

type CardProps = { readonly ceremonyId: string; readonly photo: Photo; readonly mayEdit: boolean };

function PhotoCard({ ceremonyId, photo, mayEdit }: CardProps) {
  const t = usePhrases('ceremonies');
  const { pick } = useWords();
  const ownSide = useOwnSide();
  const [draft, setDraft] = useState<{ caption: string; captionEn: string } | null>(null);
  const save = useWrite(api.ceremonies.captionPhoto, {
    invalidates: ['ceremonies'],
    done: t('do.saved'),
    onDone: () => setDraft(null),
  });
  const remove = useWrite(api.ceremonies.removePhoto, { invalidates: ['ceremonies'] });
  const caption = pick(photo.caption, photo.captionEn);
  const warning = photo.hasLocation
    ? 'photos.hasLocation'
    : photo.hasCameraData
      ? 'photos.hasCameraData'
      : null;
  return (
    <figure>
      <img src={photoAddress(ceremonyId, photo.id)} alt={caption} loading="lazy" />
      {draft === null ? (
        <figcaption>{caption || <span className="dt-quiet">{t('news.noCaption')}</span>}</figcaption>
      ) : (
        (['caption', 'captionEn'] as const).map((key) => (
          <Input
            key={key}
            aria-label={t(`photos.${key}`)}
            placeholder={t(`photos.${key}`)}
            value={draft[key]}
            maxLength={300}
            onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
          />
        ))
      )}
      <span className="dt-small dt-quiet">{t('photos.by', { name: photo.addedBy })}</span>
      {warning === null ? null : <span className="dt-small dt-quiet">{t(warning)}</span>}
      {mayEdit ? (
        <div className="ce-row">
          {draft === null ? (
            <Button
              size="small"
              onClick={() => setDraft({ caption: photo.caption, captionEn: photo.captionEn })}
            >
              {t('photos.caption')}
            </Button>
          ) : (
            <Button
              size="small"
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate({ ceremonyId, photoId: photo.id, ...draft })}
            >
              {t('do.save')}
            </Button>
          )}
          {photo.side === ownSide ? (
            <ConfirmButton
              size="small"
              type="text"
              danger
              title={t('photos.removeQuestion')}
              consequence={t('photos.removeNote')}
              onConfirm={() => remove.mutateAsync({ ceremonyId, photoId: photo.id })}
            >
              {t('photos.remove')}
            </ConfirmButton>
          ) : null}
        </div>
      ) : null}
    </figure>
  );
}
