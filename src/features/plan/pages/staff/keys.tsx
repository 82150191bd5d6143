import { Button, Checkbox, Kbd } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useNavigation } from 'react-router'
import type { StaffMessages } from '../../messages/staff.ts'

/**
 * Single-letter keys for the review; they can be turned off, since speech input types letters (WCAG 2.1.4).
 * Each key presses what stands on the page under `data-key`, so that keys and buttons never differ.
 */
export function Keys({ t, move }: { readonly t: StaffMessages; readonly move: (by: 1 | -1) => void }) {
  const [on, setOn] = useLocalStorage({ key: 'dothi.phim-tat', defaultValue: true })
  const dialog = useRef<HTMLDialogElement>(null)
  // While a step is under way the field it opens has no focus yet: what is typed for it must not act as keys.
  const waiting = useNavigation().state !== 'idle'
  useEffect(() => {
    if (!on || waiting) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return
      if (dialog.current?.open) return
      if (event.key === '?') dialog.current?.showModal()
      else if (event.key === 'j' || event.key === 'ArrowDown') step(event, 1)
      else if (event.key === 'k' || event.key === 'ArrowUp') step(event, -1)
      else if ('aexu'.includes(event.key))
        document.querySelector<HTMLElement>(`[data-key="${event.key}"]`)?.click()
    }
    const step = (event: KeyboardEvent, by: 1 | -1) => {
      // Arrows scroll the text while it has the focus.
      if (
        event.key.startsWith('Arrow') &&
        event.target instanceof Element &&
        event.target.closest('.review-text')
      )
        return
      event.preventDefault()
      move(by)
    }
    window.addEventListener('keydown', press)
    // Says, to whoever drives the page by program, that keys are heard from now on.
    document.documentElement.dataset.keys = 'on'
    return () => {
      window.removeEventListener('keydown', press)
      delete document.documentElement.dataset.keys
    }
  }, [on, waiting, move])
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={() => dialog.current?.showModal()}>
        {t.keys} <Kbd ml={6}>?</Kbd>
      </Button>
      <dialog ref={dialog} className="keys" aria-labelledby="phim-tat">
        <h2 id="phim-tat">{t.keys}</h2>
        <dl>
          {t.keyList.map(([key, what]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          my="md"
          label={t.keysOn}
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        <Button onClick={() => dialog.current?.close()}>{t.close}</Button>
      </dialog>
    </>
  )
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}
