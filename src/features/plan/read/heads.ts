import { plain } from './plain.ts'

/**
 * Words with which the name of a body begins, without tone marks. A capital letter is asked for where a comma
 * or "và" stands before (a name may go on with "…, Hạ tầng và Đô thị", never with another body's head).
 */
const heads = [
  'uy ban',
  'ubnd',
  'ub',
  'ubmttq\\w*',
  'mttq\\w*',
  'hoi dong',
  'hdnd',
  'thuong truc',
  'tt',
  'ban',
  'btv',
  'bch',
  'bcd',
  'bql',
  'bqlda',
  'so',
  'bo',
  'phong',
  'van phong',
  'vp',
  'vpdk',
  'dang uy',
  'dang bo',
  'chi bo',
  'tinh uy',
  'thanh uy',
  'thi uy',
  'huyen uy',
  'quan uy',
  'cap uy',
  'cong an',
  'ca',
  'bo chi huy',
  'quan su',
  'bchqs',
  'trung tam',
  'ttyt',
  'ttptqd',
  'chi cuc',
  'cuc',
  'tong cuc',
  'hoi',
  'hoi lien hiep',
  'lhpn',
  'ccb',
  'doan',
  'lien doan',
  'ldld',
  'hiep hoi',
  'lien minh',
  'lien hiep',
  'mat tran',
  'vien',
  'toa an',
  'kho bac',
  'kbnn',
  'thue',
  'hai quan',
  'ngan hang',
  'bao hiem',
  'bhxh',
  'buu dien',
  'buu chinh',
  'dien luc',
  'cong ty',
  'tong cong ty',
  'tap doan',
  'cty',
  'vnpt',
  'viettel',
  'doanh nghiep',
  'hop tac xa',
  'htx',
  'xi nghiep',
  'nha may',
  'truong',
  'benh vien',
  'tram',
  'hat',
  'doi',
  'to cong tac',
  'to giup viec',
  'thanh tra',
  'chu tich',
  'pho chu tich',
  'giam doc',
  'thu truong',
  'truong phong',
  'truong ban',
  'bi thu',
  'chanh van phong',
  'nguoi dung dau',
  'lanh dao',
  'dai',
  'bao',
  'tap chi',
  'quy',
  'chi nhanh',
  'bao tang',
  'thu vien',
  'vuon quoc gia',
  'don bien phong',
  'bo doi',
  'cang vu',
  'chu dau tu',
  'nha dau tu',
  'nha thau',
  'don vi',
  'co quan',
  'to chuc',
  'doan the',
  'nhan dan',
  'nguoi dan',
  'cong dong',
  'chinh quyen',
  'kiem lam',
  'canh sat',
  'chu rung',
  'hoc vien',
  'nha van hoa',
  'tieu ban',
  'khoi',
  'thon',
  'to dan pho',
  'dong chi',
  'cap',
  'bdh',
  'tinh doan',
  'thi doan',
  'thanh doan',
  'huyen doan',
  'quan doan',
  'xa doan',
]
const headPattern = new RegExp(
  String.raw`^(?:${heads.toSorted((a, b) => b.length - a.length).join('|')})(?![\p{L}\d])`,
  'u',
)

/** Heads of several words that are a body's own even when the text writes them small. */
const longHeads =
  /^(?:uy ban (?:nhan dan|mat tran|mttq)|hoi dong nhan dan|ban (?:chi huy|chi dao|quan ly|thuong vu|to chuc|tuyen giao|dan van)|mat tran to quoc|bo chi huy|cong an (?:tinh|thanh|thi|huyen|xa|phuong|cac)|hoi (?:nong dan|phu nu|cuu chien binh|lien hiep)|doan thanh nien|cong ty|chi cuc|kho bac)(?!\p{L})/u

/** "các …", "những …", "mỗi …", "từng …" open a class that is a body of its own. */
const classHead = /^(?:cac|nhung|tung|moi|mot so|toan bo|tat ca)\s+(?:\p{L}+)/u

const orgNoun = String.raw`(?:co quan|don vi|to chuc|ca nhan|phong|ban|nganh|so|dia phuong|doanh nghiep|doan the|hoi|thanh vien|chu dau tu|xa|phuong|cap|bo|nha dau tu|ho gia dinh)`
const openTail = String.raw`(?:lien quan|huu quan|chuc nang|khac)`
const openPattern = new RegExp(
  String.raw`^(?:cac|nhung|mot so)?\s*(?:${orgNoun}(?![\p{L}])[\s,và-]*)+.*?(?:co\s+)?${openTail}(?!\p{L})`,
  'u',
)

const capital = (text: string) => /^\p{Lu}/u.test(text)

/** True where `text` (what follows a comma or "và") begins a body's own name. */
export function beginsBody(text: string): boolean {
  const bare = plain(text)
  return (capital(text) && headPattern.test(bare)) || longHeads.test(bare) || beginsClass(text)
}

/** True where `text` begins with "các …" or says "… liên quan" right away. */
export function beginsClass(text: string): boolean {
  return classHead.test(plain(text))
}

/** True where the text, a list or a sentence, begins with a body, however it is written. */
export function startsWithBody(text: string): boolean {
  const bare = plain(text)
  return (
    headPattern.test(bare) ||
    longHeads.test(bare) ||
    new RegExp(String.raw`^(?:cac|nhung|moi|tung)\s+${orgNoun}`, 'u').test(bare)
  )
}

/** "… liên quan" as a body of its own, also without "các" ("và đơn vị liên quan"). */
export const opensUnnamed = (text: string): boolean => openPattern.test(plain(text))

/** False only where the text leaves open who is meant ("các cơ quan, đơn vị liên quan", "các ngành chức năng"). */
export function isNamed(text: string): boolean {
  const bare = plain(text)
  return (
    !new RegExp(String.raw`(?:co\s+)?(?:lien quan|huu quan)(?!\p{L})`, 'u').test(bare) &&
    !new RegExp(
      String.raw`^(?:cac|nhung|mot so)?\s*(?:${orgNoun}[\s,]*)+(?:chuc nang|khac)(?!\p{L})`,
      'u',
    ).test(bare)
  )
}
