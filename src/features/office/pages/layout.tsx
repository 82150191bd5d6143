import '@mantine/core/styles.css'
import '../../../ui/tokens.css'
import '../../../ui/public/fonts.css'
import './layout.css'
import {
  Anchor,
  Container,
  Group,
  MantineProvider,
  Text,
  createTheme,
  type MantineColorsTuple,
} from '@mantine/core'
import {
  Link,
  Outlet,
  isRouteErrorResponse,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
} from 'react-router'
import { languageOf } from '../../../ui/language.ts'
import { say, type Refusal } from '../../../ui/refusal.ts'
import { servicesKey } from '../../../ui/services.ts'
import { officeMessages } from '../messages.ts'
import mark from '../../../ui/public/mark.svg'
import { staffPath } from '../../../ui/staff-path.ts'
import { deskOf } from './desk.ts'

export const handle = { script: true }

/** The deep teal of the public pages, from wash to ink; the ninth is `--deep`. */
const deep: MantineColorsTuple = [
  '#e9f1ee',
  '#d3e4e1',
  '#abcbc8',
  '#82b2af',
  '#5c9a98',
  '#3d8484',
  '#246f72',
  '#0b5960',
  '#0f4c52',
  '#0a383d',
]

const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  black: '#18282b',
  colors: { deep },
  primaryColor: 'deep',
  // Contrast of 4.5:1 on paper, also for small text in the primary colour.
  primaryShade: 8,
  defaultRadius: 'md',
  autoContrast: true,
  respectReducedMotion: true,
})

export async function loader({ context }: LoaderFunctionArgs) {
  const services = context.get(servicesKey)
  const desk = deskOf(services)
  const actor = await desk.actor()
  const post = actor && (await desk.posts()).find(({ id }) => id === actor.post)
  return {
    town: desk.town.name,
    notice: desk.town.notice,
    post: post ? `${post.name} – ${post.agencyName}` : null,
  }
}

/** The frame of all staff pages: which town, which post, and that the data is made up where it is. */
export default function StaffLayout() {
  const { town, notice, post } = useLoaderData<typeof loader>()
  const path = useLocation().pathname
  const language = languageOf(path)
  const t = officeMessages[language]
  const twin = language === 'en' ? path.replace(/^\/en/, '') : `/en${path}`
  return (
    <Mantine>
      <a className="skip" href="#noi-dung">
        {t.skip}
      </a>
      <header className="staff-head">
        {notice && <div className="illustration">{notice[language]}</div>}
        <Container size="xl">
          <Group justify="space-between" py="sm">
            <Group gap="md">
              <Text component="span" fw={600} className="staff-town">
                <img src={mark} alt="" width="32" height="32" /> {town}
              </Text>
              <Group component="nav" gap="md" aria-label={t.staff}>
                <Anchor component={Link} to={staffPath(language)}>
                  {t.documents}
                </Anchor>
                <Anchor component={Link} to={staffPath(language, '/so-bo')}>
                  {t.registers}
                </Anchor>
                <Anchor component={Link} to={staffPath(language, '/phap-luat')}>
                  {t.law}
                </Anchor>
                <Anchor component={Link} to={staffPath(language, '/don-vi')}>
                  {t.units}
                </Anchor>
              </Group>
            </Group>
            <Group gap="md">
              {post && (
                <Text component="span" size="sm">
                  {t.actingFor}: <strong>{post}</strong>{' '}
                  <Anchor component={Link} underline="always" to={staffPath(language, '/vi-tri')}>
                    {t.change}
                  </Anchor>
                </Text>
              )}
              <Anchor size="sm" href={twin} lang={language === 'en' ? 'vi' : 'en'}>
                {t.other}
              </Anchor>
              <Anchor size="sm" href={language === 'en' ? '/en' : '/'}>
                {t.public}
              </Anchor>
            </Group>
          </Group>
        </Container>
      </header>
      <Container size="xl" component="main" id="noi-dung" py="md" tabIndex={-1}>
        <Outlet />
      </Container>
    </Mantine>
  )
}

function Mantine({ children }: { readonly children: React.ReactNode }) {
  const sent = useRouteLoaderData<{ nonce: string | null }>('root')?.nonce ?? ''
  // The policy of the page that was loaded holds for its whole life; what later loaders send is another's.
  const nonce = () =>
    typeof document === 'undefined'
      ? sent
      : (document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? sent)
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={nonce}>
      {children}
    </MantineProvider>
  )
}

/** What was refused, in its own words; anything else is our mistake. */
export function ErrorBoundary() {
  const error = useRouteError()
  const language = languageOf(useLocation().pathname)
  const t = officeMessages[language]
  const refusal = isRouteErrorResponse(error) ? (error.data as Refusal | null) : null
  const sentence = refusal?.code
    ? say(refusal, language)
    : isRouteErrorResponse(error) && error.status === 404
      ? t.notThere
      : t.wentWrong
  return (
    <Mantine>
      <Container size="sm" component="main" py="xl">
        <title>{t.staff}</title>
        <h1>{t.staff}</h1>
        <p role="alert">{sentence}</p>
        <p>
          <Link to={staffPath(language)}>{t.back}</Link>
        </p>
      </Container>
    </Mantine>
  )
}
