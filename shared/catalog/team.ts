import { z } from 'zod';

/** An employee as Telecrm's Sync API lists them ("team-members"), or as the user typed them. */
export const teamMemberSchema = z.strictObject({
  name: z.string().trim().max(200),
  /** What is sent for them. Telecrm compares addresses; whether case matters is not documented, so it is sent as listed. */
  email: z.string().trim().min(3).max(320),
  /** False for one who was switched off: leads should not go to them. */
  isActive: z.boolean().default(true),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;
