import { DayField, OperationForm, today, useOperationForm, usePhrases } from '@dualtrack/ui';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { PlacementView } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { LawBeside } from './law-beside.tsx';
import { signedFacts } from './typed-facts.ts';

const kinds = ['schoolSigned', 'hostSigned', 'studentSigned', 'studentConsent', 'guardianConsent'] as const;
type Values = Record<`${(typeof kinds)[number]}On`, string>;

/** The office records or corrects the days on which paper was signed. */
export function RecordDocuments(props: { readonly placement: PlacementView }) {
  const { placement } = props;
  const t = usePhrases('order-classes');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('placements.record')}
      </Button>
      <Modal
        open={isOpen}
        title={`${t('placements.record')} · ${placement.studentName}`}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Days placement={placement} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Days(props: { readonly placement: PlacementView; readonly onDone: () => void }) {
  const { placement } = props;
  const t = usePhrases('order-classes');
  const form = useOperationForm<
    Values,
    Parameters<typeof orderClasses.placements.record>[0],
    Awaited<ReturnType<typeof orderClasses.placements.record>>
  >({
    name: `order-classes.documents.${placement.id}`,
    initial: {
      schoolSignedOn: placement.schoolSignedOn ?? '',
      hostSignedOn: placement.hostSignedOn ?? '',
      studentSignedOn: placement.studentSignedOn ?? '',
      studentConsentOn: placement.studentConsentOn ?? '',
      guardianConsentOn: placement.guardianConsentOn ?? '',
    },
    write: orderClasses.placements.record,
    toInput: (values) => ({
      placementId: placement.id,
      ...Object.fromEntries(Object.entries(values).filter(([, day]) => day !== '')),
    }),
    invalidates: ['order-classes', 'compliance'],
    done: t('done.saved'),
    onDone: props.onDone,
  });
  return (
    <OperationForm form={form} submitLabel={t('action.save')}>
      {kinds.map((kind) => (
        <DayField key={kind} form={form} name={`${kind}On`} label={t(`document.${kind}`)} max={today()} />
      ))}
      <LawBeside classId={placement.classId} placementIds={[placement.id]} facts={signedFacts(form.values)} />
    </OperationForm>
  );
}
