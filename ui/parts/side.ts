/** Who a thing belongs to: the two tracks, and the person they carry. */
export type Side = 'school' | 'enterprise' | 'student';
