"""What cadres and clerks write short, and the words it stands for.

Only forms that are no Vietnamese syllable are listed, so that none is taken for a word. A form
with several meanings has the one usual in papers of the Party and the State.
"""

from __future__ import annotations

OFFICIAL: dict[str, str] = {
    # bodies
    "bch": "ban chấp hành", "bchtw": "ban chấp hành trung ương", "btv": "ban thường vụ",
    "btvtu": "ban thường vụ tỉnh ủy", "bct": "bộ chính trị", "bbt": "ban bí thư",
    "tw": "trung ương", "bcs": "ban cán sự", "bcsđ": "ban cán sự đảng",
    "btgtw": "ban tuyên giáo trung ương", "btg": "ban tuyên giáo", "tgtw": "tuyên giáo trung ương",
    "btgdv": "ban tuyên giáo và dân vận", "btg&dv": "ban tuyên giáo và dân vận",
    "btc": "ban tổ chức", "ubkt": "ủy ban kiểm tra",
    "bca": "bộ công an", "bqp": "bộ quốc phòng", "byt": "bộ y tế", "btp": "bộ tư pháp",
    "bnv": "bộ nội vụ", "bxd": "bộ xây dựng", "bkhcn": "bộ khoa học và công nghệ",
    "bgdđt": "bộ giáo dục và đào tạo", "bnnmt": "bộ nông nghiệp và môi trường",
    "catp": "công an thành phố",
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "hdnd": "hội đồng nhân dân",
    "ubtvqh": "ủy ban thường vụ quốc hội", "đbqh": "đại biểu quốc hội",
    "qh": "quốc hội", "cp": "chính phủ", "ttg": "thủ tướng",
    "ttcp": "thủ tướng chính phủ", "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "ubmttq": "ủy ban mặt trận tổ quốc", "đtn": "đoàn thanh niên", "lđlđ": "liên đoàn lao động",
    "tand": "tòa án nhân dân", "tandtc": "tòa án nhân dân tối cao",
    "vksnd": "viện kiểm sát nhân dân", "vksndtc": "viện kiểm sát nhân dân tối cao",
    "cqđt": "cơ quan điều tra", "csđt": "cảnh sát điều tra", "csgt": "cảnh sát giao thông",
    "cand": "công an nhân dân", "qđnd": "quân đội nhân dân", "đcsvn": "đảng cộng sản việt nam",
    "cty": "công ty", "ctcp": "công ty cổ phần", "tnhh": "trách nhiệm hữu hạn", "htx": "hợp tác xã",
    "dnnn": "doanh nghiệp nhà nước", "dn": "doanh nghiệp", "nhnn": "ngân hàng nhà nước",
    "nhtm": "ngân hàng thương mại", "tctd": "tổ chức tín dụng", "kbnn": "kho bạc nhà nước",
    "đhqg": "đại học quốc gia", "đh": "đại học", "cđ": "cao đẳng", "thpt": "trung học phổ thông",
    "thcs": "trung học cơ sở", "hđqt": "hội đồng quản trị", "hđtv": "hội đồng thành viên",
    "đhđcđ": "đại hội đồng cổ đông", "vn": "việt nam", "tp": "thành phố",
    "evn": "tập đoàn điện lực việt nam",
    "tphcm": "thành phố hồ chí minh", "hcm": "hồ chí minh", "đbscl": "đồng bằng sông cửu long",
    # documents
    "nq": "nghị quyết", "nđ": "nghị định", "tt": "thông tư", "qđ": "quyết định", "kh": "kế hoạch",
    "hd": "hướng dẫn", "ct": "chỉ thị", "kl": "kết luận", "cv": "công văn", "tb": "thông báo",
    "bc": "báo cáo", "ctr": "chương trình", "vbqppl": "văn bản quy phạm pháp luật",
    "vbpl": "văn bản pháp luật", "blhs": "bộ luật hình sự", "blds": "bộ luật dân sự",
    "bllđ": "bộ luật lao động", "blld": "bộ luật lao động",
    "bltths": "bộ luật tố tụng hình sự", "blttds": "bộ luật tố tụng dân sự",
    "hnđ": "hôn nhân và gia đình", "hngđ": "hôn nhân và gia đình",
    # matters
    "đmst": "đổi mới sáng tạo", "cđs": "chuyển đổi số", "khcn": "khoa học công nghệ",
    "kh&cn": "khoa học và công nghệ",
    "cntt": "công nghệ thông tin", "cnh": "công nghiệp hóa", "hđh": "hiện đại hóa",
    "csdl": "cơ sở dữ liệu", "ttnt": "trí tuệ nhân tạo", "gdđt": "giáo dục và đào tạo",
    "gd&đt": "giáo dục và đào tạo", "ktxh": "kinh tế xã hội", "kt-xh": "kinh tế - xã hội",
    "xhcn": "xã hội chủ nghĩa", "qlnn": "quản lý nhà nước", "nsnn": "ngân sách nhà nước",
    "cchc": "cải cách hành chính", "tthc": "thủ tục hành chính", "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến", "cbcc": "cán bộ công chức",
    "cbccvc": "cán bộ công chức viên chức", "ccvc": "công chức viên chức",
    "anqp": "an ninh quốc phòng", "qpan": "quốc phòng an ninh", "antt": "an ninh trật tự",
    "atgt": "an toàn giao thông", "attt": "an toàn thông tin", "attp": "an toàn thực phẩm",
    "pccc": "phòng cháy chữa cháy", "pctn": "phòng chống tham nhũng", "bvmt": "bảo vệ môi trường",
    "gpmb": "giải phóng mặt bằng", "qsdđ": "quyền sử dụng đất", "qsdd": "quyền sử dụng đất",
    "gcnqsdđ": "giấy chứng nhận quyền sử dụng đất", "tnhs": "trách nhiệm hình sự",
    "vphc": "vi phạm hành chính", "xphc": "xử phạt hành chính",
    "xpvphc": "xử phạt vi phạm hành chính", "bhxh": "bảo hiểm xã hội", "bhyt": "bảo hiểm y tế",
    "bhtn": "bảo hiểm thất nghiệp", "nlđ": "người lao động", "nld": "người lao động",
    "nsdlđ": "người sử dụng lao động", "nsdld": "người sử dụng lao động",
    "hđlđ": "hợp đồng lao động", "hdld": "hợp đồng lao động", "hđ": "hợp đồng", "lđ": "lao động",
    "gtgt": "giá trị gia tăng", "tndn": "thu nhập doanh nghiệp", "tncn": "thu nhập cá nhân",
    "ttđb": "tiêu thụ đặc biệt", "xnk": "xuất nhập khẩu", "sxkd": "sản xuất kinh doanh",
    "xdcb": "xây dựng cơ bản", "gtvt": "giao thông vận tải", "tnmt": "tài nguyên môi trường",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn", "nn&mt": "nông nghiệp và môi trường",
    "tn&mt": "tài nguyên và môi trường", "kh&đt": "kế hoạch và đầu tư",
    "tt&tt": "thông tin và truyền thông", "vhtt&dl": "văn hóa thể thao và du lịch",
    "lđtb&xh": "lao động thương binh và xã hội", "tg&dv": "tuyên giáo và dân vận",
    "dnnvv": "doanh nghiệp nhỏ và vừa", "ntm": "nông thôn mới",
    "dtts": "dân tộc thiểu số", "cssk": "chăm sóc sức khỏe", "kcb": "khám bệnh chữa bệnh",
    "cmnd": "chứng minh nhân dân", "cccd": "căn cước công dân", "sv": "sinh viên",
    "gv": "giáo viên", "kltn": "khóa luận tốt nghiệp", "lvtn": "luận văn tốt nghiệp",
    "ctđt": "chương trình đào tạo", "nckh": "nghiên cứu khoa học", "ncs": "nghiên cứu sinh",
    "hlv": "huấn luyện viên", "ktx": "ký túc xá", "đkhp": "đăng ký học phần",
}  # fmt: skip
HURRIED: dict[str, str] = {  # of typing, not of print
    "ko": "không", "đc": "được", "dc": "được", "ntn": "như thế nào",
    "bn": "bao nhiêu",
    "trc": "trước", "kv": "khu vực", "j": "gì", "z": "vậy", "zậy": "vậy", "dz": "vậy",
    "vb": "văn bản", "yc": "yêu cầu",
    "vs": "với", "ng": "người", "pl": "pháp luật", "đk": "điều kiện",
    "qđịnh": "quy định", "gq": "giải quyết", "vđ": "vấn đề",
    "nhg": "những", "nhữg": "những", "ttr": "tờ trình",
    "hl": "hiệu lực",
    "trg": "trong", "cq": "cơ quan", "kq": "kết quả", "hok": "không", "hông": "không",
}  # fmt: skip
MEANINGS = {**HURRIED, **OFFICIAL}
SHORT_OF: dict[tuple[str, ...], str] = {
    tuple(words.split()): short for short, words in reversed(OFFICIAL.items()) if " " in words
}
LONGEST = max(len(words) for words in SHORT_OF)
