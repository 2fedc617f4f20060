import { usePhrases } from '@dualtrack/ui/plain';
import { type PointerEvent, useRef, useState } from 'react';
import type { Handwriting } from '../../sign-slots.ts';
import './signing.css';

type Point = [number, number];
const mostPoints = 2_000;

function placeIn(event: PointerEvent<SVGSVGElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1_000) / 1_000;
  return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
}

const pathOf = (stroke: readonly Point[]) =>
  `M${stroke.map(([x, y]) => `${x * 300} ${y * 100}`).join('L')}${stroke.length === 1 ? 'l0.1 0' : ''}`;

/** A pad for one's handwriting with finger, pen or mouse, and a line to type for those who cannot draw. */
export function HandwritingPad(props: {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onSave: (handwriting: Handwriting) => void;
}) {
  const t = usePhrases('agreement-signing');
  const [strokes, setStrokes] = useState<Point[][]>([]);
  const [isTyping, setTyping] = useState(false);
  const [text, setText] = useState(props.name);
  const isDrawing = useRef(false);
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    isDrawing.current = true;
    const point = placeIn(event);
    setStrokes((before) => [...before, [point]].slice(0, 100));
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!isDrawing.current) return;
    const point = placeIn(event);
    setStrokes((before) => {
      const last = before.at(-1) ?? [];
      return last.length >= mostPoints ? before : [...before.slice(0, -1), [...last, point]];
    });
  };
  const end = () => {
    isDrawing.current = false;
  };
  const isEmpty = isTyping ? text.trim() === '' : strokes.length === 0;
  const save = () =>
    props.onSave(isTyping ? { kind: 'typed', text: text.trim() } : { kind: 'strokes', strokes });
  return (
    <div className="ag-pad">
      {isTyping ? (
        <label className="ag-field">
          {t('hand.typed')}
          <input
            className="dt-input"
            value={text}
            maxLength={60}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      ) : (
        <svg
          className="ag-pad-field"
          viewBox="0 0 300 100"
          role="img"
          aria-label={t('hand.pad')}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        >
          <line x1="16" x2="284" y1="82" y2="82" className="ag-pad-line" />
          {strokes.map((stroke, index) => (
            // Strokes are only ever added at the end.
            <path key={index} d={pathOf(stroke)} />
          ))}
        </svg>
      )}
      <div className="ag-sign-row">
        <button type="button" className="dt-button" onClick={save} disabled={isEmpty || props.isBusy}>
          {t('hand.save')}
        </button>
        {isTyping ? null : (
          <button type="button" className="dt-bare ag-quiet-button" onClick={() => setStrokes([])}>
            {t('hand.clear')}
          </button>
        )}
        <button type="button" className="dt-bare ag-quiet-button" onClick={() => setTyping(!isTyping)}>
          {isTyping ? t('hand.draw') : t('hand.type')}
        </button>
      </div>
    </div>
  );
}
