import { ConfirmButton, FileChoice, Moment, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { SigningSlot } from '../../contract/signing.ts';
import type { AgreementDetail } from '../../contract.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { SignDecline } from './sign-decline.tsx';

const invalidates = ['agreements'];
type ActionProps = { readonly slot: SigningSlot; readonly agreement: AgreementDetail };
const placeOf = ({ slot, agreement }: ActionProps) => ({ agreementId: agreement.id, slotId: slot.id });

/** What can be done about one signature: its link, its mandate, and declining one's own. */
export function SlotActions(
  props: ActionProps & { readonly onCode: (code: { name: string; code: string | null }) => void },
) {
  const { slot, agreement } = props;
  const own = useOwnSide();
  const isOurs = own !== null && (slot.side === own || slot.side === 'third');
  const mayAct = isOurs && slot.state === 'waiting' && agreement.abilities.decline === null;
  const canLink = slot.channel === 'link' && agreement.state === 'signing' && slot.whyNot === null;
  const mayDecline = slot.isOwn && slot.state === 'waiting' && agreement.state === 'signing';
  return (
    <>
      {slot.mandate === null ? null : <Mandate {...props} mayAct={mayAct} />}
      {mayAct && (canLink || slot.link !== null) ? <Link {...props} canLink={canLink} /> : null}
      {mayDecline ? <DeclineOwn {...props} /> : null}
    </>
  );
}

/** The document of a mandate, for both sides to read; the own side attaches and revokes it. */
function Mandate(props: ActionProps & { readonly mayAct: boolean }) {
  const { slot, mayAct } = props;
  const t = usePhrases('agreement-signing');
  const place = placeOf(props);
  const attach = useWrite(agreements.signing.putMandate, { invalidates, done: t('plan.did') });
  const revoke = useWrite(agreements.signing.revokeMandate, { invalidates, done: t('plan.revoked') });
  return (
    <div className="ag-sign-row">
      {slot.hasMandateFile ? (
        <a
          href={`/api/agreements/${place.agreementId}/signing/slots/${place.slotId}/mandate`}
          target="_blank"
          rel="noreferrer"
        >
          {t('plan.mandateRead')}
        </a>
      ) : null}
      {mayAct ? (
        <FileChoice
          label={slot.hasMandateFile ? t('plan.mandateAnother') : t('plan.mandateFile')}
          accept="application/pdf,image/png,image/jpeg"
          disabled={attach.isPending}
          onFile={(file) => attach.mutate({ ...place, file })}
        />
      ) : null}
      {mayAct && slot.hasMandateFile && slot.mandateRevokedAt === null ? (
        <ConfirmButton
          danger
          type="text"
          title={t('plan.revokeQuestion')}
          consequence={t('plan.revokeNote', { name: slot.name })}
          onConfirm={() => revoke.mutateAsync(place)}
        >
          {t('plan.revoke')}
        </ConfirmButton>
      ) : null}
      {slot.mandateRevokedAt === null ? null : (
        <span className="dt-small dt-quiet">
          {t('plan.revoked')} <Moment instant={slot.mandateRevokedAt} />
        </span>
      )}
    </div>
  );
}

/** Sending the one-time link, and what became of the last one. */
function Link(
  props: ActionProps & {
    readonly canLink: boolean;
    readonly onCode: (code: { name: string; code: string | null }) => void;
  },
) {
  const { slot, canLink, onCode } = props;
  const t = usePhrases('agreement-signing');
  const place = placeOf(props);
  const send = useWrite(agreements.signing.sendLink, {
    invalidates,
    onDone: ({ code }) => onCode({ name: slot.name, code }),
  });
  const end = useWrite(agreements.signing.revokeLink, { invalidates });
  return (
    <div className="ag-sign-row">
      {canLink ? (
        <Button loading={send.isPending} onClick={() => send.mutate(place)}>
          {slot.link === null ? t('link.send') : t('link.sendAgain')}
        </Button>
      ) : null}
      {slot.link === null || slot.link.isUsed ? null : (
        <Button type="text" loading={end.isPending} onClick={() => end.mutate(place)}>
          {t('link.end')}
        </Button>
      )}
      {slot.link === null ? null : (
        <span className="dt-small dt-quiet">
          {slot.link.isLocked ? `${t('link.locked')} ` : null}
          {t('link.sentAt')} <Moment instant={slot.link.sentAt} />
        </span>
      )}
    </div>
  );
}

/** Whoever signs in may also decline, with a reason; of a witness the agreement does not depend. */
function DeclineOwn(props: ActionProps) {
  const { slot } = props;
  const t = usePhrases('agreement-signing');
  const decline = useWrite(agreements.signing.decline, { invalidates, done: t('state.declined') });
  return (
    <SignDecline
      action={t('open.decline')}
      question={slot.role === 'witness' ? t('decline.reasonWitness') : t('decline.reasonEnds')}
      back={t('plan.cancel')}
      isBusy={decline.isPending}
      onDecline={(reason) => decline.mutate({ ...placeOf(props), reason })}
    />
  );
}
