/**
 * Whose days are free: a Chinese division code of which two digits are enough (`65`; empty: no region's festivals), or a
 * country and its parts by ISO 3166 (`DE-BY`, `FR-67`).
 */
export const regionForm = /^(|[1-8]\d(\d\d){0,2}|[A-Z]{2}(-[A-Za-z0-9]{1,10}){0,2})$/;

/** Whether a region's statutory days are those of another country. */
export const isAbroad = (region: string): boolean => /^[A-Z]/.test(region);
