import { z } from 'zod';

/** What the user chose about the program itself, on this machine. Absent parts have their usual value. */
export const choicesSchema = z.strictObject({
  /** Keep the computer awake while leads are being sent (the screen may still go dark). */
  keepAwake: z.boolean().default(true),
  /** Show a notification of the system when sending ends or stops. */
  notify: z.boolean().default(true),
  /** Go on sending, with a sign in the tray, when the window is closed. Otherwise closing pauses, and the next start continues. */
  sendWithoutWindow: z.boolean().default(false),
  /** Days after which finished imports are deleted from this machine by themselves, 1 to 3650; `null` keeps them. */
  keepImportsDays: z.int().min(1).max(3650).nullable().default(null),
});
export type Choices = z.infer<typeof choicesSchema>;

/** What holds before the user chose anything. */
export const USUAL_CHOICES: Choices = choicesSchema.parse({});
