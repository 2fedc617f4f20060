import { useState } from 'react';
import '../styles/file-choice.css';

type FileChoiceProps = {
  /** Words of the button: what is to be chosen. */
  readonly label: string;
  /** As the browser's `accept`. */
  readonly accept?: string;
  readonly disabled?: boolean;
  /** Words of a wide place where a file can be dropped, too; without them there is the button alone. */
  readonly dropNote?: string;
  readonly onFile: (file: File) => void;
};

/** Chooses one file. The browser's own control says its words in the browser's language; this one says ours. */
export function FileChoice(props: FileChoiceProps) {
  const { label, accept, disabled = false, dropNote, onFile } = props;
  const [name, setName] = useState<string>();
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file === undefined || disabled) return;
    setName(file.name);
    onFile(file);
  };
  const kind = dropNote === undefined ? 'dt-file' : 'dt-file dt-file-drop';
  return (
    // Only the label's own input reacts to keys; dropping is an addition for the mouse.
    <label
      className={isOver ? `${kind} dt-file-over` : kind}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        type="file"
        className="dt-hidden"
        {...(accept === undefined ? {} : { accept })}
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
      <span className="dt-button" aria-disabled={disabled}>
        {label}
      </span>
      {name === undefined && dropNote !== undefined ? <span className="dt-quiet">{dropNote}</span> : null}
      {name === undefined ? null : <span className="dt-file-name">{name}</span>}
    </label>
  );
}
