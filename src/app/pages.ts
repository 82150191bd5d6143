import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createRequestHandler,
  RouterContextProvider,
  type RouterContext,
  type ServerBuild,
} from 'react-router'
import type { PageServices } from '../ui/services.ts'

/** Gives a request to the built pages, with the services its loaders may call. */
export type RenderPage = (request: Request, services: PageServices) => Promise<Response>

export async function openPages(root: string): Promise<RenderPage> {
  const file = pathToFileURL(join(root, 'build', 'server', 'index.js')).href
  const build = (await import(file)) as ServerBuild
  // The key as the built server knows it: the same module imported from source would be another key.
  const { servicesKey } = build.entry.module as unknown as { servicesKey: RouterContext<PageServices> }
  const handle = createRequestHandler(build, 'production')
  return (request, services) => {
    const context = new RouterContextProvider()
    context.set(servicesKey, services)
    return handle(request, context)
  }
}
