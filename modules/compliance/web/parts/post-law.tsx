import { today } from '@dualtrack/ui';
import { TypedLaw } from './typed-law.tsx';
import { type Post, typedPost } from './typed-post.ts';

const isPost = (values: unknown): values is Post =>
  typeof values === 'object' && values !== null && 'hazards' in values && 'internPay' in values;

/** Beside the form of a post: what the law says of interns there, before anybody is placed. */
export function PostLaw(props: { readonly values: unknown }) {
  return isPost(props.values) ? <TypedLaw typed={typedPost(props.values, today())} /> : null;
}
