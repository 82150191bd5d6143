import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'

const pages = 'features/plan/pages/public'

/** A public page at its Vietnamese and its English address. */
function both(name: string, vi: string, en: string) {
  return [
    route(vi, `${pages}/${name}.tsx`, { id: `${name}-vi` }),
    route(en, `${pages}/${name}.tsx`, { id: `${name}-en` }),
  ]
}

/** A public page of the administrative units. */
function units(name: string, vi: string, en: string) {
  const file = `features/territory/pages/${name}.tsx`
  return [route(vi, file, { id: `units-${name}-vi` }), route(en, file, { id: `units-${name}-en` })]
}

const registers = 'features/registers/pages'
const staff = 'features/plan/pages/staff'

/** Staff pages below `/can-bo`, in a language; they exist on this machine only. */
function staffPages(language: 'vi' | 'en') {
  const at = (name: string) => ({ id: `staff-${name}-${language}` })
  return route(
    language === 'vi' ? '/can-bo' : '/en/can-bo',
    'features/office/pages/layout.tsx',
    at('layout'),
    [
      index(`${staff}/documents.tsx`, at('documents')),
      route('vi-tri', 'features/office/pages/choose-post.tsx', at('post')),
      route('tai-lieu/:sha256', `${staff}/review.tsx`, at('review')),
      route('tai-lieu/:sha256/luu', `${staff}/save.tsx`, at('save')),
      route('tai-lieu/:sha256/tep', `${staff}/file.ts`, at('file')),
      route('ke-hoach/:key', `${staff}/plan.tsx`, at('plan')),
      route('ke-hoach/:key/xuat/:name', `${staff}/export.ts`, at('export')),
      route('don-vi', 'features/territory/pages/staff/list.tsx', at('units')),
      route('don-vi/nhap', 'features/territory/pages/staff/import.tsx', at('units-import')),
      route('don-vi/:id', 'features/territory/pages/staff/unit.tsx', at('unit')),
      route('so-bo', `${registers}/list.tsx`, at('registers')),
      route('so-bo/:register', `${registers}/register.tsx`, at('register')),
      route('so-bo/:register/hinh', `${registers}/shapes.ts`, at('register-shapes')),
      route('so-bo/:register/khoa', `${registers}/keys.tsx`, at('register-keys')),
      route('so-bo/:register/moi', `${registers}/new.tsx`, at('register-new')),
      route('so-bo/:register/:entry', `${registers}/entry.tsx`, at('register-entry')),
      route('so-bo/:register/:entry/sua', `${registers}/edit.tsx`, at('register-edit')),
      route('nhap-ban-do', `${registers}/import/list.tsx`, at('map-imports')),
      route('nhap-ban-do/:import', `${registers}/import/import.tsx`, at('map-import')),
      route('nhap-ban-do/:import/anh-xa', `${registers}/import/mapping.tsx`, at('map-import-mapping')),
      route('nhap-ban-do/:import/van-de', `${registers}/import/issues.tsx`, at('map-import-issues')),
      route('nhap-ban-do/:import/khac-biet', `${registers}/import/review.tsx`, at('map-import-review')),
      route('nhap-ban-do/:import/hinh', `${registers}/import/shapes.ts`, at('map-import-shapes')),
      route('phap-luat', 'features/law/pages/sets.tsx', at('law')),
      route('phap-luat/:set', 'features/law/pages/set.tsx', at('law-set')),
    ],
  )
}

export default [
  staffPages('vi'),
  staffPages('en'),
  layout(`${pages}/layout.tsx`, [
    ...both('home', '/', '/en'),
    ...both('plan', '/ke-hoach', '/en/plan'),
    ...both('targets', '/chi-tieu', '/en/targets'),
    ...both('tasks', '/nhiem-vu', '/en/tasks'),
    ...both('tasks-by-body', '/nhiem-vu/co-quan', '/en/tasks/bodies'),
    ...both('tasks-by-time', '/nhiem-vu/thoi-gian', '/en/tasks/time'),
    ...both('tasks-filter', '/nhiem-vu/loc', '/en/tasks/filter'),
    ...both('task', '/nhiem-vu/:key', '/en/tasks/:key'),
    ...both('organisation', '/to-chuc-thuc-hien', '/en/organisation'),
    ...both('data', '/du-lieu', '/en/data'),
    ...both('search', '/tim', '/en/search'),
    ...units('list', '/don-vi', '/en/units'),
    ...units('find', '/don-vi/tim', '/en/units/find'),
    ...units('crosswalk', '/don-vi/doi-chieu', '/en/units/crosswalk'),
    ...units('unit', '/don-vi/:id', '/en/units/:id'),
    route('*', `${pages}/not-found.tsx`),
  ]),
] satisfies RouteConfig
