/**
 * Props that say which elements describe an input. Mantine overwrites a plain aria-describedby; what its inner element is given stays.
 * @param inner what Mantine calls that element
 */
export const describing = (ids: string | undefined, inner: 'input' | 'inputField' = 'input') =>
  ids === undefined ? {} : { attributes: { [inner]: { 'aria-describedby': ids } } };
