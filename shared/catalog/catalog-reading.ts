/** A workspace that is being read from Telecrm. */
export type CatalogReading = {
  readonly workspaceId: string;
  /** Until when it waits because Telecrm asked for it, in milliseconds since 1970; `null` while it goes on. */
  readonly waitsUntilMs: number | null;
};
