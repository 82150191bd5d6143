import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

/** How often a page with script asks how far a job is, ms. */
const every = 2_000

/** Asks again as long as something is under way, and not while nobody looks. */
export function useFreshly(underWay: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!underWay) return
    const timer = setInterval(() => {
      if (!document.hidden) void revalidate()
    }, every)
    return () => clearInterval(timer)
  }, [underWay, revalidate])
}
