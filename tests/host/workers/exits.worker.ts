/** A worker that ends in the middle of each job. */
export default () => process.exit(7);
