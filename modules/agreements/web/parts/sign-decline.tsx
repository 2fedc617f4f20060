import { Button, Input } from 'antd';
import { useState } from 'react';
import { Labelled } from './labelled.tsx';
import './signing.css';

/** Declining to sign: a quiet button that asks for the reason before anything happens. */
export function SignDecline(props: {
  readonly action: string;
  readonly question: string;
  /** Leaves everything as it was. */
  readonly back: string;
  readonly isBusy: boolean;
  readonly onDecline: (reason: string) => void;
}) {
  const { action, question, back, isBusy, onDecline } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!isOpen) {
    return (
      <Button type="text" onClick={() => setOpen(true)}>
        {action}
      </Button>
    );
  }
  return (
    <div className="ag-decline">
      <Labelled label={question}>
        {(id) => (
          <Input
            id={id}
            value={reason}
            maxLength={1_000}
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <div className="ag-sign-row">
        <Button
          danger
          disabled={reason.trim().length < 2}
          loading={isBusy}
          onClick={() => onDecline(reason.trim())}
        >
          {action}
        </Button>
        <Button type="text" onClick={() => setOpen(false)}>
          {back}
        </Button>
      </div>
    </div>
  );
}
