import type { LoaderFunctionArgs } from 'react-router'
import { orRefuse } from '../../../../ui/refusal.ts'
import { staffOf } from './services.ts'

/** The file as it was received. Always a download: a document must never run as a page of ours. */
export async function loader(args: LoaderFunctionArgs) {
  const { plans, actor } = await staffOf(args)
  const { bytes, name } = await orRefuse(plans.file(actor, args.params.sha256 ?? ''))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    },
  })
}
