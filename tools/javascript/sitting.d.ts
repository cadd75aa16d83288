/** The shapes that the sitting guide's modules share; in a file of their own, since an import in a comment would be re-linked. */
declare namespace Sitting {
  /** What the break timer is doing; everything that a reload must not lose. Moments are milliseconds of the wall clock. */
  interface Timer {
    phase: "sitting" | "due" | "break" | "paused";
    /** When somebody last looked at it. */
    seen: number;
    /** Of this spell, in milliseconds. */
    length: number;
    /** When the break is due, or was. */
    until: number;
    /** Milliseconds, while paused. */
    left: number;
    /** When the break was begun. */
    since: number;
    /** Slug of the move of this break. */
    move: string;
    /** Cues that were given in this spell. */
    told: string[];
    /** By how many milliseconds the wall clock was set in this spell. */
    clock: number;
    /** Milliseconds of this spell that count as sleep, but may be a clock that was set forward. */
    slept: number;
  }

  type Cue = "nudge" | "warning" | "due";

  /** What drive mode is doing. Moments are milliseconds of the wall clock. */
  interface Drive {
    phase: "driving" | "stopped";
    seen: number;
    /** When this stretch of driving was begun. */
    from: number;
    /** Milliseconds from one cue to the next. */
    every: number;
    /** When the next cue is given; later ones follow until somebody says "stopped". */
    until: number;
    /** When the car was stopped. */
    since: number;
    /** How many cues were given in this stretch. */
    cues: number;
    /** How many stops were made on this trip. */
    stops: number;
    /** Of the record of this stretch of driving; empty until it is kept. */
    record: string;
    /** By how many milliseconds the wall clock was set. */
    clock: number;
    /** Milliseconds that count as sleep, but may be a clock that was set forward. */
    slept: number;
  }

  /** One try of a position, as its record has it. */
  interface Try {
    slug: string;
    minutes: number;
    before: number | null;
    after: number | null;
    leg: "up" | "same" | "down" | "none" | "";
    keep: boolean;
  }

  /** A position that is being tried. Moments are milliseconds of the wall clock. */
  interface Sample {
    phase: "sitting" | "after";
    seen: number;
    from: number;
    length: number;
    until: number;
    /** When it was ended. */
    since: number;
    position: string;
    seat: string;
    /** Comfort before it, 0 to 10. */
    before: number | null;
    clock: number;
    slept: number;
  }
}
