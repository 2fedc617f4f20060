import {
  AmountInput,
  amountFault,
  ConfirmButton,
  oneOf,
  PageLink,
  Panel,
  SaveRows,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { orderStates } from '../../talent-order.ts';
import { workforce } from '../client.ts';
import '../workforce.css';

/** Pools made so far, and the form for a new one; nothing where fewer than two enterprises ask. */
export function PoolPanel() {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const pools = useOperation('workforce.pools', workforce.pools.list, undefined);
  const open = useOperation('workforce.notices', workforce.board.list, {
    page: 1,
    size: 100,
    state: 'published',
  });
  const items = open.data?.items ?? [];
  const isPossible = new Set(items.map(({ enterpriseId }) => enterpriseId)).size > 1;
  const kept = pools.data ?? [];
  if (!isPossible && kept.length === 0) return null;
  return (
    <Panel
      title={t('pool.title')}
      count={kept.length}
      actions={
        <SaveRows
          fileName={t('pool.title')}
          rows={kept.flatMap((pool) => pool.members.map((member) => ({ pool, member })))}
          columns={[
            [t('save.number'), ({ pool }) => pool.number],
            [t('pool.name'), ({ pool }) => pool.name],
            [t('save.major'), ({ pool }) => pool.majorCode],
            [t('pool.start'), ({ pool }) => pool.startQuarter],
            [t('pool.min'), ({ pool }) => pool.classMin],
            [
              t('save.enterprise'),
              ({ member }) => nameOf({ name: member.enterprise, nameEn: member.enterpriseEn }),
            ],
            [t('save.seats'), ({ member }) => member.seats],
            [
              t('save.state'),
              ({ member }) => {
                const state = oneOf(orderStates, member.state);
                return state === undefined ? t('pool.noOrder') : t(`state.${state}`);
              },
            ],
          ]}
        />
      }
    >
      <p className="dt-quiet dt-small">{t('pool.note')}</p>
      {kept.map((pool) => (
        <section key={pool.id} className="wf-pool">
          <h3>
            {pool.name} · {pool.startQuarter} <span className="dt-quiet dt-small">{pool.number}</span>
          </h3>
          <p className="dt-quiet">{t('pool.ready', { ready: pool.ready, need: pool.classMin })}</p>
          <ul className="dt-plain-list">
            {pool.members.map((member) => (
              <li key={member.noticeId}>
                {t('pool.member', {
                  enterprise: nameOf({ name: member.enterprise, nameEn: member.enterpriseEn }),
                  seats: member.seats,
                })}{' '}
                {member.orderId === null ? (
                  <span className="dt-quiet">{t('pool.noOrder')}</span>
                ) : (
                  <PageLink to={`/talent-orders/${member.orderId}`}>
                    <OrderState state={member.state} />
                  </PageLink>
                )}
              </li>
            ))}
          </ul>
          {pool.proposed > 0 ? <Decision pool={pool} /> : null}
        </section>
      ))}
      {isPossible ? (
        <PoolForm
          options={items.map((one) => ({
            value: one.id,
            enterpriseId: one.enterpriseId,
            label: t('pool.option', {
              enterprise: nameOf({ name: one.enterprise, nameEn: one.enterpriseEn }),
              title: nameOf({ name: one.title, nameEn: one.titleEn }),
              people: one.people,
              from: one.fromQuarter,
            }),
          }))}
          quarter={items[0]?.fromQuarter ?? ''}
        />
      ) : null}
    </Panel>
  );
}

function OrderState(props: { readonly state: string }) {
  const t = usePhrases('workforce');
  const known = oneOf(orderStates, props.state);
  return known === undefined ? props.state : t(`state.${known}`);
}

type Kept = Awaited<ReturnType<typeof workforce.pools.list>>[number];

/** One decision about a joint order, whatever firms it is of. */
function Decision(props: { readonly pool: Kept }) {
  const { pool } = props;
  const t = usePhrases('workforce');
  const options = { invalidates: ['workforce'], done: t('pool.decided') };
  const decide = useWrite(workforce.pools.decide, options);
  const isSmall = pool.ready < pool.classMin;
  return (
    <div className="wf-row">
      <WhyNotButton
        type="primary"
        whyNot={isSmall ? t('error.pool.too-small', { have: pool.ready, need: pool.classMin }) : undefined}
        loading={decide.isPending}
        onClick={() => decide.mutate({ poolId: pool.id, accept: true })}
      >
        {t('pool.accept', { seats: pool.proposed })}
      </WhyNotButton>
      <ConfirmButton
        title={t('pool.decline')}
        consequence={t('pool.declineNote')}
        onConfirm={() => decide.mutateAsync({ poolId: pool.id, accept: false })}
      >
        {t('pool.decline')}
      </ConfirmButton>
    </div>
  );
}

const least = { min: 1, max: 500 };

type Pool = {
  name: string;
  majorCode: string;
  startQuarter: string;
  classMin: number;
  noticeIds: readonly string[];
};

function PoolForm(props: {
  readonly options: readonly { value: string; label: string; enterpriseId: string }[];
  readonly quarter: string;
}) {
  const t = usePhrases('workforce');
  const ui = usePhrases('ui');
  const nameOf = useNameOf();
  const supply = useOperation('workforce.supply', workforce.supply, undefined);
  const [value, setValue] = useState<Pool>({
    ...{ name: '', majorCode: '', startQuarter: props.quarter, classMin: 15 },
    noticeIds: [],
  });
  const make = useWrite(workforce.pools.make, { invalidates: ['workforce'], done: t('pool.made') });
  const firms = new Set(
    props.options
      .filter((one) => value.noticeIds.includes(one.value))
      .map(({ enterpriseId }) => enterpriseId),
  );
  const whyNot =
    firms.size < 2
      ? t('error.pool.one-enterprise')
      : value.majorCode === ''
        ? t('pool.whyNotProgramme')
        : value.name.trim() === ''
          ? t('pool.whyNotName')
          : amountFault(value.classMin, least) === undefined
            ? undefined
            : t('amounts.unsound');
  const quarters = [...new Set([value.startQuarter, ...(supply.data?.quarters ?? [])])]
    .filter(Boolean)
    .sort();
  return (
    <div className="wf-fields">
      <Field label={t('pool.choose')} isWide>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            placeholder={ui('form.choose')}
            value={[...value.noticeIds]}
            options={props.options.map(({ value: id, label }) => ({ value: id, label }))}
            onChange={(noticeIds: string[]) => setValue({ ...value, noticeIds })}
          />
        )}
      </Field>
      <Field label={t('board.programme')}>
        {(id) => (
          <Select
            id={id}
            placeholder={ui('form.choose')}
            value={value.majorCode === '' ? undefined : value.majorCode}
            options={(supply.data?.programmes ?? []).map((one) => ({
              value: one.majorCode,
              label: nameOf(one),
            }))}
            onChange={(majorCode: string) => setValue({ ...value, majorCode })}
          />
        )}
      </Field>
      <Field label={t('pool.name')}>
        {(id) => (
          <Input
            id={id}
            value={value.name}
            maxLength={200}
            onChange={(event) => setValue({ ...value, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('pool.start')}>
        {(id) => (
          <Select
            id={id}
            value={value.startQuarter}
            options={quarters.map((one) => ({ value: one, label: one }))}
            onChange={(startQuarter: string) => setValue({ ...value, startQuarter })}
          />
        )}
      </Field>
      <Field label={t('pool.min')}>
        {(id) => (
          <AmountInput
            id={id}
            {...least}
            value={value.classMin}
            onChange={(classMin) => setValue({ ...value, classMin: classMin ?? Number.NaN })}
          />
        )}
      </Field>
      <WhyNotButton
        whyNot={whyNot}
        loading={make.isPending}
        onClick={() => make.mutate({ ...value, noticeIds: [...value.noticeIds] })}
      >
        {t('pool.make')}
      </WhyNotButton>
    </div>
  );
}

function Field(props: {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={props.isWide ? 'wf-field wf-wide' : 'wf-field'}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}
