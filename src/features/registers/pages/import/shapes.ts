import type { LoaderFunctionArgs } from 'react-router'
import { orRefuse } from '../../../../ui/refusal.ts'
import { drawingOfChanges, drawingOfIssues } from '../../rules/import/drawn.ts'
import { changesAsked, issuesAsked } from './query.ts'
import { importsOf } from './services.ts'

/** Places on one map: more nobody tells apart. */
const most = 5000

/** What the map of an import draws, by the address of its page: issues, or with `ve=khac-biet` differences. */
export async function loader(args: LoaderFunctionArgs) {
  const { imports, actor, url } = await importsOf(args)
  const id = args.params.import ?? ''
  const review = url.searchParams.get('ve') === 'khac-biet'
  const { kind, open } = changesAsked(url.searchParams)
  const { code, open: unmended } = issuesAsked(url.searchParams)
  const drawing = review
    ? drawingOfChanges(await orRefuse(imports.changeShapes(actor, id, { kind, open, limit: most })))
    : drawingOfIssues(await orRefuse(imports.issueShapes(actor, id, { code, open: unmended, limit: most })))
  return Response.json(drawing, { headers: { 'Cache-Control': 'no-store' } })
}
