/** What each team has: places, staff in post and vacant, and hours of the week. Told as levels; entered in the books as changes. */
import type { Books } from './books.ts';
import * as stocks from './stocks.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { STOCK } = stocks;

export class Establishment {
  private readonly books: Books;
  /** By team. */
  private readonly places: Float64Array;
  private readonly inPost: Float64Array;
  private readonly vacant: Float64Array;
  private readonly hours: Float64Array;

  constructor(books: Books, teams: number) {
    this.books = books;
    this.places = new Float64Array(teams);
    this.inPost = new Float64Array(teams);
    this.vacant = new Float64Array(teams);
    this.hours = new Float64Array(teams);
  }

  begin() {
    for (const byTeam of [this.places, this.inPost, this.vacant, this.hours]) byTeam.fill(0);
  }

  placesChanged(now: number, team: number, places: number) {
    this.change(now, STOCK.places_mean, team, this.places, places);
  }

  staffChanged(now: number, team: number, inPost: number, vacant: number) {
    this.change(now, STOCK.staff_in_post_mean, team, this.inPost, inPost);
    this.change(now, STOCK.staff_vacant_mean, team, this.vacant, vacant);
  }

  hoursChanged(team: number, hours: number) {
    this.hours[team] = hours;
  }

  /** Hours of the week that ends. Added up anew: hours that came and went again must leave none. */
  enterHours() {
    const { service, teams } = this.books;
    service.hoursAvailable = this.hours.reduce((sum, hours) => sum + hours, 0);
    for (const [team, ledger] of teams.entries()) if (ledger) ledger.hoursAvailable = this.hours[team]!;
  }

  private change(now: number, what: number, team: number, levels: Float64Array, level: number) {
    const change = level - levels[team]!;
    levels[team] = level;
    this.books.service.change(now, what, change);
    this.books.teams[team]?.change(now, what, change);
  }
}
