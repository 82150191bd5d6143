import { z } from 'zod'
import {
  basisSchema,
  clauseSchema,
  daySchema,
  footnoteSchema,
  headSchema,
  placesSchema,
  readingIssueSchema,
  recipientSchema,
  sourceSchema,
} from '../documents/model.ts'

export const comparatorSchema = z.enum(['>=', '>', '~', '<=', '<', '=', 'universal', 'meets'])
/** A number in the target's unit, a class of town with how much of it must be met, or null (universal). */
export const targetAmountSchema = z
  .union([z.number(), z.strictObject({ class: z.string(), part: z.enum(['all', 'some']) })])
  .nullable()

export const targetValueSchema = z.strictObject({
  year: z.int().nullable(),
  comparator: comparatorSchema,
  value: targetAmountSchema,
  text: z.string(),
  at: placesSchema,
})

export const baselineSchema = z.strictObject({
  year: z.int().nullable(),
  comparator: comparatorSchema,
  value: targetAmountSchema,
  at: placesSchema,
})

export const targetSchema = z.strictObject({
  id: z.string(),
  clause: z.string().nullable(),
  indicator: z.string(),
  scope: z.string().nullable(),
  unit: z.string().nullable(),
  footnotes: z.array(z.int()),
  at: placesSchema,
  values: z.array(targetValueSchema),
  baseline: baselineSchema.nullable(),
})

/** A body as written. `named` is false only where the text leaves open who is meant ("… liên quan"). */
export const bodySchema = z.strictObject({ text: z.string(), named: z.boolean(), at: placesSchema })

export const taskTimeSchema = z.strictObject({
  kind: z.enum(['standing', 'periodic', 'month', 'quarter', 'year', 'range', 'until', 'unstated']),
  /** First day; null where the text sets none. */
  from: daySchema.nullable(),
  /** Last day, included. */
  to: daySchema.nullable(),
  text: z.string().nullable(),
  at: placesSchema,
})

export const taskSchema = z.strictObject({
  no: z.string(),
  clause: z.string().nullable(),
  group: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string(),
  at: placesSchema,
  directing: z.array(bodySchema),
  lead: z.array(bodySchema),
  implementing: z.array(bodySchema),
  coordinating: z.array(bodySchema),
  output: z.strictObject({ text: z.string(), at: placesSchema }).nullable(),
  time: taskTimeSchema,
})

export const assignmentSchema = z.strictObject({
  no: z.string(),
  bodies: z.array(bodySchema),
  text: z.string(),
  clause: z.string().nullable(),
  at: placesSchema,
})

/** What the office must settle before the plan can be driven: the "6 rõ" that the text leaves open. */
export const questionSchema = z.strictObject({
  code: z.string(),
  clause: z.string().nullable(),
  task: z.string().nullable(),
  text: z.string(),
})

/** What `dothi read --json` prints. */
export const planReadingSchema = z.strictObject({
  source: sourceSchema,
  document: headSchema,
  basis: z.array(basisSchema),
  clauses: z.array(clauseSchema),
  targets: z.array(targetSchema),
  tasks: z.array(taskSchema),
  assignments: z.array(assignmentSchema),
  footnotes: z.array(footnoteSchema),
  recipients: z.array(recipientSchema),
  questions: z.array(questionSchema),
  issues: z.array(readingIssueSchema),
})

export type Body = z.infer<typeof bodySchema>
export type TaskTime = z.infer<typeof taskTimeSchema>
export type Target = z.infer<typeof targetSchema>
export type TargetValue = z.infer<typeof targetValueSchema>
export type Task = z.infer<typeof taskSchema>
export type Assignment = z.infer<typeof assignmentSchema>
export type Question = z.infer<typeof questionSchema>
export type PlanReading = z.infer<typeof planReadingSchema>
