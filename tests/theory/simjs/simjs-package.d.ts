/** simjs 2.0.3 ships no types and, outside a browser, no exports: importing it is done for its side effect on `window`. */
declare module 'simjs' {
  const nothing: Readonly<Record<string, never>>;
  export default nothing;
}
