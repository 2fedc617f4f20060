import {
  ErrorState,
  Logo,
  problemOf,
  problemSentence,
  useLanguage,
  useNameOf,
  usePathParam,
  usePhrases,
  writeMoment,
} from '@dualtrack/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useMemo, useState } from 'react';
import { type LinkAgreement, type LinkFacts, linkSigningApi } from '../link-signing-api.ts';
import { SignForm } from '../parts/sign-form.tsx';
import '../parts/signing.css';

/** Signing by a one-time link: the code, then the document, then the signature; opening the page does nothing. */
export function SignByLink(props: { readonly languages: ReactNode }) {
  const t = usePhrases('agreement-signing');
  const token = usePathParam('token');
  const api = useMemo(() => linkSigningApi(token), [token]);
  const facts = useQuery({ queryKey: ['signing-link', token], queryFn: api.show, retry: false });
  const [pass, setPass] = useState<string | undefined>(undefined);
  const [agreement, setAgreement] = useState<LinkAgreement | undefined>(undefined);
  const [end, setEnd] = useState<{ title: string; note: string; fingerprint?: string } | undefined>(
    undefined,
  );
  const enter = async (code: string) => {
    const given = await api.enterCode(code);
    setAgreement(await api.open(given.pass));
    setPass(given.pass);
  };
  return (
    <main className="ag-open">
      <div className="ag-open-brand">
        <Logo size={28} />
        <span>{t('open.title')}</span>
      </div>
      {end !== undefined ? (
        <div role="status" className="ag-open-part">
          <h1>{end.title}</h1>
          <p>{end.note}</p>
          {end.fingerprint === undefined ? null : (
            <div>
              <p className="dt-quiet">{t('open.fingerprint')}</p>
              <p className="ag-mono">{end.fingerprint.replaceAll(/(.{8})(?=.)/g, '$1 ')}</p>
            </div>
          )}
        </div>
      ) : facts.isError ? (
        <ErrorState error={facts.error} />
      ) : facts.data === undefined ? null : pass === undefined || agreement === undefined ? (
        <CodeForm facts={facts.data} onCode={enter} />
      ) : (
        <Opened agreement={agreement}>
          <SignForm
            agreement={agreement}
            api={api}
            pass={pass}
            onDigest={(digest) => setAgreement({ ...agreement, digest })}
            onSigned={(fingerprint) =>
              setEnd({ title: t('open.signed'), note: t('open.signedNote'), fingerprint })
            }
            onDeclined={() => setEnd({ title: t('state.declined'), note: t('open.declined') })}
          />
        </Opened>
      )}
      {props.languages}
    </main>
  );
}

function CodeForm(props: { readonly facts: LinkFacts; readonly onCode: (code: string) => Promise<void> }) {
  const { facts } = props;
  const t = usePhrases('agreement-signing');
  const tShell = usePhrases('shell');
  const { catalogue, locale } = useLanguage();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await props.onCode(code);
    } catch (error) {
      setProblem(problemSentence(catalogue, problemOf(error)));
      setCode('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{t(`open.for.${facts.role}`, { name: facts.name })}</h1>
      {facts.organisation === '' ? null : <p>{facts.organisation}</p>}
      {facts.illustrative ? <p className="dt-plain-note">{tShell('frame.illustrative')}</p> : null}
      <form className="ag-open-part" onSubmit={(event) => void submit(event)}>
        <p>{facts.codeBy === 'office' ? t('open.codeOffice') : t('open.codeMail')}</p>
        {problem === undefined ? null : (
          <p className="dt-plain-problem" role="alert">
            {problem}
          </p>
        )}
        <label className="ag-field">
          {t('open.code')}
          <input
            className="dt-input ag-code"
            // Groups of digits would change places in a page that is read from the right.
            dir="ltr"
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <button
          type="submit"
          className="dt-button dt-button-primary"
          disabled={isBusy || code.replaceAll(/\D/g, '').length < 8}
        >
          {t('open.next')}
        </button>
        <p className="dt-quiet">{t('open.until', { at: writeMoment(locale, facts.expiresAt) })}</p>
      </form>
    </>
  );
}

function Opened(props: { readonly agreement: LinkAgreement; readonly children: ReactNode }) {
  const { agreement } = props;
  const t = usePhrases('agreement-signing');
  const nameOf = useNameOf();
  const school = nameOf({ name: agreement.school, nameEn: agreement.schoolEn });
  const enterprise = nameOf({ name: agreement.enterprise, nameEn: agreement.enterpriseEn });
  return (
    <>
      <div>
        <p className="dt-quiet">{agreement.number}</p>
        <h1>{nameOf({ name: agreement.title || agreement.number, nameEn: agreement.titleEn })}</h1>
        <p>{t('open.between', { school, enterprise })}</p>
      </div>
      <section className="ag-open-part">
        <h2>{t('open.signers')}</h2>
        <ul className="ag-slots">
          {agreement.signers.map((signer) => (
            <li key={`${signer.role} ${signer.name}`} className="ag-sign-row">
              <span>{signer.name}</span>
              <span className="dt-quiet">
                {t(`role.${signer.role}`)} · {t(`state.${signer.state}`)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {props.children}
    </>
  );
}
