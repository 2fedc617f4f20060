import { ConfirmButton, PageLink, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Input } from 'antd';
import { useState } from 'react';
import type { Side } from '../../agreement.ts';
import type { AgreementDetail } from '../../contract.ts';
import { useOwnSide, useWhyNot } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { SignDialog } from './sign-dialog.tsx';
import { useLaw } from './use-law.ts';

const invalidates = ['agreements', 'workforce'];

/** Sections that the own side has not confirmed in their present wording. */
export function openSections(agreement: AgreementDetail, side: Side | null) {
  return side === null ? [] : agreement.clauses.filter((clause) => clause.confirmed[side] === null);
}

/** What comes next, in one sentence for the person at the screen, and whose turn it is. */
export function useNextStep(agreement: AgreementDetail): { by?: Side; sentence: string } {
  const t = usePhrases('agreements');
  const own = useOwnSide();
  const { state, waitingFor, declineReason } = agreement;
  const isOwnTurn = own !== null && waitingFor.includes(own);
  const by = isOwnTurn ? own : waitingFor[0];
  const turn = by === undefined || state === 'confirmed' ? {} : { by };
  const count = openSections(agreement, own).length;
  if (state === 'negotiating')
    return { ...turn, sentence: isOwnTurn ? t('next.confirm', { count }) : t('next.otherConfirms') };
  if (state === 'confirmed') return { sentence: t('next.fix') };
  if (state === 'signing') {
    // Of a tripartite agreement, or where somebody witnesses, more than the two sides sign.
    const others = waitingFor.length === 0 ? t('next.othersSign') : t('next.otherSigns');
    return { ...turn, sentence: isOwnTurn ? t('next.sign') : others };
  }
  if (state === 'declined') return { sentence: t('next.declined', { reason: declineReason }) };
  return { sentence: t(`next.${state}`) };
}

/** The one button of the next step, and beside it the ways out. */
export function AgreementActions(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const t = usePhrases('agreements');
  const whyNot = useWhyNot();
  const { state, abilities } = agreement;
  return (
    <span className="ag-row">
      <MainAction agreement={agreement} />
      {state === 'in-force' ? <PageLink to="/order-classes">{t('do.class')}</PageLink> : null}
      {state === 'signing' ? (
        <PageLink to={`/ceremonies/new?agreement=${agreement.id}`}>{t('do.ceremony')}</PageLink>
      ) : null}
      {state === 'in-force' ? (
        <PageLink to={`/meetings/new?agreement=${agreement.id}`}>{t('do.meeting')}</PageLink>
      ) : null}
      {state === 'signing' && whyNot(abilities.reopen) === undefined ? (
        <Reopen agreement={agreement} />
      ) : null}
      {whyNot(abilities.decline) === undefined ? <Decline agreement={agreement} /> : null}
    </span>
  );
}

function MainAction(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const t = usePhrases('agreements');
  const whyNot = useWhyNot();
  const own = useOwnSide();
  const [isSigning, setSigning] = useState(false);
  const agreementId = agreement.id;
  const confirm = useWrite(agreements.confirm, { invalidates, done: t('did.confirm') });
  const fix = useWrite(agreements.fix, { invalidates, done: t('did.fix') });
  const end = useWrite(agreements.end, { invalidates, done: t('did.end') });
  const { state, abilities } = agreement;
  const unlawful = useLaw(agreement).data?.findings.filter((one) => one.isBlocking).length ?? 0;
  const open = openSections(agreement, own).map(({ clause, revision }) => ({ clause, revision }));
  if (state === 'negotiating' && open.length > 0) {
    return (
      <WhyNotButton
        type="primary"
        whyNot={whyNot(abilities.confirm)}
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ agreementId, sections: open })}
      >
        {t('do.confirmAll')}
      </WhyNotButton>
    );
  }
  if (state === 'confirmed') {
    return (
      <WhyNotButton
        type="primary"
        whyNot={
          whyNot(abilities.fix) ??
          (unlawful > 0 ? t('error.agreement.unlawful', { count: unlawful }) : undefined)
        }
        loading={fix.isPending}
        onClick={() => fix.mutate({ agreementId })}
      >
        {t('do.fix')}
      </WhyNotButton>
    );
  }
  if (state === 'signing') {
    return (
      <>
        <WhyNotButton type="primary" whyNot={whyNot(abilities.sign)} onClick={() => setSigning(true)}>
          {t('do.sign')}
        </WhyNotButton>
        {isSigning ? <SignDialog agreement={agreement} onClose={() => setSigning(false)} /> : null}
      </>
    );
  }
  if (state !== 'in-force' || whyNot(abilities.end) !== undefined) return null;
  return (
    <WhyNotButton loading={end.isPending} onClick={() => end.mutate({ agreementId })}>
      {t('do.end')}
    </WhyNotButton>
  );
}

function Reopen(props: { readonly agreement: AgreementDetail }) {
  const t = usePhrases('agreements');
  const reopen = useWrite(agreements.reopen, { invalidates, done: t('did.reopen') });
  return (
    <ConfirmButton
      title={t('do.reopenQuestion')}
      consequence={t('do.reopenNote')}
      onConfirm={() => reopen.mutateAsync({ agreementId: props.agreement.id })}
    >
      {t('do.reopen')}
    </ConfirmButton>
  );
}

function Decline(props: { readonly agreement: AgreementDetail }) {
  const t = usePhrases('agreements');
  const [reason, setReason] = useState('');
  const decline = useWrite(agreements.decline, { invalidates, done: t('did.decline') });
  return (
    <ConfirmButton
      danger
      type="text"
      title={t('do.declineQuestion')}
      consequence={
        <Input.TextArea
          aria-label={t('do.declineReason')}
          placeholder={t('do.declineReason')}
          value={reason}
          maxLength={2_000}
          autoSize={{ minRows: 3 }}
          onChange={(event) => setReason(event.target.value)}
        />
      }
      onConfirm={() => decline.mutateAsync({ agreementId: props.agreement.id, reason })}
    >
      {t('do.decline')}
    </ConfirmButton>
  );
}
