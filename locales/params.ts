/** A value that may stand in a phrase. */
export type ParamValue = string | number | Date;

/** Untyped parameters, as they come with an error code from a server. */
export type Params = Readonly<Record<string, unknown>>;

type Trim<S extends string> = S extends ` ${infer R}` ? Trim<R> : S extends `${infer R} ` ? Trim<R> : S;

type ValueOf<Kind extends string> =
  Trim<Kind> extends `plural${string}` | `selectordinal${string}` | `number${string}`
    ? number
    : Trim<Kind> extends `date${string}` | `time${string}`
      ? Date | number
      : string;

// An argument's text up to its first brace: `count, plural, one ` or `name`.
type Argument<Head extends string> = Head extends `${infer Name},${infer Kind}`
  ? { [K in Trim<Name>]: ValueOf<Kind> }
  : { [K in Trim<Head>]: string | number };

type UpToBrace<S extends string> = S extends `${infer A}{${string}`
  ? A extends `${infer B}}${string}`
    ? B
    : A
  : S extends `${infer B}}${string}`
    ? B
    : S;

type Pop<Stack extends string[]> = Stack extends [string, ...infer Rest extends string[]] ? Rest : ['m'];

// Walks brace by brace: at message level ('m') an opening brace starts an argument, inside an argument ('a') it
// starts a nested message, so that words inside plural and select branches are not taken for parameters.
type Scan<S extends string, Stack extends string[], Found> = S extends `${infer Head}{${infer Rest}`
  ? Head extends `${string}}${string}`
    ? S extends `${string}}${infer After}`
      ? Scan<After, Pop<Stack>, Found>
      : Found
    : Stack extends ['m', ...string[]]
      ? Scan<Rest, ['a', ...Stack], Found & Argument<UpToBrace<Rest>>>
      : Scan<Rest, ['m', ...Stack], Found>
  : Found;

type Flat<T> = { readonly [K in keyof T]: T[K] };

/**
 * The parameters an ICU message needs, read from its text by the compiler: `'{count, plural, one {# row} other {# rows}} of
 * {name}'` needs `{ count: number; name: string | number }`. A message that is not a literal needs unknown ones.
 */
export type ParamsOf<Message extends string> = string extends Message
  ? Params
  : // biome-ignore lint/complexity/noBannedTypes: the empty object is the start of an intersection, not a value's type
    Flat<Scan<Message, ['m'], {}>>;

/** The trailing arguments of a phrase function: none for a message without parameters. */
export type ParamArguments<Message extends string> = keyof ParamsOf<Message> extends never
  ? []
  : [params: ParamsOf<Message>];
