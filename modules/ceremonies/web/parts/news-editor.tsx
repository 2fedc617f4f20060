import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { NewsView } from '../../contract.ts';
import type { NewsBlock } from '../../news.ts';
import { api } from '../client.ts';

type Props = { readonly news: NewsView; readonly onClose: () => void };

/** Edits the wording in both languages, passage beside passage. */
export function NewsEditor({ news, onClose }: Props) {
  const t = usePhrases('ceremonies');
  const [title, setTitle] = useState(news.draft.title);
  const [blocks, setBlocks] = useState<readonly NewsBlock[]>(news.draft.blocks);
  const save = useWrite(api.news.edit, {
    invalidates: ['ceremonies'],
    done: t('do.saved'),
    onDone: onClose,
  });
  const change = (id: string, some: Partial<NewsBlock>) =>
    setBlocks(blocks.map((block) => (block.id === id ? { ...block, ...some } : block)));
  return (
    <div className="ce-stack">
      <div className="ce-two">
        <Input
          aria-label={t('news.headline')}
          value={title.zh}
          maxLength={300}
          onChange={(event) => setTitle({ ...title, zh: event.target.value })}
        />
        <Input
          aria-label={t('news.headlineEn')}
          value={title.en}
          maxLength={300}
          onChange={(event) => setTitle({ ...title, en: event.target.value })}
        />
      </div>
      {blocks.map((block) => (
        <div key={block.id} className="ce-two">
          {(['zh', 'en'] as const).map((tongue) => (
            <Input.TextArea
              key={tongue}
              aria-label={tongue === 'zh' ? t('minutes.text') : t('minutes.textEn')}
              lang={tongue === 'zh' ? 'zh-CN' : 'en'}
              value={block[tongue]}
              autoSize={{ minRows: 2, maxRows: 14 }}
              onChange={(event) => change(block.id, { [tongue]: event.target.value })}
            />
          ))}
          <div className="ce-wide">
            <Button
              size="small"
              type="text"
              onClick={() => setBlocks(blocks.filter((one) => one.id !== block.id))}
            >
              {t('do.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div className="ce-row">
        <Button
          onClick={() =>
            setBlocks([...blocks, { id: crypto.randomUUID(), kind: 'text', zh: '', en: '', needs: [] }])
          }
        >
          {t('news.addBlock')}
        </Button>
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              ...{ ceremonyId: news.ceremonyId, revision: news.revision },
              draft: { title, blocks: [...blocks] },
            })
          }
        >
          {t('do.save')}
        </Button>
        <Button type="text" onClick={onClose}>
          {t('do.leave')}
        </Button>
      </div>
    </div>
  );
}
