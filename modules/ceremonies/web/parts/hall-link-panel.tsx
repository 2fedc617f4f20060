import {
  ConfirmButton,
  Panel,
  useLanguage,
  usePhrases,
  useToast,
  useWrite,
  writeMoment,
} from '@dualtrack/ui';
import { Button, Input, type InputRef, QRCode } from 'antd';
import { useRef, useState } from 'react';
import type { CeremonyDetail } from '../../contract.ts';
import { api } from '../client.ts';

/** The link by which the machine in the hall opens the screen; its address is shown once, as text and as a QR code. */
export function HallLinkPanel(props: { readonly ceremony: CeremonyDetail }) {
  const { id: ceremonyId, hallLink } = props.ceremony;
  const t = usePhrases('ceremonies');
  const { locale } = useLanguage();
  const [address, setAddress] = useState('');
  const invalidates = ['ceremonies'];
  const make = useWrite(api.hall.makeLink, { invalidates, onDone: (made) => setAddress(made.address) });
  const end = useWrite(api.hall.revokeLink, {
    ...{ invalidates, done: t('hall.revoked') },
    onDone: () => setAddress(''),
  });
  const mayMake = props.ceremony.abilities.edit === null;
  return (
    <Panel
      title={t('hall.title')}
      actions={
        hallLink === null ? (
          <Button disabled={!mayMake} loading={make.isPending} onClick={() => make.mutate({ ceremonyId })}>
            {t('hall.make')}
          </Button>
        ) : undefined
      }
    >
      <p className="dt-quiet ce-measure">{t('hall.note')}</p>
      {address === '' ? null : <Address address={address} />}
      {hallLink === null ? null : (
        <p className="ce-row">
          <span className="dt-quiet">
            {t('hall.made', { name: hallLink.madeBy, time: writeMoment(locale, hallLink.madeAt) })}
          </span>
          {mayMake ? (
            <ConfirmButton
              type="text"
              title={t('hall.againQuestion')}
              consequence={t('hall.againNote')}
              onConfirm={() => make.mutateAsync({ ceremonyId })}
            >
              {t('hall.again')}
            </ConfirmButton>
          ) : null}
          <ConfirmButton
            type="text"
            danger
            title={t('hall.revokeQuestion')}
            consequence={t('hall.revokeNote')}
            onConfirm={() => end.mutateAsync({ ceremonyId })}
          >
            {t('hall.revoke')}
          </ConfirmButton>
        </p>
      )}
    </Panel>
  );
}

function Address(props: { readonly address: string }) {
  const { address } = props;
  const t = usePhrases('ceremonies');
  const toast = useToast();
  const field = useRef<InputRef>(null);
  const copy = async () => {
    // Without a secure connection browsers give pages no clipboard; then the text is at least marked.
    field.current?.select();
    await navigator.clipboard?.writeText(address);
    if (navigator.clipboard !== undefined) toast(t('hall.copied'));
  };
  return (
    <div className="ce-hall-link">
      <div role="img" aria-label={t('hall.qr')} className="ce-qr">
        <QRCode
          value={address}
          type="svg"
          size={148}
          errorLevel="M"
          bordered={false}
          color="#000"
          bgColor="#fff"
        />
      </div>
      <div>
        <p>{t('hall.once')}</p>
        <span className="ce-row">
          <Input ref={field} readOnly value={address} aria-label={t('hall.title')} className="ce-address" />
          <Button onClick={() => void copy()}>{t('hall.copy')}</Button>
        </span>
      </div>
    </div>
  );
}
