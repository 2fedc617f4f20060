import { ChoiceField, DayField, OperationForm, TextField, useOperationForm, usePhrases } from '@dualtrack/ui';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ClassDetail } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { LawBeside } from './law-beside.tsx';
import { coverFacts } from './typed-facts.ts';

type Values = { insurer: string; number: string; from: string; to: string; payer: string };
const payers = ['school', 'host', 'treasury'] as const;

/** One policy registered for all standing placements of a class. */
export function InsureClass(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const [isOpen, setOpen] = useState(false);
  const form = useOperationForm<
    Values,
    Parameters<typeof orderClasses.placements.insure>[0],
    { count: number }
  >({
    name: `order-classes.insure.${orderClass.id}`,
    initial: { insurer: '', number: '', from: orderClass.startsOn, to: orderClass.endsOn, payer: 'school' },
    write: orderClasses.placements.insure,
    toInput: ({ payer, ...insurance }) => ({
      classId: orderClass.id,
      insurance: { ...insurance, payer: payers.find((one) => one === payer) ?? 'school' },
    }),
    pointers: {
      insurer: '/insurance/insurer',
      number: '/insurance/number',
      from: '/insurance/from',
      to: '/insurance/to',
    },
    invalidates: ['order-classes', 'compliance'],
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('placements.insure')}</Button>
      <Modal open={isOpen} title={t('placements.insure')} footer={null} onCancel={() => setOpen(false)}>
        <OperationForm form={form} submitLabel={t('action.save')}>
          <TextField form={form} name="insurer" label={t('insurance.insurer')} isRequired />
          <TextField form={form} name="number" label={t('insurance.number')} isRequired />
          <DayField form={form} name="from" label={t('insurance.from')} isRequired />
          <DayField form={form} name="to" label={t('insurance.to')} isRequired />
          <ChoiceField
            form={form}
            name="payer"
            label={t('insurance.payer')}
            isRequired
            choices={payers.map((value) => ({ value, label: t(`insurance.payer.${value}`) }))}
          />
          <LawBeside classId={orderClass.id} placementIds={[]} facts={coverFacts(form.values)} />
        </OperationForm>
      </Modal>
    </>
  );
}
