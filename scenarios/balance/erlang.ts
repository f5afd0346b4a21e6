/**
 * Mean time to a place where families come at random, by formula. Erlang C (A. K. Erlang, Post Office Electrical Engineers’ Journal 10
 * (1917), 189-197) for lengths that vary as an exponential does, times (1 + cv^2) / 2 for others (A. M. Lee and P. A. Longton 1959, Operational
 * Research Quarterly 10). Nobody gives up waiting in it, and nothing changes with season: a rough figure.
 */
export function roughMeanWait(places: number, load: number, meanLength: number, cv: number): number {
  const offered = load * places;
  let blocked = 1;
  for (let c = 1; c <= places; c++) blocked = (offered * blocked) / (c + offered * blocked);
  const mustWait = blocked / (1 - load * (1 - blocked));
  return ((mustWait * meanLength) / (places * (1 - load))) * ((1 + cv ** 2) / 2);
}
