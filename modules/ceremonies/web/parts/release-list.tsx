import { Panel, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { NewsView } from '../../contract.ts';
import { releaseKinds } from '../../news.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { useOwnSide, useWords } from '../words.ts';

type Items = NewsView['items'];
type Props = { readonly ceremonyId: string; readonly items: Items; readonly mayPublish: boolean };

/** What each side has released of persons, statements, decisions, figures and photos. */
export function ReleaseList({ ceremonyId, items, mayPublish }: Props) {
  const t = usePhrases('ceremonies');
  const { pick } = useWords();
  const ownSide = useOwnSide();
  const write = useWrite(api.news.releaseItems, { invalidates: ['ceremonies'] });
  const put = (keys: string[], isReleased: boolean) => write.mutate({ ceremonyId, keys, isReleased });
  const open = ownSide === null ? [] : items.filter((item) => item[ownSide] === null);
  return (
    <Panel
      title={t('news.step1')}
      actions={
        mayPublish && open.length > 0 ? (
          <Button
            loading={write.isPending}
            onClick={() =>
              put(
                open.map((item) => item.key),
                true,
              )
            }
          >
            {t('news.all')}
          </Button>
        ) : undefined
      }
    >
      <p className="dt-quiet">{t('news.step1Note')}</p>
      {releaseKinds
        .map((kind) => ({ kind, ofKind: items.filter((item) => item.kind === kind) }))
        .filter(({ ofKind }) => ofKind.length > 0)
        .map(({ kind, ofKind }) => (
          <div key={kind}>
            <h3>{t(`news.item.${kind}`)}</h3>
            <ul className="ce-releases">
              {ofKind.map((item) => (
                <li key={item.key}>
                  <span>{pick(item.zh, item.en) || t('news.noCaption')}</span>
                  {sides.map((side) => (
                    <span key={side} className={item[side] === null ? 'dt-small ce-mark' : 'dt-small ce-yes'}>
                      {t(`new.${side}`)} {item[side] === null ? t('news.waits') : t('news.agreed')}
                    </span>
                  ))}
                  {mayPublish && ownSide !== null ? (
                    <Button
                      size="small"
                      type={item[ownSide] === null ? 'default' : 'text'}
                      disabled={write.isPending}
                      onClick={() => put([item.key], item[ownSide] === null)}
                    >
                      {item[ownSide] === null ? t('news.release') : t('news.takeBack')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Panel>
  );
}
