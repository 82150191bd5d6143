import { data, type LoaderFunctionArgs } from 'react-router'
import { parseDay } from '../../../../domain/day.ts'
import { orRefuse } from '../../../../ui/refusal.ts'
import { exportNames } from '../../model/export.ts'
import { parseDayText } from '../../rules/form-values.ts'
import { staffOf } from './services.ts'

/** Targets and tasks of a plan as a file. Always a download, never kept by whoever passes it on. */
export async function loader(args: LoaderFunctionArgs) {
  const { plans, actor, url, today } = await staffOf(args)
  const on = parseDay(parseDayText(url.searchParams.get('ngay') ?? '') ?? today)
  const name = exportNames.find((one) => one === args.params.name)
  if (!on || !name) throw data(null, { status: on ? 404 : 400 })
  const { bytes, type } = await orRefuse(plans.export(actor, args.params.key ?? '', { on }, name))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
