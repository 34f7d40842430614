/** Parts of invented names; a person is put together from one row of each list. */
export type NameLists = {
  readonly family: readonly string[];
  readonly menMiddle: readonly string[];
  readonly womenMiddle: readonly string[];
  readonly men: readonly string[];
  readonly women: readonly string[];
};

export const kinhNames: NameLists = {
  family: (
    "Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Hồ Ngô Dương Trương Đoàn Lương Mai Tô Cao Châu Tạ Lưu " +
    "Nguyễn Trần Lê Nguyễn Võ Huỳnh"
  ).split(" "),
  menMiddle: "Văn Hữu Đức Minh Quang Thanh Công Quốc Đình Xuân Ngọc Anh".split(" "),
  womenMiddle: [
    "Thị",
    "Thị Thu",
    "Thị Kim",
    "Thị Ngọc",
    "Thị Thanh",
    "Thị Mỹ",
    "Thị Bích",
    "Thùy",
    "Thị Hồng",
    "Ngọc",
  ],
  men: (
    "An Bình Cường Dũng Đạt Giang Hải Hiếu Hòa Huy Khang Khoa Lâm Long Mạnh Nam Nghĩa Nhân Phong Phúc Quân Sơn " +
    "Tài Tân Thái Thịnh Toàn Trung Tuấn Vinh"
  ).split(" "),
  women: (
    "Anh Chi Cúc Dung Duyên Hà Hạnh Hằng Hiền Hoa Hương Lan Liên Loan Ly Mai My Nga Ngân Nhung Oanh Phương Quyên " +
    "Thảo Thu Thủy Trang Trinh Vân Yến"
  ).split(" "),
};

/** Jrai names; a woman's given name begins with H'. */
export const jraiNames: NameLists = {
  family: ["Rơ Châm", "Rơ Mah", "Siu", "Ksor", "Kpă", "Nay", "Rah Lan", "Puih", "Kpuih", "Rcom", "Ralan"],
  menMiddle: [""],
  womenMiddle: [""],
  men: "Thuân Blơn Djan Hyui Thoan Brot Suin Khoan Then Byưh Klơ Pyui".split(" "),
  women: "H'Lan H'Nhi H'Ngân H'Mơ H'Bía H'Dơn H'Yuên H'Phương H'Tuyết H'Chuyên".split(" "),
};

/** Bahnar names, most of them under the family name Đinh. */
export const bahnarNames: NameLists = {
  family: ["Đinh"],
  menMiddle: ["Văn", ""],
  womenMiddle: ["Thị"],
  men: "Hơnh Bưng Yơm Hlưt Nhinh Klum Pơm Dơng Hmưnh Brâu".split(" "),
  women: "Brơi Hiêm Mlai Byă Hrênh Nhơi Hlin Thơm Djưi Lơm".split(" "),
};
