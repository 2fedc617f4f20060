import {
  Day,
  Moment,
  PersonName,
  SideTag,
  StateTag,
  type Tone,
  useLanguage,
  usePhrases,
} from '@dualtrack/ui';
import type { ReactNode } from 'react';
import type { SigningSlot } from '../../contract/signing.ts';
import { findErrorPhraseOf } from './error-phrase.ts';

/** One signature of the plan: whose, in which role, how far it is, and why it cannot be given now. */
export function SlotRow(props: {
  readonly slot: SigningSlot;
  readonly isOrdered: boolean;
  readonly isSigning: boolean;
  readonly more: ReactNode;
}) {
  const { slot } = props;
  const t = usePhrases('agreement-signing');
  const { catalogue } = useLanguage();
  const { tone, word } = useSlotState(slot, props.isSigning);
  const key = (['account', 'file', 'link'] as const).find((one) => one === slot.keyKind);
  const isBlocked = props.isSigning && slot.whyNot?.startsWith('signing.mandate');
  return (
    <li className="ag-slot">
      <span className="ag-slot-step">{props.isOrdered ? slot.step : ''}</span>
      <div>
        <PersonName
          person={{ name: slot.name || '—' }}
          {...(slot.side === 'third' ? {} : { side: slot.side })}
        />{' '}
        <span className="dt-quiet">{slot.post}</span>
        <div className="dt-small dt-quiet">
          {t(`role.${slot.role}`)} · {slot.channel === 'link' ? t('plan.link') : t('plan.account')}
          {key === undefined ? '' : ` · ${t(`key.${key}`)}`}
          {slot.hasHandwriting ? ` · ${t('hand.title')}` : ''}
        </div>
        {slot.mandate === null ? null : (
          <div className="dt-small">
            {t('plan.mandateFor')} {slot.mandate.for}: {slot.mandate.scope} · {t('plan.mandateUntil')}{' '}
            <Day day={slot.mandate.until} />
          </div>
        )}
      </div>
      <div className="ag-slot-end">
        {slot.side === 'third' ? (
          <span className="dt-quiet">{slot.organisation || t('side.third')}</span>
        ) : (
          <SideTag side={slot.side} />
        )}
        <div>
          <StateTag tone={tone}>{word}</StateTag>
        </div>
        {slot.signedAt === null ? null : (
          <div className="dt-small dt-quiet">
            <Moment instant={slot.signedAt} />
          </div>
        )}
        {slot.state !== 'waiting' || slot.remindedAt === null ? null : (
          <div className="dt-small dt-quiet">
            {t('state.remindedAt')} <Moment instant={slot.remindedAt} />
          </div>
        )}
      </div>
      <div className="ag-slot-more">
        {slot.declineReason === '' ? null : <p>{slot.declineReason}</p>}
        {isBlocked && slot.whyNot !== null ? (
          <p className="dt-small">{findErrorPhraseOf(catalogue, slot.whyNot)}</p>
        ) : null}
        {props.more}
      </div>
    </li>
  );
}

function useSlotState(slot: SigningSlot, isSigning: boolean): { tone: Tone; word: string } {
  const t = usePhrases('agreement-signing');
  if (slot.state === 'signed') return { tone: 'done', word: t('state.signed') };
  if (slot.state === 'declined') return { tone: 'danger', word: t('state.declined') };
  if (slot.openedAt !== null) return { tone: 'now', word: t('state.opened') };
  return isSigning && slot.isTurn
    ? { tone: 'now', word: t('state.turn') }
    : { tone: 'plain', word: t('state.waiting') };
}
