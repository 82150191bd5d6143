import { route, type RouteConfig } from '@react-router/dev/routes'

export default [
  route('/', 'features/plan/pages/home.tsx', { id: 'home-vi' }),
  route('/en', 'features/plan/pages/home.tsx', { id: 'home-en' }),
] satisfies RouteConfig
