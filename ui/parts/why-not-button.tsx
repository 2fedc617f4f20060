import { Button, type ButtonProps, Popover } from 'antd';
import { useId } from 'react';
import { usePhrases } from '../language/use-phrases.ts';
import '../styles/parts.css';

type WhyNotButtonProps = Omit<ButtonProps, 'disabled'> & {
  /** The sentence that says why this cannot be done now; `undefined` when it can. */
  readonly whyNot?: string | undefined;
};

/** A button that, when it cannot be used, stays in the tab order, says so to a screen reader and has "Why not?" beside it. */
export function WhyNotButton({ whyNot, onClick, ...rest }: WhyNotButtonProps) {
  const t = usePhrases('ui');
  const id = useId();
  if (whyNot === undefined) return <Button {...rest} onClick={onClick} />;
  return (
    <span className="dt-why">
      <Button {...rest} type="default" className="dt-why-off" aria-disabled="true" aria-describedby={id} />
      <span id={id} className="dt-hidden">
        {whyNot}
      </span>
      <Popover content={<div className="dt-why-text">{whyNot}</div>} trigger={['click', 'hover', 'focus']}>
        <button type="button" className="dt-bare dt-why-question">
          {t('why.label')}
        </button>
      </Popover>
    </span>
  );
}
