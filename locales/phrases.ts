/** The shape a translation must have: every key of the English file, no other. Use as `satisfies Phrases<typeof en>`. */
export type Phrases<English> = { readonly [K in keyof English]: string };

/** The shape of a translation in preparation: any keys of the English file, no other. */
export type SomePhrases<English> = { readonly [K in keyof English]?: string };
