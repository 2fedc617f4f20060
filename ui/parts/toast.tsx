import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import '../styles/parts.css';
import { Icon } from './icon.tsx';

type ToastKind = 'done' | 'problem';
type Toast = { readonly id: number; readonly text: string; readonly kind: ToastKind };

/** Says one sentence at the edge of the screen; a problem stays longer than a success. */
export type ShowToast = (text: string, kind?: ToastKind) => void;

const Context = createContext<ShowToast>(() => undefined);

/** Gives `useToast` to everything inside and holds the place where the sentences appear. */
export function ToastProvider(props: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<ShowToast>(
    (text, kind = 'done') => {
      last.current += 1;
      const id = last.current;
      setToasts((all) => [...all.slice(-2), { id, text, kind }]);
      setTimeout(() => drop(id), kind === 'problem' ? 9000 : 4000);
    },
    [drop],
  );
  return (
    <Context value={show}>
      {props.children}
      <div className="dt-toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <button
            key={toast.id}
            type="button"
            className={`dt-toast dt-toast-${toast.kind}`}
            onClick={() => drop(toast.id)}
          >
            <Icon name={toast.kind === 'problem' ? 'warning' : 'check'} />
            {toast.text}
          </button>
        ))}
      </div>
    </Context>
  );
}

/** How to say one sentence at the edge of the screen. */
export function useToast(): ShowToast {
  return useContext(Context);
}
