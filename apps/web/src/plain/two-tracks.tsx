/** The picture of the first screen: two lines come from two places, run side by side, and carry a person. Decorative. */
export function TwoTracks() {
  return (
    <svg className="dt-tracks" viewBox="0 70 720 168" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g fill="none" strokeWidth="6" strokeLinecap="round">
        <path d="M-20 84 H150 C290 84 290 132 420 132 H760" stroke="var(--side-school-line)" />
        <path d="M-20 224 H110 C260 224 280 176 420 176 H760" stroke="var(--side-enterprise-line)" />
      </g>
      <g stroke="var(--line-strong)" strokeWidth="1.5">
        <path d="M460 140v28M500 140v28M540 140v28" />
        <path d="M620 140v28M660 140v28M700 140v28" strokeDasharray="3 4" />
      </g>
      <circle cx="580" cy="154" r="13" fill="var(--side-student-line)" />
    </svg>
  );
}
