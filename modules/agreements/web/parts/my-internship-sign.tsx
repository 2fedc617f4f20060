import {
  Panel,
  problemOf,
  problemSentence,
  useLanguage,
  usePhrases,
  useSession,
  useWrite,
} from '@dualtrack/ui';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { MyInternship } from '../../contract/internships.ts';
import { agreements } from '../client.ts';
import { SignDecline } from './sign-decline.tsx';
import { SigningPassword } from './signing-password.tsx';

/** Signing as student or guardian: the paper and its fingerprint, what it means, and the signing password. */
export function MyInternshipSign(props: { readonly mine: MyInternship }) {
  const { mine } = props;
  const t = usePhrases('internships');
  const { catalogue } = useLanguage();
  const isStudent = useSession().membership.role === 'student';
  const [secret, setSecret] = useState('');
  const [hasRead, setRead] = useState(false);
  const sign = useWrite(agreements.internships.mine.sign, {
    invalidates: ['agreements', 'order-classes'],
    done: t('did.sign'),
    showsProblems: true,
  });
  const { digest } = mine;
  if (digest === null) return null;
  const paper = (
    <a
      className="in-paper"
      href={`/api/my-internship-agreements/${mine.id}/document`}
      target="_blank"
      rel="noreferrer"
    >
      {t('mine.paper')}
    </a>
  );
  if (mine.whyNot !== null) {
    return (
      <p>
        {mine.whyNot === 'signing.already-signed' ? `${t('mine.signed')} ` : null}
        {paper}
      </p>
    );
  }
  return (
    <Panel title={t('mine.sign')}>
      <div className="ag-stack">
        {paper}
        <div>
          <div className="dt-small dt-quiet">{t('mine.fingerprint')}</div>
          <div className="ag-digest">{digest.replaceAll(/(.{8})(?=.)/g, '$1 ')}</div>
        </div>
        <p className="ag-verdict">{t('mine.signMeaning')}</p>
        <Checkbox checked={hasRead} onChange={(event) => setRead(event.target.checked)}>
          {isStudent ? t('mine.read') : t('mine.readGuardian', { name: mine.studentName })}
        </Checkbox>
        <SigningPassword
          label={mine.hasSigningIdentity ? t('mine.secret') : t('mine.secretNew')}
          hint={t('mine.secretNote')}
          value={secret}
          onChange={setSecret}
        />
        {sign.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(sign.error))}
          </p>
        ) : null}
        <div className="ag-row">
          <Button
            type="primary"
            loading={sign.isPending}
            disabled={!hasRead || secret.length < 8}
            onClick={() => sign.mutate({ agreementId: mine.id, secret, digest })}
          >
            {t('do.signOne')}
          </Button>
          <Decline mine={mine} />
        </div>
      </div>
    </Panel>
  );
}

function Decline(props: { readonly mine: MyInternship }) {
  const { mine } = props;
  const t = usePhrases('internships');
  const tSigning = usePhrases('agreement-signing');
  const decline = useWrite(agreements.internships.mine.decline, {
    invalidates: ['agreements'],
    done: t('did.decline'),
  });
  return (
    <SignDecline
      action={t('do.decline')}
      question={t('mine.declineReason')}
      back={tSigning('plan.cancel')}
      isBusy={decline.isPending}
      onDecline={(reason) => decline.mutate({ agreementId: mine.id, reason })}
    />
  );
}
