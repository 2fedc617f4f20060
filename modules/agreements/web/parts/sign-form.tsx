import { FileChoice, problemOf, problemSentence, useLanguage, usePhrases } from '@dualtrack/ui/plain';
import { useState } from 'react';
import { isSameName } from '../../sign-slots.ts';
import type { LinkAgreement, linkSigningApi } from '../link-signing-api.ts';
import { findErrorPhraseOf } from './error-phrase.ts';
import { HandwritingPad } from './handwriting-pad.tsx';

type SignFormProps = {
  readonly agreement: LinkAgreement;
  readonly api: ReturnType<typeof linkSigningApi>;
  readonly pass: string;
  readonly onDigest: (digest: string) => void;
  readonly onSigned: (fingerprint: string) => void;
  readonly onDeclined: () => void;
};

/** Reading, drawing, and the two conscious steps of a signature: that it was read, and one's own name. */
export function SignForm(props: SignFormProps) {
  const { agreement, api, pass } = props;
  const t = usePhrases('agreement-signing');
  const { catalogue } = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [note, setNote] = useState<string | undefined>(undefined);
  const [address, setAddress] = useState<string | undefined>(undefined);
  const [hasRead, setRead] = useState(false);
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | undefined>(undefined);
  const [password, setPassword] = useState('');
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemSentence(catalogue, problemOf(error)));
    } finally {
      setBusy(false);
    }
  };
  const open = () => attempt(async () => setAddress(await api.document(pass)));
  const sign = () =>
    attempt(async () => {
      const own = file === undefined ? {} : { file, password };
      const { fingerprint } = await api.sign(pass, { digest: agreement.digest, name: name.trim(), ...own });
      props.onSigned(fingerprint);
    });
  const isReady = hasRead && isSameName(name, agreement.name) && agreement.whyNot === null;
  return (
    <>
      <section className="ag-open-part">
        {address === undefined ? (
          <button type="button" className="dt-button" disabled={isBusy} onClick={() => void open()}>
            {t('open.document')}
          </button>
        ) : (
          <a className="dt-button" href={address} target="_blank" rel="noreferrer">
            {t('open.document')}
          </a>
        )}
        <p className="dt-quiet">{t('open.digest')}</p>
        <p className="ag-mono">{agreement.digest.replaceAll(/(.{8})(?=.)/g, '$1 ')}</p>
      </section>
      {agreement.canDraw ? (
        <section className="ag-open-part">
          <h2>{t('hand.title')}</h2>
          <p className="dt-quiet">{t('hand.note')}</p>
          <HandwritingPad
            name={agreement.name}
            isBusy={isBusy}
            onSave={(handwriting) =>
              void attempt(async () => {
                const { digest } = await api.draw(pass, handwriting);
                setAddress(undefined);
                setRead(false);
                setNote(t('hand.done'));
                props.onDigest(digest);
              })
            }
          />
          {note === undefined ? null : <p role="status">{note}</p>}
        </section>
      ) : null}
      <section className="ag-open-part">
        <p>{t('open.meaning')}</p>
        {agreement.whyNot === null ? null : (
          <p className="dt-plain-note">{findErrorPhraseOf(catalogue, agreement.whyNot)}</p>
        )}
        <label className="ag-check">
          <input type="checkbox" checked={hasRead} onChange={(event) => setRead(event.target.checked)} />
          {t('open.read')}
        </label>
        <label className="ag-field">
          {t('open.typeName', { name: agreement.name })}
          <input
            className="dt-input"
            value={name}
            autoComplete="off"
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <details>
          <summary>{t('file.use')}</summary>
          <p className="dt-quiet">{t('file.note')}</p>
          <FileChoice label={t('file.choose')} accept=".p12,.pfx" onFile={setFile} />
          <label className="ag-field">
            {t('file.password')}
            <input
              className="dt-input"
              type="password"
              value={password}
              autoComplete="off"
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
        </details>
        {problem === undefined ? null : (
          <p className="dt-plain-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="ag-sign-row">
          <button
            type="button"
            className="dt-button dt-button-primary"
            disabled={!isReady || isBusy}
            onClick={() => void sign()}
          >
            {t('open.sign')}
          </button>
          <Decline
            isBusy={isBusy}
            onDecline={(reason) =>
              void attempt(async () => {
                await api.decline(pass, reason);
                props.onDeclined();
              })
            }
          />
        </div>
      </section>
    </>
  );
}

function Decline(props: { readonly isBusy: boolean; readonly onDecline: (reason: string) => void }) {
  const t = usePhrases('agreement-signing');
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  if (!isAsked) {
    return (
      <button type="button" className="dt-bare ag-quiet-button" onClick={() => setAsked(true)}>
        {t('open.decline')}
      </button>
    );
  }
  return (
    <>
      <label className="ag-field">
        {t('open.reason')}
        <input className="dt-input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <button
        type="button"
        className="dt-button"
        disabled={props.isBusy || reason.trim().length < 2}
        onClick={() => props.onDecline(reason.trim())}
      >
        {t('open.decline')}
      </button>
    </>
  );
}
