import type { FindingKind } from '../../../../domain/finding.ts'

const dossier = {
  vi: 'Thông tư 16/2025/TT-BXD, Phụ lục I, II (lớp dữ liệu của hồ sơ quy hoạch)',
  en: 'Circular 16/2025/TT-BXD, annexes I, II (layers of the planning dossier)',
}
const oneGround = {
  vi: 'Luật 47/2024/QH15: ba cấp quy hoạch chung, phân khu, chi tiết; điều về sự phù hợp giữa các cấp chưa kiểm chứng',
  en: 'Law 47/2024: three levels, general, zoning, detailed; the article on how they fit is not verified',
}

/** Faults of shapes, and of plans on the ground. */
export const kindsOfPlaces = {
  'invalid-shape': {
    severity: 'stop',
    vi: '{label}: hình không hợp lệ ({why}).',
    en: '{label}: the shape is not valid ({why}).',
    mend: {
      vi: 'Mở đối tượng, xem đề xuất sửa hình, hoặc vẽ lại chỗ đã đánh dấu.',
      en: 'Open the entry and look at the proposed mend, or redraw the place that is marked.',
    },
    example: { vi: 'Đường bao ô đất tự cắt', en: 'The border of a zone crosses itself' },
    clause: dossier,
  },
  'no-area': {
    severity: 'stop',
    vi: '{label}: hình không có diện tích hoặc chiều dài.',
    en: '{label}: the shape has no area or no length.',
    mend: { vi: 'Vẽ lại hoặc kết thúc đối tượng.', en: 'Redraw it or end the entry.' },
    example: { vi: 'Ô đất có ba đỉnh thẳng hàng', en: 'A zone whose three corners lie on one line' },
    clause: dossier,
  },
  'same-shape': {
    severity: 'stop',
    vi: '{label} và {other} có cùng một hình.',
    en: '{label} and {other} have one and the same shape.',
    mend: {
      vi: 'Giữ một đối tượng, kết thúc đối tượng nhập hai lần.',
      en: 'Keep one and end the one that came in twice.',
    },
    example: { vi: 'Một ô đất được nhập hai lần', en: 'A zone that came in twice' },
    clause: null,
  },
  'zone-overlap': {
    severity: 'stop',
    vi: '{label} và {other} của cùng quy hoạch chồng lên nhau {size} m².',
    en: '{label} and {other} of one plan overlap by {size} m².',
    mend: {
      vi: 'Sửa ranh giới chung trên bản đồ, có bắt dính vào ranh giới của ô bên cạnh.',
      en: 'Redraw the common border on the map, snapping to the neighbour.',
    },
    example: { vi: 'Đường bao hai ô lệch nhau 20 cm', en: 'Two borders that lie 20 cm apart' },
    clause: dossier,
  },
  'zone-gap': {
    severity: 'stop',
    vi: 'Trong phạm vi {plan} có {size} m² không thuộc ô đất nào.',
    en: 'Within {plan} there are {size} m² that belong to no zone.',
    mend: {
      vi: 'Vẽ ô còn thiếu, hoặc kéo ranh giới các ô bên cạnh cho khít.',
      en: 'Draw the zone that is missing, or close the borders of its neighbours.',
    },
    example: { vi: 'Một ô đất bị sót giữa các ô', en: 'A zone left out among the others' },
    clause: dossier,
  },
  'parcel-overlap': {
    severity: 'note',
    vi: '{label} và {other} chồng lên nhau {size} m².',
    en: '{label} and {other} overlap by {size} m².',
    mend: {
      vi: 'Thửa đất là bản sao: báo cơ quan quản lý bản đồ địa chính, nhập lại bản đã sửa.',
      en: 'Parcels are a copy: tell the land registry, and import its mended copy.',
    },
    example: { vi: 'Hai tờ bản đồ ghép lệch nhau', en: 'Two map sheets joined with a shift' },
    clause: null,
  },
  'outside-town': {
    severity: 'stop',
    vi: '{label} nằm ngoài địa giới {size} {unit}.',
    en: '{label} lies {size} {unit} outside the boundary of the town.',
    mend: {
      vi: 'Kiểm tra hệ tọa độ lúc nhập; nếu đối tượng thuộc địa phương khác thì kết thúc nó.',
      en: 'Check the coordinates of the import; end the entry where it belongs to another town.',
    },
    example: {
      vi: 'Kinh tuyến trục sai làm bản vẽ dời đi',
      en: 'A wrong central meridian moved the drawing',
    },
    clause: dossier,
  },
  'outside-plan': {
    severity: 'stop',
    vi: '{label} nằm ngoài phạm vi {plan} {size} m².',
    en: '{label} lies {size} m² outside of {plan}.',
    mend: {
      vi: 'Sửa ô đất hoặc ranh giới quy hoạch theo quyết định phê duyệt.',
      en: 'Mend the zone, or the border of the plan, by the decision that approved it.',
    },
    example: {
      vi: 'Ô đất vượt ranh giới lập quy hoạch',
      en: 'A zone that reaches over the border of its plan',
    },
    clause: dossier,
  },
  'plans-contradict': {
    severity: 'stop',
    vi: '{label} ({plan}) và {other} ({otherPlan}), hai quy hoạch cùng cấp, khác chức năng trên {size} m².',
    en: '{label} ({plan}) and {other} ({otherPlan}), plans of one level, say different things of {size} m².',
    mend: {
      vi: 'Nhập văn bản của cấp phê duyệt xác định quy hoạch được áp dụng, hoặc kết thúc ô của quy hoạch bị thay thế.',
      en: 'Enter the writing that says which plan prevails, or end the zone of the plan that was replaced.',
    },
    example: {
      vi: 'Hai quy hoạch phân khu giáp nhau cùng vẽ một dải đất',
      en: 'Two neighbouring zoning plans both draw one strip of land',
    },
    clause: { vi: 'Nghị định 178/2025/NĐ-CP, Điều 6', en: 'Decree 178/2025, art. 6' },
  },
  'levels-disagree': {
    severity: 'stop',
    vi: '{label} ({plan}) không phù hợp với {other} ({otherPlan}) của quy hoạch cấp trên, trên {size} m².',
    en: '{label} ({plan}) does not fit {other} ({otherPlan}) of the plan above, over {size} m².',
    mend: {
      vi: 'Đối chiếu hai quyết định; nếu cấp trên đã điều chỉnh thì nhập bản điều chỉnh, nếu không thì sửa ô của cấp dưới.',
      en: 'Compare the two decisions: import the revised plan above, or mend the zone of the plan below.',
    },
    example: {
      vi: 'Phân khu vẽ nhóm nhà ở trên đất nông nghiệp của quy hoạch chung',
      en: 'A zoning plan with housing on what the general plan keeps as farmland',
    },
    clause: oneGround,
  },
  'area-differs': {
    severity: 'note',
    vi: '{label}: diện tích ghi {declared} m², hình có {measured} m².',
    en: '{label}: the stated area is {declared} m², the shape has {measured} m².',
    mend: {
      vi: 'Đối chiếu bảng thống kê của hồ sơ; sửa số hoặc sửa hình.',
      en: 'Compare with the table of the dossier; mend the figure or the shape.',
    },
    example: { vi: 'Diện tích ghi theo ha trong cột m²', en: 'Hectares in a column of square metres' },
    clause: dossier,
  },
} as const satisfies Record<string, FindingKind>
