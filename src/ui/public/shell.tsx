import type { ReactNode } from 'react'
import '../tokens.css'
import './fonts.css'
import './base.css'
import './shell.css'
import './parts.css'
import './lists.css'
import './print.css'
import mark from './mark.svg'

export interface ShellLink {
  readonly to: string
  readonly text: string
  readonly current: boolean
}

interface ShellProps {
  readonly skip: string
  /** Stands on every page of an illustration; null elsewhere. */
  readonly notice: { readonly strong: string; readonly more: string } | null
  readonly home: string
  readonly site: string
  readonly town: string
  readonly tongue: { readonly to: string; readonly text: string; readonly lang: string }
  readonly nav: { readonly label: string; readonly links: readonly ShellLink[] }
  readonly foot: ReactNode
  readonly children: ReactNode
}

/** The frame of every public page: landmarks, the way past them, the way between pages, the other language. */
export function Shell({ skip, notice, home, site, town, tongue, nav, foot, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        {skip}
      </a>
      {notice && (
        <aside className="notice" aria-label={notice.strong}>
          <p className="wide">
            <strong lang="vi">{notice.strong}</strong>
            {notice.more}
          </p>
        </aside>
      )}
      <header className="bar">
        <div className="wide">
          <div className="bar-top">
            <a className="brand" href={home}>
              <img src={mark} alt="" width="40" height="40" />
              <span>{site}</span>
              <b lang="vi">{town}</b>
            </a>
            <a className="tongue" href={tongue.to} hrefLang={tongue.lang} lang={tongue.lang}>
              {tongue.text}
            </a>
          </div>
          <nav className="nav" aria-label={nav.label}>
            <Links links={nav.links} />
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="wide stack">{children}</div>
      </main>
      <footer className="foot">
        <div className="wide">{foot}</div>
      </footer>
    </>
  )
}

/** Ways to see the same things, as a row of links of which one is where we are. */
export function Tabs({ label, links }: { readonly label: string; readonly links: readonly ShellLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <Links links={links} />
    </nav>
  )
}

function Links({ links }: { readonly links: readonly ShellLink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.to}>
          <a href={link.to} {...(link.current && { 'aria-current': 'page' as const })}>
            {link.text}
          </a>
        </li>
      ))}
    </ul>
  )
}
