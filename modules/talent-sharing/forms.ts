/** Forms of sharing that happen at an hour: booked as sessions. */
export const sessionForms = ['guest-lecture', 'co-taught', 'staff-training', 'technical-advice'] as const;
export type SessionForm = (typeof sessionForms)[number];

/** Forms of sharing that last: a person is at the other side for weeks. */
export const stayForms = ['teacher-practice', 'mentor-post', 'shared-post'] as const;
export type StayForm = (typeof stayForms)[number];

/** All forms of sharing, in the order in which lists show them. */
export const forms = [...sessionForms, ...stayForms] as const;
export type Form = (typeof forms)[number];

/** Languages in which experts teach and advise, by their codes (ISO 639-1). */
export const languages = ['zh', 'ug', 'kk', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** What an expert may keep from the other side; skills and languages are always shown. */
export const shownParts = ['name', 'title', 'certificates', 'calendar'] as const;
export type ShownPart = (typeof shownParts)[number];
