/** The shapes that the journal's modules share; in a file of their own, since an import in a comment would be re-linked. */
declare namespace Journal {
  type Kind = "check-in" | "session" | "sit" | "break" | "drive" | "measure" | "goal" | "profile";

  /** The fields of a record. */
  type Data = { [name: string]: unknown };

  /** A point in time and how the wall clock read there: UTC, zone name, minutes ahead of UTC. */
  type Moment = { utc: string; zone: string; offset: number };

  /** A record on this device. */
  interface Row {
    id: string;
    kind: string;
    /** UTC; missing in a deleted one, which no index then finds. */
    at?: string;
    /** Of the server's version that this one stands on. */
    revision: number | null;
    changed_at: string;
    deleted: boolean;
    data: Data | null;
    /** Fingerprints of the versions that this device has had. */
    seen: string[];
    /** A newer version of the server's, kept aside while an own change is not sent. */
    shadow: Remote | null;
    /** Not found again on a server that was restored from a backup. */
    stray: boolean;
  }

  /** A record as the server has it. */
  interface Remote {
    id: string;
    kind: string;
    revision: number;
    changed_at: string | null;
    deleted: boolean;
    data: Data | null;
  }

  /** What was done to one record. */
  interface Change {
    op: string;
    id: string;
    kind: string;
    base_revision: number | null;
    changed_at: string;
    deleted: boolean;
    /** Of a profile, only the fields that changed. */
    data: Data | null;
  }

  type FieldError = { field: string; code: string; message: string };

  /** What a record's outbox holds. */
  interface Entry {
    order?: number;
    id: string;
    /** Handed to the network at least once: it may be on the server, so it is only ever sent again as it is. */
    sent: Change | null;
    /** What was done since. */
    waiting: Change | null;
    /** Why the server did not take `waiting`. */
    refused: FieldError[] | null;
  }

  interface Result {
    op: string;
    id: string;
    status: "applied" | "duplicate" | "conflict" | "invalid";
    revision: number | null;
    errors: FieldError[];
    conflict_copy: string | null;
  }

  interface Answer {
    epoch: string;
    cursor: string | null;
    more: boolean;
    results: Result[];
    changes: Remote[];
    resync: "restored" | "erased" | null;
    device_secret: string | null;
  }

  /** How far this device is with the server. */
  interface Position {
    name: "position";
    device_id: string;
    device_secret: string | null;
    epoch: string | null;
    cursor: string | null;
    /** Everything is pulled and compared anew. */
    restoring: boolean;
    /** When everything was last the same here and there; UTC. */
    synced_at: string | null;
  }

  /** What a person is told; the words are in the templates. */
  type Trouble =
    | "offline" | "captive" | "busy" | "signed-out" | "other-account" | "forbidden" | "consent" | "update" | "store";

  type Session = { signed_in: boolean; user: { id: string; name: string } | null; csrf_token: string; epoch: string | null };

  type Draft = { form: string; fields: Record<string, string>; at: string };
}
