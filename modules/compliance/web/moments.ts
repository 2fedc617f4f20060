/** Moments at which classes are judged on this platform, as phrases name them. */
export const moments = ['at_end', 'continuous', 'before_start', 'on_roster_publish'] as const;
