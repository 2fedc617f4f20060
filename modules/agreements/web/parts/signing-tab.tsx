import { ErrorState, FactList, Loading, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { SigningView } from '../../contract/signing.ts';
import type { AgreementDetail } from '../../contract.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { DrawnMarks } from './drawn-marks.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { SignDue } from './sign-due.tsx';
import { SignWithFile } from './sign-with-file.tsx';
import { SlotActions } from './slot-actions.tsx';
import { SlotRow } from './slot-row.tsx';
import './signing.css';

/** Everything of signing: who, in which order, how far; what is drawn into the paper; the own certificate file. */
export function SigningTab(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const found = useOperation('agreements.signing', agreements.signing.get, { agreementId: agreement.id });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const signing = found.data;
  const ownTurn = signing.slots.some((slot) => slot.isOwn && slot.whyNot === null);
  return (
    <div className="ag-stack">
      <Slots agreement={agreement} signing={signing} />
      <DrawnMarks signing={signing} />
      {ownTurn && agreement.abilities.sign === null ? <SignWithFile signing={signing} /> : null}
      {signing.platformSeal === null ? null : (
        <p className="dt-quiet">
          <PlatformSeal seal={signing.platformSeal} />
        </p>
      )}
    </div>
  );
}

function PlatformSeal(props: { readonly seal: NonNullable<SigningView['platformSeal']> }) {
  const t = usePhrases('agreement-signing');
  return (
    <>
      {t('platform.sealed', { level: props.seal.level })}{' '}
      <span className="ag-mono">{props.seal.fingerprint}</span>
    </>
  );
}

function Slots(props: { readonly agreement: AgreementDetail; readonly signing: SigningView }) {
  const { agreement, signing } = props;
  const t = usePhrases('agreement-signing');
  const own = useOwnSide();
  const [isEditing, setEditing] = useState(false);
  const [code, setCode] = useState<{ name: string; code: string | null } | undefined>(undefined);
  const isOrdered = new Set(signing.slots.map((slot) => slot.step)).size > 1;
  const mayChange = signing.whyNotChange === null && own !== null && agreement.abilities.decline === null;
  if (isEditing && own !== null) {
    return <PlanEditor signing={signing} own={own} onClose={() => setEditing(false)} />;
  }
  return (
    <Panel
      title={t('plan.title')}
      count={signing.slots.length}
      actions={mayChange ? <Button onClick={() => setEditing(true)}>{t('plan.edit')}</Button> : null}
    >
      <p className="dt-quiet ag-note">{t('plan.note')}</p>
      <FactList
        facts={[
          { label: t('plan.order'), value: isOrdered ? t('plan.ordered') : t('plan.parallel') },
          {
            label: t('plan.due'),
            value: (
              <SignDue signing={signing} mayMove={own !== null && agreement.abilities.decline === null} />
            ),
          },
        ]}
      />
      <ul className="ag-slots">
        {signing.slots.map((slot) => (
          <SlotRow
            key={slot.id}
            slot={slot}
            isOrdered={isOrdered}
            isSigning={agreement.state === 'signing'}
            more={<SlotActions slot={slot} agreement={agreement} onCode={setCode} />}
          />
        ))}
      </ul>
      <Modal
        open={code !== undefined}
        title={t('link.codeTitle')}
        footer={
          <Button type="primary" onClick={() => setCode(undefined)}>
            {t('link.close')}
          </Button>
        }
        onCancel={() => setCode(undefined)}
      >
        {code?.code ? <p className="ag-code-shown">{code.code}</p> : null}
        <p>{code?.code ? t('link.codeNote', { name: code.name }) : t('link.codeMailed')}</p>
      </Modal>
    </Panel>
  );
}
