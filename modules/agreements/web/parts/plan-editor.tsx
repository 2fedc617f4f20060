import { fieldSentence, Panel, problemOf, useLanguage, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Side } from '../../agreement.ts';
import type { SigningView } from '../../contract/signing.ts';
import { isFamilyField } from '../../internship.ts';
import type { SlotInput } from '../../plan-flaws.ts';
import { agreements } from '../client.ts';
import { Labelled } from './labelled.tsx';
import { PersonFields } from './person-fields.tsx';

const nobody: SlotInput = {
  ...{ side: 'third', role: 'witness', step: 1, name: '', post: '', organisation: '', channel: 'link' },
  ...{ mail: null, secondMail: null, phone: null, mandate: null },
};

function startOf(signing: SigningView, own: Side): SlotInput[] {
  return signing.slots
    .filter((slot) => (slot.side === own || slot.side === 'third') && !isFamilyField(slot.field))
    .map(({ id, side, role, step, name, post, organisation, channel, reach, mandate }) => ({
      ...{ id, side, role, step, name, post, organisation, channel, mandate },
      ...(reach ?? { mail: null, secondMail: null, phone: null }),
    }));
}

/** Changing who signs for the own side, third witnesses, their order, the last day and reminders. */
export function PlanEditor(props: {
  readonly signing: SigningView;
  readonly own: Side;
  readonly onClose: () => void;
}) {
  const { signing, own } = props;
  const t = usePhrases('agreement-signing');
  const { catalogue } = useLanguage();
  const [slots, setSlots] = useState(() => startOf(signing, own));
  const [isOrdered, setOrdered] = useState(() => new Set(signing.slots.map((slot) => slot.step)).size > 1);
  const [dueOn, setDueOn] = useState(signing.dueOn ?? '');
  const [remindEveryDays, setRemind] = useState(signing.remindEveryDays);
  const save = useWrite(agreements.signing.setPlan, {
    invalidates: ['agreements'],
    done: t('plan.did'),
    showsProblems: true,
    onDone: props.onClose,
  });
  const problem = save.error ? problemOf(save.error) : undefined;
  const errorAt = (pointer: string) => {
    const found = problem?.errors.find((error) => error.pointer === pointer);
    return found === undefined ? undefined : fieldSentence(catalogue, found);
  };
  const change = (index: number, changed: SlotInput) =>
    setSlots(slots.map((slot, i) => (i === index ? changed : slot)));
  const submit = () =>
    save.mutate({
      ...{ agreementId: signing.agreementId, dueOn: dueOn === '' ? null : dueOn, remindEveryDays },
      slots: slots.map((slot) => ({ ...slot, step: isOrdered ? slot.step : 1 })),
    });
  return (
    <Panel title={t('plan.edit')}>
      <p className="dt-quiet">
        {t('plan.own')} {t('plan.other')}
      </p>
      <div className="ag-person">
        <Labelled label={t('plan.order')}>
          {(id) => (
            <Select
              id={id}
              value={isOrdered ? 'ordered' : 'parallel'}
              options={[
                { value: 'parallel', label: t('plan.parallel') },
                { value: 'ordered', label: t('plan.ordered') },
              ]}
              onChange={(value) => setOrdered(value === 'ordered')}
            />
          )}
        </Labelled>
        <Labelled label={t('plan.due')} error={errorAt('/dueOn')}>
          {(id) => (
            <Input id={id} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
          )}
        </Labelled>
        <Labelled label={t('plan.remindEvery')} isWide>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={30}
              value={remindEveryDays}
              onChange={(value) => setRemind(value ?? remindEveryDays)}
            />
          )}
        </Labelled>
      </div>
      {slots.map((slot, index) => (
        <PersonFields
          key={slot.id ?? `new ${index}`}
          slot={slot}
          own={own}
          isOrdered={isOrdered}
          errorAt={(key) => errorAt(`/slots/${index}/${key}`)}
          onChange={(changed) => change(index, changed)}
          onRemove={() => setSlots(slots.filter((_, i) => i !== index))}
        />
      ))}
      {problem === undefined ? null : (
        <p className="dt-error" role="alert">
          {errorAt('/slots') ?? problem.title}
        </p>
      )}
      <div className="ag-sign-row">
        <Button type="primary" loading={save.isPending} onClick={submit}>
          {t('plan.save')}
        </Button>
        <Button onClick={() => setSlots([...slots, nobody])}>{t('plan.add')}</Button>
        <Button type="text" onClick={props.onClose}>
          {t('plan.cancel')}
        </Button>
      </div>
    </Panel>
  );
}
