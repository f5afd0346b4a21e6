/** Names where there is little room. */

/** In the middle, since names that begin alike, such as a scenario's and its copy's, differ at their ends. */
export function cutName(name: string, longest: number): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const end = Math.floor((longest - 1) / 2);
  return `${letters
    .slice(0, longest - 1 - end)
    .join('')
    .trimEnd()}…${letters.slice(-end).join('').trimStart()}`;
}
