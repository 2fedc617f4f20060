import { usePhrases } from '@dualtrack/ui';
import { Button, Input, InputNumber, Select } from 'antd';
import type { Side } from '../../agreement.ts';
import type { SlotInput } from '../../plan-flaws.ts';
import { type Mandate, signRoles } from '../../sign-slots.ts';
import { Labelled } from './labelled.tsx';

type PersonProps = {
  readonly slot: SlotInput;
  readonly own: Side;
  readonly isOrdered: boolean;
  readonly errorAt: (key: string) => string | undefined;
  readonly onChange: (slot: SlotInput) => void;
  readonly onRemove: () => void;
};

/** The fields of one person who signs; those that do not apply are not shown. */
export function PersonFields(props: PersonProps) {
  const { slot, own, errorAt, onChange } = props;
  const t = usePhrases('agreement-signing');
  const set = (changes: Partial<SlotInput>) => onChange({ ...slot, ...changes });
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const isThird = slot.side === 'third';
  return (
    <div className="ag-person">
      <Labelled label={t('plan.side')} error={errorAt('side')}>
        {(id) => (
          <Select
            id={id}
            value={slot.side}
            options={[own, 'third' as const].map((value) => ({ value, label: t(`side.${value}`) }))}
            onChange={(side) =>
              set(
                side === 'third'
                  ? { side, role: 'witness', channel: 'link', mandate: null }
                  : { side, organisation: '' },
              )
            }
          />
        )}
      </Labelled>
      <Labelled label={t('plan.role')} error={errorAt('role')}>
        {(id) => (
          <Select
            id={id}
            value={slot.role}
            disabled={isThird}
            options={signRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(role) =>
              set({
                role,
                mandate: role === 'delegate' ? (slot.mandate ?? { for: '', scope: '', until: '' }) : null,
              })
            }
          />
        )}
      </Labelled>
      <Labelled label={t('plan.name')} error={errorAt('name')}>
        {(id) => (
          <Input
            id={id}
            value={slot.name}
            maxLength={60}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('plan.post')} error={errorAt('post')}>
        {(id) => (
          <Input
            id={id}
            value={slot.post}
            maxLength={100}
            onChange={(event) => set({ post: event.target.value })}
          />
        )}
      </Labelled>
      {isThird ? (
        <Labelled label={t('plan.organisation')} error={errorAt('organisation')} isWide>
          {(id) => (
            <Input
              id={id}
              value={slot.organisation}
              maxLength={200}
              onChange={(event) => set({ organisation: event.target.value })}
            />
          )}
        </Labelled>
      ) : (
        <Labelled label={t('plan.channel')} error={errorAt('channel')} isWide>
          {(id) => (
            <Select
              id={id}
              value={slot.channel}
              options={(['account', 'link'] as const).map((value) => ({ value, label: t(`plan.${value}`) }))}
              onChange={(channel) => set({ channel })}
            />
          )}
        </Labelled>
      )}
      <Labelled
        label={slot.channel === 'link' ? t('plan.mail') : t('plan.remindMail')}
        error={errorAt('mail')}
        isWide
      >
        {(id) => (
          <Input
            id={id}
            type="email"
            value={slot.mail ?? ''}
            onChange={(event) => set({ mail: orNull(event.target.value) })}
          />
        )}
      </Labelled>
      {slot.channel === 'link' ? (
        <>
          <Labelled
            label={t('plan.secondMail')}
            error={errorAt('secondMail')}
            hint={t('plan.secondMailHint')}
            isWide
          >
            {(id) => (
              <Input
                id={id}
                type="email"
                value={slot.secondMail ?? ''}
                onChange={(event) => set({ secondMail: orNull(event.target.value) })}
              />
            )}
          </Labelled>
          <Labelled label={t('plan.phone')} error={errorAt('phone')}>
            {(id) => (
              <Input
                id={id}
                type="tel"
                value={slot.phone ?? ''}
                onChange={(event) => set({ phone: orNull(event.target.value) })}
              />
            )}
          </Labelled>
        </>
      ) : null}
      {slot.mandate === null ? null : (
        <MandateFields mandate={slot.mandate} errorAt={errorAt} onChange={(mandate) => set({ mandate })} />
      )}
      {props.isOrdered ? (
        <Labelled label={t('plan.step')} error={errorAt('step')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={20}
              value={slot.step}
              onChange={(step) => set({ step: step ?? 1 })}
            />
          )}
        </Labelled>
      ) : null}
      <Button type="text" onClick={props.onRemove}>
        {t('plan.remove')}
      </Button>
    </div>
  );
}

function MandateFields(props: {
  readonly mandate: Mandate;
  readonly errorAt: PersonProps['errorAt'];
  readonly onChange: (mandate: Mandate) => void;
}) {
  const { mandate, errorAt, onChange } = props;
  const t = usePhrases('agreement-signing');
  return (
    <>
      <Labelled label={t('plan.mandateFor')} error={errorAt('mandate/for')} isWide>
        {(id) => (
          <Input
            id={id}
            value={mandate.for}
            onChange={(event) => onChange({ ...mandate, for: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('plan.mandateScope')} error={errorAt('mandate/scope')} isWide>
        {(id) => (
          <Input
            id={id}
            value={mandate.scope}
            onChange={(event) => onChange({ ...mandate, scope: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('plan.mandateUntil')} error={errorAt('mandate/until')}>
        {(id) => (
          <Input
            id={id}
            type="date"
            value={mandate.until}
            onChange={(event) => onChange({ ...mandate, until: event.target.value })}
          />
        )}
      </Labelled>
    </>
  );
}
