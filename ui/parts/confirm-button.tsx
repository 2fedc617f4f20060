import { Button, type ButtonProps, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { usePhrases } from '../language/use-phrases.ts';

type ConfirmButtonProps = Omit<ButtonProps, 'onClick' | 'title'> & {
  /** The question: "Withdraw the order?" */
  readonly title: string;
  /** What follows from it. */
  readonly consequence: ReactNode;
  /** The verb on the button that does it; the button's own words when absent. */
  readonly confirmLabel?: ReactNode;
  /** Does it; the dialogue stays open, waiting, until this settles. */
  readonly onConfirm: () => unknown;
};

/** A button that asks before it does what cannot be taken back. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { title, consequence, confirmLabel, onConfirm, ...rest } = props;
  const t = usePhrases('ui');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      setOpen(false);
    } catch {
      // The write itself says what went wrong; the dialogue stays so that it can be tried again.
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button {...rest} onClick={() => setOpen(true)} />
      <Modal
        open={open}
        title={title}
        okText={confirmLabel ?? rest.children}
        cancelText={t('action.cancel')}
        okButtonProps={{ danger: rest.danger ?? false }}
        confirmLoading={busy}
        onOk={confirm}
        onCancel={() => setOpen(false)}
        width={440}
      >
        {consequence}
      </Modal>
    </>
  );
}
