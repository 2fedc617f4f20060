import { problemOf, problemSentence, useLanguage, usePhrases } from '@dualtrack/ui';
import { Modal } from 'antd';
import type { ReactNode } from 'react';

type FrameProps = {
  readonly title: string;
  readonly note: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The dialog in which an amendment or a renewal is begun. */
export function CourseFrame(props: FrameProps) {
  const t = usePhrases('obligations');
  const { catalogue } = useLanguage();
  return (
    <Modal
      open
      title={props.title}
      okText={t('course.begin')}
      cancelText={t('do.cancel')}
      okButtonProps={{ disabled: !props.isReady }}
      confirmLoading={props.isBusy}
      onOk={props.onSend}
      onCancel={props.onClose}
    >
      <div className="duty-form">
        <p className="dt-quiet">{props.note}</p>
        {props.children}
        {props.error === null ? null : (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(props.error))}
          </p>
        )}
      </div>
    </Modal>
  );
}
