/** Thrown for what no player can do: work nobody has learned, a post nobody holds. The case stays, the day goes on. */
export class Unplayed extends Error {
  /** What the report counts it under. */
  readonly what: string;

  constructor(what: string) {
    super(what);
    this.what = what;
  }
}
