/** Id of the part of the page that the screens stand in. */
export const CONTENT = 'content';
