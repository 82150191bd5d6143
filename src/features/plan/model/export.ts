/** The files in which a plan of the record leaves it, by their names. */
export const exportNames = ['ke-hoach.xlsx', 'chi-tieu.csv', 'nhiem-vu.csv'] as const
export type ExportName = (typeof exportNames)[number]
