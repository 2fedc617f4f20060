// Line icons on a 20-pixel grid, stroke 1.5, drawn for this product.
const drawings = {
  home: 'M3.5 9.2 10 3.8l6.5 5.4M5 8.2v8h10v-8M8.3 16.2v-4.5h3.4v4.5',
  cooperation: 'M2.5 7.5h9a3.5 3.5 0 0 1 0 7M17.5 12.5h-9a3.5 3.5 0 0 1 0-7',
  demand: 'M3 16.5h14M5 16.5v-4M9 16.5v-7M13 16.5V6M13 3v.01M17 16.5v-12',
  classes: 'M10 4 2.5 7.5 10 11l7.5-3.5L10 4ZM5.5 9v4.2c1.2 1.3 2.8 2 4.5 2s3.3-.7 4.5-2V9M17.5 7.5v5',
  bases: 'M3 16.5V9l4.5 2.5V9L12 11.5V4h5v12.5H3ZM7 16.5v-2M10.5 16.5v-2M14 16.5v-2',
  practice: 'M4 5h12v11.5H4V5ZM4 8.5h12M7.5 3.5V6M12.5 3.5V6M7.2 12.4l1.9 1.9 3.7-3.8',
  talents: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  innovation: 'M7.5 13.5C5.9 12.5 5 10.9 5 9a5 5 0 0 1 10 0c0 1.9-.9 3.5-2.5 4.5v1h-5v-1ZM8 17h4',
  outcomes: 'M3.5 16.5h13M3.5 13l4-4.5 3.5 3 5.5-7M13 4.5h3.5V8',
  compliance: 'M10 3.5v13M6 16.5h8M4 6h12M4 6 1.8 11.2h4.4L4 6ZM16 6l-2.2 5.2h4.4L16 6Z',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.2 1.5H3.8L5 14ZM8.5 17.5h3',
  globe: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3 10h14M10 3c4.5 4.5 4.5 9.5 0 14M10 3c-4.5 4.5-4.5 9.5 0 14',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M5 8l5 5 5-5',
  forward: 'M8 5l5 5-5 5',
  backward: 'M12 5l-5 5 5 5',
  rising: 'M10 16V4.5M5.5 9 10 4.5 14.5 9',
  falling: 'M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  columns: 'M3.5 4h13v12h-13V4ZM8 4v12M12.2 4v12',
  check: 'M4 10.5l4 4 8-9',
  question: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8 8a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 13.7v.01',
  table: 'M3.5 4h13v12h-13V4ZM3.5 8h13M3.5 12h13M9 4v12',
  picture: 'M3.5 16V4M3.5 16h13M6 13l3.5-4.5 2.5 2L16 6',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.5-3 2.9-5 6-5s5.5 2 6 5',
  warning: 'M10 3.5 2.5 16.5h15L10 3.5ZM10 8.5v4M10 14.5v.01',
  swap: 'M6.5 8 10 4.5 13.5 8M6.5 12l3.5 3.5 3.5-3.5',
  file: 'M5 3h6.5L15 6.5V17H5V3ZM11.5 3v3.5H15',
  eye: 'M2.5 10c2-3.5 4.5-5 7.5-5s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5s-5.5-1.5-7.5-5ZM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
} as const;

/** A drawing's name; each area of the sidebar has one of its own name. */
export type IconName = keyof typeof drawings;

/** A small line drawing in the colour of its text. Decorative: the words beside it say what it means. */
export function Icon(props: { readonly name: IconName; readonly size?: number }) {
  const size = props.size ?? 18;
  return (
    <svg
      className={`dt-icon dt-icon-${props.name}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[props.name]} />
    </svg>
  );
}
