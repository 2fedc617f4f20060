import { FileChoice, Panel, SideTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { SigningView } from '../../contract/signing.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { HandwritingPad } from './handwriting-pad.tsx';

const invalidates = ['agreements'];

/** What is drawn into the paper before the first signature: seals of both sides, the own handwriting. */
export function DrawnMarks(props: { readonly signing: SigningView }) {
  const { signing } = props;
  const t = usePhrases('agreement-signing');
  const own = useOwnSide();
  const [isAcross, setAcross] = useState(true);
  const { agreementId } = signing;
  const put = useWrite(agreements.signing.putSeal, { invalidates, done: t('plan.did') });
  const remove = useWrite(agreements.signing.removeSeal, { invalidates, done: t('plan.did') });
  const draw = useWrite(agreements.signing.putHandwriting, { invalidates, done: t('hand.done') });
  const mayChange = signing.whyNotChange === null && own !== null;
  const slot = signing.slots.find((one) => one.isOwn && one.state === 'waiting');
  if (!mayChange && signing.seals.length === 0) return null;
  return (
    <>
      <Panel title={t('seal.title')}>
        <div className="ag-stack">
          <p className="dt-quiet">{t('seal.note')}</p>
          {signing.seals.map((seal) => (
            <div key={seal.side} className="ag-sign-row">
              <SideTag side={seal.side} /> {t('seal.by', { name: seal.putBy })}
              {seal.acrossPages ? <span className="dt-quiet">{t('seal.across')}</span> : null}
              {mayChange && seal.side === own ? (
                <Button type="text" onClick={() => remove.mutate({ agreementId })}>
                  {t('seal.remove')}
                </Button>
              ) : null}
            </div>
          ))}
          {mayChange ? (
            <div className="ag-sign-row">
              <FileChoice
                label={t('seal.put')}
                accept="image/png"
                disabled={put.isPending}
                onFile={(file) => put.mutate({ agreementId, file, acrossPages: isAcross })}
              />
              <Checkbox checked={isAcross} onChange={(event) => setAcross(event.target.checked)}>
                {t('seal.across')}
              </Checkbox>
            </div>
          ) : null}
        </div>
      </Panel>
      {mayChange && slot !== undefined ? (
        <Panel title={t('hand.title')}>
          <div className="ag-stack">
            <p className="dt-quiet">{slot.hasHandwriting ? t('hand.is') : t('hand.note')}</p>
            <HandwritingPad
              name={slot.name}
              isBusy={draw.isPending}
              onSave={(handwriting) => draw.mutate({ agreementId, slotId: slot.id, handwriting })}
            />
          </div>
        </Panel>
      ) : null}
    </>
  );
}
