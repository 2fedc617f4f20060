/** What the composing thread is told: a template, its data as JSON, the time printed into the file. */
export type ComposeJob = {
  template: 'agreement' | 'table' | 'name-cards' | 'share-picture';
  data: string;
  createdAtSeconds: number;
};

/** A place in a template, lines and columns from 1; 0 where the compiler knows none. */
export type TemplatePlace = { file: string; line: number; column: number; message: string };

/** What the composing thread answers; bytes are a PDF, for `share-picture` a PNG. */
export type ComposeAnswer =
  | { kind: 'composed'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'characters-missing'; characters: string[] }
  | { kind: 'template-failed'; places: TemplatePlace[] };
