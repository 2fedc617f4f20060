/** The mark: the school's line, the enterprise's line, and the person between them. Decorative; its name stands beside it. */
export function Logo(props: { readonly size?: number }) {
  const size = props.size ?? 28;
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path d="M3 7.5h22" stroke="var(--side-school-line)" strokeWidth="3" strokeLinecap="round" />
      <path d="M3 20.5h22" stroke="var(--side-enterprise-line)" strokeWidth="3" strokeLinecap="round" />
      <circle cx="17.5" cy="14" r="3.4" fill="var(--side-student-line)" />
    </svg>
  );
}
