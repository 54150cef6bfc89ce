/** Something that was learned from a file: how its columns were matched and its values answered. */
export type Remembered = {
  readonly memoryId: string;
  readonly workspaceId: string;
  readonly fileName: string;
  readonly rememberedAtMs: number;
  readonly headings: readonly string[];
  /** Answers for values, such as "Facbook" becoming "Facebook". */
  readonly answers: readonly {
    readonly label: string;
    readonly value: string;
    readonly becomes: string | null;
  }[];
};
