import { problemOf, problemSentence, useLanguage, usePhrases, useWrite } from '@dualtrack/ui';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { AgreementDetail } from '../../contract.ts';
import { useAgreementNames, useOwnSide } from '../agreement-words.ts';
import { agreements, fileAddress } from '../client.ts';

/** Signing: the document and its fingerprint, what a signature means, and the signing password. */
export function SignDialog(props: { readonly agreement: AgreementDetail; readonly onClose: () => void }) {
  const { agreement, onClose } = props;
  const t = usePhrases('agreements');
  const { catalogue } = useLanguage();
  const names = useAgreementNames();
  const own = useOwnSide();
  const [secret, setSecret] = useState('');
  const [hasRead, setRead] = useState(false);
  const sign = useWrite(agreements.sign, {
    invalidates: ['agreements', 'workforce', 'order-classes'],
    done: t('did.sign'),
    showsProblems: true,
    onDone: onClose,
  });
  const digest = agreement.documentDigest ?? '';
  const { hasSigningIdentity: isKnown } = agreement;
  return (
    <Modal
      open
      title={t('sign.title')}
      okText={t('do.sign')}
      cancelText={t('do.cancel')}
      okButtonProps={{ disabled: !hasRead || secret.length < 8 }}
      confirmLoading={sign.isPending}
      onOk={() => sign.mutate({ agreementId: agreement.id, secret, digest })}
      onCancel={onClose}
    >
      <div className="ag-stack">
        <a href={fileAddress(agreement.id, 'document')} target="_blank" rel="noreferrer">
          {t('do.download')}
        </a>
        <div>
          <div className="dt-small dt-quiet">{t('sign.digest')}</div>
          <div className="ag-digest">{digest.replaceAll(/(.{8})(?=.)/g, '$1 ')}</div>
        </div>
        <p className="ag-verdict">{t('sign.meaning')}</p>
        <Checkbox checked={hasRead} onChange={(event) => setRead(event.target.checked)}>
          {t('sign.read', { organisation: own === null ? '' : names.sides(agreement)[own] })}
        </Checkbox>
        <div>
          <label htmlFor="sign-secret">{isKnown ? t('sign.secret') : t('sign.secretNew')}</label>
          <Input.Password
            id="sign-secret"
            value={secret}
            autoComplete="off"
            maxLength={200}
            onChange={(event) => setSecret(event.target.value)}
          />
        </div>
        {isKnown ? null : <p className="dt-small dt-quiet">{t('sign.secretNewNote')}</p>}
        {sign.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(sign.error))}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}
