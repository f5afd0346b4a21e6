/** Props that say which elements describe an input. Mantine overwrites a plain aria-describedby; what its inner element is given stays. */
export const describing = (ids: string | undefined) =>
  ids === undefined ? {} : { attributes: { input: { 'aria-describedby': ids } } };
