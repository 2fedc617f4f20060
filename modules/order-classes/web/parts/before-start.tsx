import {
  ConfirmButton,
  Day,
  Icon,
  Panel,
  StateTag,
  useLanguage,
  useNameOf,
  usePhrases,
  useSession,
  useWrite,
  writeDay,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { type DocumentKind, documentKinds } from '../../placement.ts';
import type { PlacementView } from '../../shapes.ts';
import { placementTone } from '../class-words.ts';
import { orderClasses } from '../client.ts';

function dayOf(placement: PlacementView, kind: DocumentKind): string | null {
  if (kind === 'insurance') return placement.insurance?.from ?? null;
  return placement[`${kind}On`];
}

/** The offer to answer and what has to be there before the first day, with the one button that is one's own. */
export function BeforeStart(props: { readonly placement: PlacementView }) {
  const { placement } = props;
  const t = usePhrases('order-classes');
  const { locale } = useLanguage();
  const nameOf = useNameOf();
  const isStudent = useSession().membership.role === 'student';
  const invalidates = ['order-classes'];
  const answer = useWrite(orderClasses.placements.answer, { invalidates, done: t('done.saved') });
  const sign = useWrite(orderClasses.placements.sign, { invalidates, done: t('done.saved') });
  const { id: placementId, abilities } = placement;
  const seat = nameOf({ name: placement.postTitle, nameEn: placement.postTitleEn });
  const isOwnOpen = isStudent
    ? abilities.sign === null && (placement.studentSignedOn === null || placement.studentConsentOn === null)
    : abilities.consent === null && placement.guardianConsentOn === null;
  const isOver = placement.state === 'declined' || placement.state === 'ended';
  return (
    <Panel
      title={seat}
      actions={<StateTag tone={placementTone[placement.state]}>{t(`placement.${placement.state}`)}</StateTag>}
    >
      <div className="oc-stack">
        {isStudent && abilities.accept === null ? (
          <>
            <p>
              {t('confirm.offer', {
                seat,
                from: writeDay(locale, placement.startsOn),
                to: writeDay(locale, placement.endsOn),
              })}
            </p>
            <div className="oc-row">
              <Button
                type="primary"
                loading={answer.isPending}
                onClick={() => answer.mutate({ placementId, accept: true })}
              >
                {t('confirm.accept')}
              </Button>
              <ConfirmButton
                title={t('ask.decline')}
                consequence={t('ask.declineNote')}
                onConfirm={() => answer.mutateAsync({ placementId, accept: false })}
              >
                {t('confirm.decline')}
              </ConfirmButton>
            </div>
          </>
        ) : null}
        {isOver ? null : <Documents placement={placement} />}
        {isOwnOpen ? (
          <div className="oc-stack">
            <p className="dt-quiet">{isStudent ? t('confirm.signNote') : t('confirm.consentNote')}</p>
            <div>
              <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate({ placementId })}>
                {isStudent ? t('confirm.sign') : t('confirm.consent')}
              </Button>
            </div>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function Documents(props: { readonly placement: PlacementView }) {
  const { placement } = props;
  const t = usePhrases('order-classes');
  return (
    <div>
      <h3>{t('confirm.title')}</h3>
      <ul className="oc-todo">
        {documentKinds.map((kind) => {
          const day = dayOf(placement, kind);
          return (
            <li key={kind}>
              <span>{t(`document.${kind}`)}</span>
              {day === null ? (
                <span className="dt-quiet">{t('confirm.waits', { who: t(`confirm.who.${kind}`) })}</span>
              ) : (
                <span>
                  <Icon name="check" size={14} /> <Day day={day} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
