import {
  ConfirmButton,
  type NextStep,
  PageLink,
  today,
  useLanguage,
  usePhrases,
  useSession,
  useWrite,
  WhyNotButton,
  writeDay,
} from '@dualtrack/ui';
import { hasBegun } from '../../application-window.ts';
import type { ClassDetail, PlacementView } from '../../shapes.ts';
import { orderClasses } from '../client.ts';

type Move = 'open' | 'close' | 'reopen' | 'start' | 'finish';

/** Moves the class and says where it is now. */
function useMove(orderClass: ClassDetail) {
  const t = usePhrases('order-classes');
  const write = useWrite(orderClasses.classes.move, {
    invalidates: ['order-classes', 'workforce', 'compliance'],
    answers: (after) => ['order-classes.get', { classId: after.id }],
    done: (after) => t('done.moved', { state: t(`state.${after.state}`) }),
  });
  return {
    isBusy: (action: Move) => write.isPending && write.variables.action === action,
    move: (action: Move) => write.mutateAsync({ classId: orderClass.id, action }),
  };
}

/** What has to happen next with a class, for the role that looks at it. */
export function useNextStep(orderClass: ClassDetail, placements: readonly PlacementView[]): NextStep {
  const t = usePhrases('order-classes');
  const { locale } = useLanguage();
  const { role, organisation } = useSession().membership;
  const { isBusy, move } = useMove(orderClass);
  const isSchool = organisation.kind === 'school';
  const may = (action: keyof ClassDetail['abilities']) => orderClass.abilities[action] === null;
  const { state, scoresMissing, applicationsFrom, applicationsUntil } = orderClass;
  const isAhead = state === 'open' && applicationsFrom !== null && !hasBegun(orderClass, today());
  const offered = placements.filter((one) => one.state === 'offered').length;
  if (isAhead)
    return { by: 'student', sentence: t('next.notYet', { from: writeDay(locale, applicationsFrom) }) };
  if (!isSchool && (state === 'open' || state === 'closed')) {
    return {
      by: 'enterprise',
      sentence: t('next.score', { count: scoresMissing }),
      action:
        scoresMissing > 0 && may('score') ? (
          <PageLink className="dt-button dt-button-primary" to={`/order-classes/${orderClass.id}?tab=scores`}>
            {t('action.score')}
          </PageLink>
        ) : undefined,
    };
  }
  const plain = (action: Move, label: string, whyNot?: string) =>
    role === 'teacher' || !isSchool ? undefined : (
      <WhyNotButton type="primary" loading={isBusy(action)} whyNot={whyNot} onClick={() => void move(action)}>
        {label}
      </WhyNotButton>
    );
  switch (state) {
    case 'draft':
      return {
        by: 'school',
        sentence: t('next.draft'),
        action: may('open') ? (
          <ConfirmButton
            type="primary"
            title={t('ask.open')}
            consequence={t('ask.openNote')}
            onConfirm={() => move('open')}
          >
            {t('action.open')}
          </ConfirmButton>
        ) : undefined,
      };
    case 'open':
      if (applicationsUntil !== null && applicationsUntil < today()) {
        return {
          by: 'school',
          sentence: t('next.over', { until: writeDay(locale, applicationsUntil) }),
          action: plain('close', t('action.close')),
        };
      }
      return {
        by: 'student',
        sentence: t('next.open', {
          until: applicationsUntil === null ? 'none' : writeDay(locale, applicationsUntil),
        }),
        action: plain('close', t('action.close')),
      };
    case 'closed':
      return {
        by: scoresMissing > 0 ? 'enterprise' : 'school',
        sentence: t('next.closed', { count: scoresMissing }),
        action: may('match') ? (
          <PageLink
            className="dt-button dt-button-primary"
            to={`/order-classes/${orderClass.id}?tab=matching`}
          >
            {t('action.match')}
          </PageLink>
        ) : undefined,
      };
    case 'matched':
      return {
        by: 'school',
        sentence: t('next.matched'),
        action: may('publish') ? (
          <PageLink
            className="dt-button dt-button-primary"
            to={`/order-classes/${orderClass.id}?tab=matching`}
          >
            {t('action.review')}
          </PageLink>
        ) : undefined,
      };
    case 'published': {
      const incomplete = placements.filter(
        (one) => one.state === 'accepted' && one.missing.length > 0,
      ).length;
      const whyNot =
        offered > 0
          ? t('error.class.offers-open', { count: offered })
          : incomplete > 0
            ? t('error.class.documents-missing', { count: incomplete })
            : undefined;
      return {
        by: offered > 0 ? 'student' : 'school',
        sentence: t('next.published', { count: offered }),
        action: plain('start', t('action.start'), whyNot),
      };
    }
    case 'running':
      return {
        by: 'school',
        sentence: t('next.running'),
        action: may('finish') ? (
          <ConfirmButton
            title={t('ask.finish')}
            consequence={t('ask.finishNote')}
            onConfirm={() => move('finish')}
          >
            {t('action.finish')}
          </ConfirmButton>
        ) : undefined,
      };
    case 'finished':
      return { sentence: t('next.finished') };
  }
}

/** Beside the title: changing the class, and opening it again after it was closed. */
export function ClassActions(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const { isBusy, move } = useMove(orderClass);
  return (
    <>
      {orderClass.abilities.edit === null ? (
        <PageLink className="dt-button" to={`/order-classes/${orderClass.id}/edit`}>
          {t('action.edit')}
        </PageLink>
      ) : null}
      {orderClass.abilities.reopen === null ? (
        <WhyNotButton loading={isBusy('reopen')} onClick={() => void move('reopen')}>
          {t('action.reopen')}
        </WhyNotButton>
      ) : null}
    </>
  );
}
