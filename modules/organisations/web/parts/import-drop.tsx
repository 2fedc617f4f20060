import { usePhone, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { droppedFiles } from './dropped-files.ts';

type ImportDropProps = {
  /** File names that would be recognised, as examples. */
  readonly examples: string;
  readonly onFiles: (files: readonly File[]) => void;
};

// Every browser knows it; the types of React do not.
const wholeFolder = { webkitdirectory: '' };

/** Where files come in: dropped (folders too), or chosen from the computer. */
export function ImportDrop(props: ImportDropProps) {
  const t = usePhrases('imports');
  const isPhone = usePhone();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    props.onFiles([...(event.target.files ?? [])]);
    // The same file may be chosen again after it was put right.
    event.target.value = '';
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    props.onFiles(await droppedFiles(event.dataTransfer));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first
    <div
      className={isOver ? 'org-drop org-drop-over' : 'org-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      {isPhone ? null : <strong>{t('drop')}</strong>}
      <p className="dt-quiet">{t('dropNote', { examples: props.examples })}</p>
      <div className="org-bar">
        <Button onClick={() => files.current?.click()}>{t('choose')}</Button>
        {isPhone ? null : <Button onClick={() => folder.current?.click()}>{t('folder.choose')}</Button>}
      </div>
      <input ref={files} type="file" multiple accept=".xlsx,.csv" hidden onChange={choose} />
      <input ref={folder} type="file" multiple hidden {...wholeFolder} onChange={choose} />
    </div>
  );
}
