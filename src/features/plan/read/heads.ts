import { plain, spelled } from './plain.ts'

/**
 * One-word heads of bodies, compared with their marks (Sở is no "số", Bộ no "bổ sung"). After a comma or "và" a
 * capital letter is asked for too: a name may go on with "…, Hạ tầng và Đô thị", never with another body's head.
 */
const shortHeads = (
  'ubnd ub ubmttq ubmttqvn mttq mttqvn hđnd tt btv bch bcđ bql bqlda sở bộ ban phòng vp vpđk ca bchqs ttyt ttptqđ cục hội lhpn ccb ' +
  'đoàn lđlđ viện kbnn thuế bhxh cty vnpt viettel htx trường trạm hạt đội đài quỹ khối thôn cấp bđh tổ đồn'
).split(' ')

/** Heads of several words: sure enough to be known in scanned spellings too, so compared without marks. */
const longHeads = [
  'uy ban',
  'hoi dong',
  'thuong truc',
  'thuong vu',
  'van phong',
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
  'bo chi huy',
  'quan su',
  'trung tam',
  'chi cuc',
  'tong cuc',
  'lien doan',
  'hiep hoi',
  'lien minh',
  'lien hiep',
  'mat tran',
  'toa an',
  'kho bac',
  'hai quan',
  'ngan hang',
  'bao hiem',
  'buu dien',
  'dien luc',
  'cong ty',
  'tong cong ty',
  'tap doan',
  'doanh nghiep',
  'hop tac xa',
  'xi nghiep',
  'nha may',
  'benh vien',
  'thanh tra',
  'chu tich',
  'pho chu tich',
  'giam doc',
  'thu truong',
  'truong phong',
  'truong cong an',
  'truong tram',
  'truong ap',
  'truong to',
  'chi huy truong',
  'hieu truong',
  'khu pho truong',
  'doi truong',
  'tram truong',
  'ban dieu hanh',
  'truong ban',
  'bi thu',
  'chanh van phong',
  'nguoi dung dau',
  'lanh dao',
  'tap chi',
  'chi nhanh',
  'bao tang',
  'thu vien',
  'vuon quoc gia',
  'don bien phong',
  'bo doi bien phong',
  'cang vu',
  'chu dau tu',
  'nha dau tu',
  'nha thau',
  'don vi',
  'co quan',
  'doan the',
  'nhan dan',
  'nguoi dan',
  'cong dong',
  'chinh quyen',
  'kiem lam',
  'canh sat',
  'chu rung',
  'hoc vien',
  'tieu ban',
  'tinh doan',
  'thi doan',
  'thanh doan',
  'huyen doan',
  'quan doan',
  'to dan pho',
  'cong thong tin',
  'bao va phat thanh',
  'bao va dai',
  'truong cac',
  'truong khu pho',
  'truong thon',
  'to cong tac',
  'to giup viec',
  'dong chi',
  'dang doan',
  'ban can su',
  'ban can su',
  'ban quan ly',
  'ban chi dao',
  'ban chi huy',
  'ban thuong vu',
  'ban to chuc',
  'ban tuyen giao',
  'ban dan van',
  'hoi nong dan',
  'hoi phu nu',
  'hoi cuu chien binh',
  'hoi lien hiep',
  'doan thanh nien',
  'cac co quan',
  'bao quang',
  'dia phuong',
  'to chuc chinh tri',
  'to chuc doan the',
  'to chuc xa hoi',
  'to chuc dang',
  'to chuc, ca nhan',
  'ubnd',
  'hdnd',
  'ubmttq',
]
const short = new RegExp(String.raw`^(?:${shortHeads.join('|')})(?![\p{L}\d])`, 'u')
const long = new RegExp(String.raw`^(?:${longHeads.join('|')})(?!\p{L})`, 'u')

/** Heads of several words that are a body's own even when the text writes them small in the middle of a list. */
const sureHeads =
  /^(?:uy ban (?:nhan dan|mat tran|mttq)|hoi dong nhan dan|ban (?:chi huy|chi dao|quan ly|thuong vu|to chuc|tuyen giao|dan van)|mat tran to quoc|bo chi huy|cong an (?:tinh|thanh|thi|huyen|xa|phuong|cac)|hoi (?:nong dan|phu nu|cuu chien binh|lien hiep)|doan thanh nien|cong ty|chi cuc|kho bac|(?:khu pho|thon|ap|khom|to dan pho|to) (?:so )?\d)(?!\p{L})/u

/** "các …", "mỗi …" open a class that is a body of its own. */
const classHead = /^(?:các|những|từng|mỗi|một số|toàn bộ|tất cả)\s+(?=\p{L})/iu

const orgNoun = String.raw`(?:ông(?:\s*\(bà\)|,? bà)?(?:\s+trưởng)?|trưởng|cơ quan|đơn vị|tổ chức|cá nhân|phòng|ban|ngành|sở|địa phương|doanh nghiệp|đoàn thể|hội|thành viên|chủ đầu tư|xã|phường|huyện|cấp|bộ|nhà đầu tư|hộ gia đình|thôn|khu phố|tổ dân phố|tổ|đảng ủy|đảng bộ|chi bộ|thị trấn|thành phố|trường|khu dân cư|khu|chi hội|công ty|đồng chí|lực lượng|trung tâm|ban quản lý|cụm|bên|nhà thầu|hợp tác xã|ủy ban|ấp|bản|buôn|làng|khóm|cấp ủy|chi đoàn|tổ chức đoàn thể|huyện ủy|tỉnh ủy|thị ủy|thành ủy|đoàn viên|trạm|ban ngành)`
const openTail = /(?:có\s+)?(?:liên quan|hữu quan)(?!\p{L})/u
const openPattern = new RegExp(
  String.raw`^(?:các|những|một số)?\s*(?:${orgNoun}(?!\p{L})(?:\s*,\s*|\s+và\s+|\s*[-/]\s*|\s+)?)+[^,;]*?(?:có\s+)?(?:liên quan|hữu quan|chức năng|khác)(?!\p{L})`,
  'u',
)
const vague = new RegExp(
  String.raw`^(?:các|những|một số)?\s*(?:${orgNoun}(?:\s*,\s*|\s+và\s+|\s+))+(?:chức năng|khác)(?!\p{L})`,
  'u',
)
const classOfBodies = new RegExp(
  String.raw`^(?:các|những|mỗi|từng|một số|toàn bộ|tất cả(?: các)?)\s+${orgNoun}(?!\p{L})`,
  'u',
)

/** True where `text` (what follows a comma or "và") begins a body's own name. */
export function beginsBody(text: string): boolean {
  const capital = /^\p{Lu}/u.test(text)
  const bare = plain(text.slice(0, 60))
  return (
    (capital && (short.test(spelled(text.slice(0, 60))) || long.test(bare))) ||
    sureHeads.test(bare) ||
    classHead.test(text)
  )
}

/** True where the text, a list or a sentence, begins with a body, however it is written. */
export function startsWithBody(text: string): boolean {
  const head = text.slice(0, 80)
  const written = spelled(head)
  if (
    /^(?:tổ|cấp|ban|bộ|đội|hội|đoàn) (?:chức(?! (?:chính trị|đảng|xã hội|đoàn thể|, cá nhân))|hành|bách|ngũ|nghị|thảo|nước|điện)/u.test(
      written,
    )
  )
    return false
  // "Lãnh đạo, chỉ đạo hoàn thành …" is work; "Lãnh đạo Sở" a body.
  if (
    /^lãnh đạo(?:,|\s+(?:chỉ đạo|thực hiện|tổ chức|việc|và chỉ đạo|hoàn thành|triển khai|toàn diện))/u.test(
      written,
    )
  )
    return false
  return short.test(written) || long.test(plain(head)) || classOfBodies.test(written)
}

/** "… liên quan" as a body of its own, also without "các" ("và đơn vị liên quan"). */
export const opensUnnamed = (text: string): boolean => openPattern.test(spelled(text))

/** False only where the text leaves open who is meant ("các cơ quan, đơn vị liên quan", "các ngành chức năng"). */
export function isNamed(text: string): boolean {
  const written = spelled(text)
  return !openTail.test(written) && !vague.test(written)
}
