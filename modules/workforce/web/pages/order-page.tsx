import {
  ErrorState,
  Loading,
  Money,
  ObjectPage,
  OrganisationName,
  PageLink,
  Panel,
  StateTag,
  StateTrack,
  useLanguage,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
  useWrite,
  WhyNotButton,
  writeNumber,
} from '@dualtrack/ui';
import { Input } from 'antd';
import { useState } from 'react';
import type { OrderDetail } from '../../contract.ts';
import { whyNotAccept } from '../../opinion.ts';
import type { OrderAction } from '../../talent-order.ts';
import { workforce } from '../client.ts';
import { OpinionsPanel } from '../parts/opinions-panel.tsx';
import { OrderLines } from '../parts/order-lines.tsx';
import { toneOf } from '../parts/order-tone.ts';
import { percent } from '../parts/recommended-orders.tsx';
import '../workforce.css';

const stops = ['draft', 'proposed', 'accepted', 'in-agreement', 'in-class', 'closed'] as const;

/** One order: where it stands, why it was made, its posts, and what comes next. */
export function OrderPage() {
  const orderId = usePathParam('orderId');
  const found = useOperation('workforce.order', workforce.orders.get, { orderId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <OrderView order={found.data} />;
}

function OrderView(props: { readonly order: OrderDetail }) {
  const { order } = props;
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const { membership } = useSession();
  return (
    <ObjectPage
      title={order.className}
      crumbs={[{ label: t('orders.title'), to: '/talent-orders' }]}
      state={<StateTag tone={toneOf(order.state)}>{t(`state.${order.state}`)}</StateTag>}
      sides={{
        school: nameOf({ name: order.school, nameEn: order.schoolEn }),
        enterprise: nameOf({ name: order.enterprise, nameEn: order.enterpriseEn }),
      }}
      track={
        <StateTrack stops={stops.map((key) => ({ key, label: t(`state.${key}`) }))} current={order.state} />
      }
      nextStep={{
        sentence: t(`next.${order.state}`),
        ...(order.state === 'draft'
          ? { by: 'enterprise' as const }
          : order.state === 'proposed'
            ? { by: 'school' as const }
            : {}),
        action: <OrderActions order={order} />,
      }}
      facts={[
        { label: t('order.number'), value: order.number },
        {
          label: t('order.programme'),
          value: (
            <OrganisationName organisation={{ name: order.programmeName, nameEn: order.programmeNameEn }} />
          ),
        },
        { label: t('order.seats'), value: order.seats },
        { label: t('order.start'), value: order.startQuarter },
        ...(['in-agreement', 'in-class', 'closed'].includes(order.state)
          ? [
              {
                label: t('order.way'),
                value: <PageLink to={`/talent-orders/${order.id}/way`}>{t('order.openWay')}</PageLink>,
              },
            ]
          : []),
        ...(order.poolId === null ? [] : [{ label: t('order.joint'), value: t('order.jointNote') }]),
        ...(order.note === '' ? [] : [{ label: t('order.note'), value: order.note }]),
        ...(order.answer === '' ? [] : [{ label: t('order.answer'), value: order.answer }]),
      ]}
    >
      <div className="wf-split">
        <OrderReasonPanel order={order} />
        {membership.organisation.kind === 'school' ? (
          <OpinionsPanel orderId={order.id} isOpen={order.state === 'proposed'} />
        ) : null}
        <OrderLines lines={order.lines} money={(amount) => <Money money={{ amount, currency: 'CNY' }} />} />
      </div>
    </ObjectPage>
  );
}

function OrderActions(props: { readonly order: OrderDetail }) {
  const { order } = props;
  const t = usePhrases('workforce');
  const { membership } = useSession();
  const isEnterprise = membership.organisation.kind === 'enterprise';
  const [answer, setAnswer] = useState('');
  const options = (action: OrderAction) => ({
    invalidates: ['workforce'],
    done: action === 'edit' ? undefined : t(`did.${action}`),
  });
  const propose = useWrite(workforce.orders.propose, options('propose'));
  const accept = useWrite(workforce.orders.accept, options('accept'));
  const decline = useWrite(workforce.orders.decline, options('decline'));
  const withdraw = useWrite(workforce.orders.withdraw, options('withdraw'));
  const why = (action: OrderAction) => {
    const code = order.abilities[action];
    if (code === 'order.not-your-role' || code === 'order.not-in-state') return t(`whynot.${code}`);
    return undefined;
  };
  const orderId = order.id;
  if (order.state === 'accepted') {
    return <PageLink to={`/agreements/new?order=${orderId}`}>{t('do.agreement')}</PageLink>;
  }
  if (isEnterprise) {
    return (
      <span className="wf-row">
        {order.state === 'draft' ? (
          <WhyNotButton
            type="primary"
            whyNot={why('propose')}
            loading={propose.isPending}
            onClick={() => propose.mutate({ orderId })}
          >
            {t('do.propose')}
          </WhyNotButton>
        ) : null}
        {order.state === 'draft' || order.state === 'proposed' ? (
          <WhyNotButton
            whyNot={why('withdraw')}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ orderId })}
          >
            {t('do.withdraw')}
          </WhyNotButton>
        ) : null}
      </span>
    );
  }
  if (order.state !== 'proposed') return null;
  if (order.poolId !== null) {
    return (
      <PageLink className="dt-button" to="/demand-board">
        {t('order.decidePool')}
      </PageLink>
    );
  }
  return (
    <span className="wf-row">
      <AcceptButton
        orderId={orderId}
        whyNot={why('accept')}
        isPending={accept.isPending}
        onAccept={() => accept.mutate({ orderId, answer })}
      />
      <Input
        aria-label={t('do.declineReason')}
        placeholder={t('do.declineReason')}
        value={answer}
        maxLength={2_000}
        onChange={(event) => setAnswer(event.target.value)}
        className="wf-answer"
      />
      <WhyNotButton
        whyNot={why('decline') ?? (answer.trim().length < 2 ? t('do.declineReason') : undefined)}
        loading={decline.isPending}
        onClick={() => decline.mutate({ orderId, answer })}
      >
        {t('do.decline')}
      </WhyNotButton>
    </span>
  );
}

/** Accepts an order, once everybody who is asked is for it. */
function AcceptButton(props: {
  readonly orderId: string;
  readonly whyNot: string | undefined;
  readonly isPending: boolean;
  readonly onAccept: () => void;
}) {
  const { orderId } = props;
  const t = usePhrases('workforce');
  const { data } = useOperation('workforce.opinions', workforce.opinions.get, { orderId });
  const missing =
    data === undefined
      ? null
      : whyNotAccept(
          data.given.filter((one) => one.round === data.round),
          data.isAsked,
        );
  const notYet = missing === null ? undefined : t(`error.${missing}`);
  return (
    <WhyNotButton
      type="primary"
      whyNot={props.whyNot ?? notYet}
      loading={props.isPending}
      onClick={props.onAccept}
    >
      {t('do.accept')}
    </WhyNotButton>
  );
}

function OrderReasonPanel(props: { readonly order: OrderDetail }) {
  const { reason, forecastId } = props.order;
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const { membership } = useSession();
  if (reason === null) {
    return (
      <Panel title={t('order.reason')}>
        <p className="dt-quiet">{t('order.byHand')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('order.reason')}>
      <p>
        {t('order.reasonText', {
          quarter: reason.quarter,
          gap: writeNumber(locale, reason.gap, 0),
          occupation: nameOf({ name: reason.occupationTitle, nameEn: reason.occupationTitleEn }),
          probability: percent(locale, reason.shortageProbability),
          joiners: writeNumber(locale, reason.expectedJoiners, 0),
          cost: writeNumber(locale, reason.costOfDoingNothing, 0),
        })}
      </p>
      {forecastId !== null && membership.organisation.kind === 'enterprise' ? (
        <PageLink to={`/demand/${forecastId}`}>{t('order.forecast')}</PageLink>
      ) : null}
    </Panel>
  );
}
