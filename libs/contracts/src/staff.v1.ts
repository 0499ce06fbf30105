/** A person of the staff as every service knows them: without hashes, those never leave the gateway. */
import { z } from 'zod';
import { AgentId } from './ids.ts';
import { Role, Standard } from './parts.ts';

/** The body of `setting.published` of kind `staff`. */
export const StaffV1 = z.object({
  id: AgentId,
  email: z.email(),
  name: z.string().min(1).max(120),
  /** What a customer is told: “工号 1024”. */
  number: z.string().min(1).max(16),
  /** Their telephone, E.164 or an extension of the PBX: where calls are connected to. */
  phone: z.string().max(64).optional(),
  role: Role,
  language: z.enum(['en', 'zh']),
  /** Queues (skill groups) they belong to, or, as supervisor or monitor, watch over. */
  groups: z.array(z.string()),
  /** Departments (codes of the policy) whose tickets a department member sees. */
  departments: z.array(z.string()).optional(),
  /** Skill → level 1 (knows it) to 5 (best). Languages are skills: `lang-zh`, `lang-en`. */
  skills: z.record(z.string(), z.int().min(1).max(5)),
  /** How much at once, in the weights of the policy: a chat 2, a mail 1. */
  capacity: z.int().min(0).max(64),
  /** Which standards they may be given; empty means all. */
  standards: z.array(Standard),
  active: z.boolean(),
});
export type StaffV1 = z.infer<typeof StaffV1>;
