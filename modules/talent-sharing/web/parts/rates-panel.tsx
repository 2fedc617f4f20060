import { useLanguage, usePhrases, useWrite, writeDay, writeMoney } from '@dualtrack/ui';
import { Button, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import type { Account } from '../../contract.ts';
import { type Form, forms } from '../../forms.ts';
import { type Side, sides } from '../../side.ts';
import { api } from '../client.ts';
import { useOwn } from '../words.ts';

/** What an hour costs under an agreement: agreed, proposed, and a new proposal. */
export function RatesPanel(props: { readonly account: Account }) {
  const { account } = props;
  const t = usePhrases('talent-sharing');
  const { locale } = useLanguage();
  const own = useOwn();
  const options = { invalidates: ['talentSharing'], done: t('ledger.confirmed') };
  const answer = useWrite(api.ledger.answerRate, options);
  return (
    <div>
      <h3>{t('ledger.rates')}</h3>
      {account.rates.length === 0 ? <p className="dt-quiet">{t('ledger.noRates')}</p> : null}
      <ul className="ts-list">
        {account.rates.map((rate) => (
          <li key={rate.id}>
            <div>
              {t(`ledger.given.${rate.giver}`)} ·{' '}
              {rate.form === null ? t('ledger.rateAny') : t(`form.${rate.form}`)} ·{' '}
              {rate.amount === null
                ? t('ledger.barter')
                : t('ledger.anHour', {
                    money: writeMoney(locale, { amount: rate.amount, currency: 'CNY' }),
                  })}
              <div className="dt-small dt-quiet">
                {rate.agreedOn === null
                  ? t('ledger.proposed', { by: rate.proposedBy })
                  : t('ledger.agreed', { day: writeDay(locale, rate.agreedOn, 'day') })}
              </div>
            </div>
            {rate.agreedOn !== null || !own.isLead ? null : (
              <span className="ts-row">
                <Button size="small" onClick={() => answer.mutate({ rateId: rate.id, accept: false })}>
                  {t(rate.proposedSide === own.side ? 'ledger.withdraw' : 'ledger.refuse')}
                </Button>
                {rate.proposedSide === own.side ? null : (
                  <Button
                    size="small"
                    type="primary"
                    onClick={() => answer.mutate({ rateId: rate.id, accept: true })}
                  >
                    {t('ledger.agree')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {own.isLead ? (
        <details className="ts-more">
          <summary>{t('ledger.propose')}</summary>
          <ProposeRate agreementId={account.agreementId} />
        </details>
      ) : null}
    </div>
  );
}

function ProposeRate(props: { readonly agreementId: string }) {
  const t = usePhrases('talent-sharing');
  const id = useId();
  const [giver, setGiver] = useState<Side>('enterprise');
  const [form, setForm] = useState<Form | 'any'>('any');
  const [yuan, setYuan] = useState<number | null>(null);
  const propose = useWrite(api.ledger.proposeRate, {
    invalidates: ['talentSharing'],
    done: t('ledger.sent'),
    onDone: () => setYuan(null),
  });
  return (
    <div className="ts-fields">
      <label htmlFor={`${id}giver`}>
        {t('ledger.giver')}
        <Select<Side>
          id={`${id}giver`}
          value={giver}
          options={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
          onChange={setGiver}
        />
      </label>
      <label htmlFor={`${id}form`}>
        {t('formOf')}
        <Select<Form | 'any'>
          id={`${id}form`}
          value={form}
          options={[
            { value: 'any', label: t('ledger.rateAny') },
            ...forms.map((value) => ({ value, label: t(`form.${value}`) })),
          ]}
          onChange={setForm}
        />
      </label>
      <label htmlFor={`${id}amount`}>
        {t('ledger.amount')}
        <InputNumber<number>
          id={`${id}amount`}
          value={yuan}
          min={0.01}
          precision={2}
          prefix="¥"
          controls={false}
          placeholder={t('ledger.barter')}
          style={{ inlineSize: '100%' }}
          onChange={setYuan}
        />
      </label>
      <Button
        loading={propose.isPending}
        onClick={() =>
          propose.mutate({
            ...{ agreementId: props.agreementId, giver, form: form === 'any' ? null : form },
            amount: yuan === null ? null : Math.round(yuan * 100),
          })
        }
      >
        {t('ledger.propose')}
      </Button>
    </div>
  );
}
