import {
  FileChoice,
  Panel,
  problemOf,
  problemSentence,
  useLanguage,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { SigningView } from '../../contract/signing.ts';
import { agreements, fileAddress } from '../client.ts';
import { Labelled } from './labelled.tsx';

/** Signing with one's own certificate file instead of the signing password. */
export function SignWithFile(props: { readonly signing: SigningView }) {
  const { agreementId, documentDigest } = props.signing;
  const t = usePhrases('agreement-signing');
  const { catalogue } = useLanguage();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [password, setPassword] = useState('');
  const [hasRead, setRead] = useState(false);
  const sign = useWrite(agreements.signing.signWithFile, {
    invalidates: ['agreements', 'workforce', 'order-classes'],
    done: t('open.signed'),
    showsProblems: true,
  });
  return (
    <Panel title={t('file.title')}>
      <p className="dt-quiet">{t('file.note')}</p>
      <div className="ag-stack">
        <FileChoice label={t('file.choose')} accept=".p12,.pfx" onFile={setFile} />
        <Labelled label={t('file.password')}>
          {(id) => (
            <Input.Password
              id={id}
              value={password}
              autoComplete="off"
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Labelled>
        <a href={fileAddress(agreementId, 'document')} target="_blank" rel="noreferrer">
          {t('open.document')}
        </a>
        <p className="ag-mono">{documentDigest}</p>
        <Checkbox checked={hasRead} onChange={(event) => setRead(event.target.checked)}>
          {t('open.read')}
        </Checkbox>
        {sign.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(sign.error))}
          </p>
        ) : null}
        <Button
          disabled={file === undefined || !hasRead || documentDigest === null}
          loading={sign.isPending}
          onClick={() => {
            if (file !== undefined && documentDigest !== null)
              sign.mutate({ agreementId, file, password, digest: documentDigest });
          }}
        >
          {t('file.title')}
        </Button>
      </div>
    </Panel>
  );
}
