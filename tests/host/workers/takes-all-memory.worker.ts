/** A worker that takes memory without end. */
export default () => {
  const taken: unknown[] = [];
  for (;;) taken.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
};
