/** Version of the product, shown by health pages and in the OpenAPI document. */
export const version = '0.1.0';
