import { Icon, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';

/** An application and the lottery number that the result names for it. */
export type OwnNumber = { readonly applicationId: string; readonly number: number };

type Found = { readonly digest: string; readonly number: number | null };

/** Works the digest, and the own number, out again on the reader's device; and says how to do so without this page. */
export function LotteryCheck(props: {
  readonly commitment: string;
  readonly seed: string;
  readonly own: OwnNumber | undefined;
}) {
  const { commitment, seed, own } = props;
  const t = usePhrases('class-work');
  const [found, setFound] = useState<Found | undefined>(undefined);
  const check = async () => {
    const { lotteryCommitment, lotteryNumber } = await import('@dualtrack/matching');
    const number = own === undefined ? null : lotteryNumber(seed, own.applicationId);
    setFound({ digest: lotteryCommitment(seed), number });
  };
  return (
    <details>
      <summary>{t('lottery.check')}</summary>
      <div className="oc-stack">
        <p className="dt-quiet dt-small">{t('lottery.checkNote')}</p>
        <code className="oc-digest">{`printf %s '${seed}' | sha256sum`}</code>
        {own === undefined ? null : (
          <>
            <p className="dt-quiet dt-small">{t('lottery.numberNote')}</p>
            <code className="oc-digest">{`printf '%s\\n%s' '${seed}' '${own.applicationId}' | sha256sum`}</code>
          </>
        )}
        <div>
          <Button size="small" onClick={() => void check()}>
            {t('lottery.checkHere')}
          </Button>
        </div>
        {found === undefined ? null : (
          <div role="status">
            <Verdict isRight={found.digest === commitment} words={t('lottery.digestIs', found)} />
            {found.number === null || own === undefined ? null : (
              <Verdict
                isRight={found.number === own.number}
                words={t('lottery.numberIs', { number: found.number.toFixed(4) })}
              />
            )}
          </div>
        )}
      </div>
    </details>
  );
}

function Verdict(props: { readonly isRight: boolean; readonly words: string }) {
  const t = usePhrases('class-work');
  return (
    <p className={props.isRight ? 'oc-check' : 'oc-check dt-error'}>
      <Icon name={props.isRight ? 'check' : 'warning'} size={14} /> {props.words}
      {' · '}
      {props.isRight ? t('lottery.right') : t('lottery.wrong')}
    </p>
  );
}
