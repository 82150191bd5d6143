import { Button, Card, Text, Title } from '@mantine/core'
import {
  Form,
  redirect,
  useLoaderData,
  useLocation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { entered } from '../../../ui/entered.ts'
import { languageOf } from '../../../ui/language.ts'
import { servicesKey } from '../../../ui/services.ts'
import { officeMessages } from '../messages.ts'
import { abilities } from '../rules.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { deskOf } from './desk.ts'

export const handle = { script: true }

export async function loader({ context }: LoaderFunctionArgs) {
  const desk = deskOf(context.get(servicesKey))
  const [posts, actor] = await Promise.all([desk.posts(), desk.actor()])
  return {
    posts: posts.map((post) => ({ ...post, may: abilities(post.roles) })),
    current: actor?.post ?? null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const desk = deskOf(context.get(servicesKey))
  const post = entered(await request.formData(), 'post')
  if ((await desk.posts()).some(({ id }) => id === post)) desk.choose(post)
  return redirect(staffPath(languageOf(new URL(request.url).pathname)))
}

/** Where an officer says for which post they act. */
export default function ChoosePost() {
  const { posts, current } = useLoaderData<typeof loader>()
  const t = officeMessages[languageOf(useLocation().pathname)]
  return (
    <>
      <title>{t.choose}</title>
      <Title order={1} size="h2">
        {t.choose}
      </Title>
      <Text my="sm">{t.chooseHint}</Text>
      <ul className="posts">
        {posts.map((post) => (
          <Card key={post.id} component="li" withBorder padding="md">
            <Form method="post">
              <Text fw={600} id={`vi-tri-${post.id}`}>
                {post.name}
              </Text>
              <Text size="sm">{post.agencyName}</Text>
              <Text size="sm" my="xs" id={`quyen-${post.id}`}>
                {t.may} {post.may.map((action) => t.deeds[action]).join('; ')}.
              </Text>
              <Button
                type="submit"
                name="post"
                value={post.id}
                variant={post.id === current ? 'filled' : 'outline'}
                aria-describedby={`vi-tri-${post.id} quyen-${post.id}`}
              >
                {t.act}
              </Button>
            </Form>
          </Card>
        ))}
      </ul>
    </>
  )
}
