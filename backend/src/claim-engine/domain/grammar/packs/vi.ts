import type { LanguagePack } from '../language-pack';

export const vi: LanguagePack = {
  code: 'vi',
  accentsMatter: true,
  of: 'của',
  claim: `
    lấy hết | mua hết | chốt hết | chốt | chốt đơn | em chốt | mình chốt | chị chốt | lấy | em lấy | mình lấy | chị lấy
    cho em lấy | cho em | cho mình | cho chị | mua | em mua | mình mua | chị mua | đặt | em đặt | đặt mua | lên đơn | chốt cho em
    chốt cho mình | chốt giúp em | lấy cho em | lấy cho mình | giữ cho em | giữ cho mình | để em | để cho em | của em | của mình
    tôi lấy | tôi mua | chot | lay
  `,
  claimWeak: 'muốn | muốn mua | em muốn | giữ | cần | quan tâm | để lại | mua được',
  pass: 'em muốn hủy | em xin hủy | em xin hủy mã | cho em hủy mã | hủy giúp em | em muốn hủy mã | muốn hủy | hủy | huỷ | hủy đơn | huỷ đơn | hủy mã | bỏ | bỏ mã | bỏ đơn | nhường | em hủy | em bỏ | cancel | xin hủy | cho em hủy',
  passWeak: 'không trả tiền | không chuyển khoản | trả | nhả | xóa | bỏ qua | nhường lại | khỏi',
  noLonger: `
    thôi không lấy | thôi ko lấy | thôi k lấy | đổi ý | em đổi ý | không lấy nữa | ko lấy nữa | k lấy nữa | không mua nữa
    không chốt nữa | thôi khỏi
    thôi bỏ | thôi bỏ mã | thôi hủy | thôi huỷ | thôi hủy mã
  `,
  change: 'đổi | đổi sang | đổi thành | đổi qua',
  wait: 'cho em xếp hàng | cho em chờ | em xếp hàng | cho em dự bị | em dự bị | xin dự bị | xin chờ | dự bị | chờ | xếp hàng | danh sách chờ | đợi | em chờ | em đợi | hàng chờ',
  waitWeak: 'tiếp theo | kế tiếp | sau | thứ hai',
  thing: `
    thạch anh tím | thạch anh hồng | thạch anh trắng | thạch anh vàng | thạch anh xanh | thạch anh đen | thạch anh | thạch anh tóc | mắt mèo | cẩm thạch |
    váy | đầm | áo | quần | chân váy | áo khoác | áo sơ mi | túi | túi xách | ví | giày | dép | mũ | nón | dây chuyền | nhẫn | vòng tay | bông tai | đồng hồ | nước hoa | son | búp bê | gấu bông | bình hoa | đèn | gương | ly | cốc | nồi | chăn | gối
  `,
  topic: `
    ship | phí ship | giao hàng | giao | gửi hàng | cod | live tiếp | live lại | lần sau live | địa chỉ | cửa hàng | chuyển khoản | mấy giờ | khi nào live | tối mai live
  `,
  vocative: `
    chị yêu | mợ | nàng | bà chủ | cưng | thím | má | mom | dì | người đẹp | nàng ơi | cô chủ | chủ shop | bé ơi | chế | ní | bà ơi | cưng ơi | mấy chị | chị đẹp | sếp | chị gái | nàng thơ | bạn iu
  `,
  talkEnd: 'nhưng | nhưng mà | nên | vậy nên',
  shared: 'cả hai = 2 | cả 2 = 2 | đều = * | tất cả = * | cả ba = 3 | cả 3 = 3',
  wish: 'em muốn | muốn | cho em',
  harmlessBeforeClaim: `
    mê cái này lâu rồi | mê món này lâu rồi | thích lâu rồi | ưng lâu rồi |
    lương về rồi | lương về | mới lãnh lương | có lương rồi | rinh về liền | rinh liền | rinh luôn | mê lâu rồi | mê cái này lâu rồi | đợi lâu rồi | chờ lâu rồi | canh mãi | canh nãy giờ | kiếm lâu rồi | tìm mãi | không cưỡng nổi | không chịu nổi |
    chồng cho | chồng cho rồi | chồng cho phép | mẹ cho | ck cho | ck cho rồi |
    hết tiền | hết tiền rồi | đồng ý | đồng ý rồi | không có tiền | chồng la | chồng mắng | chồng đồng ý | vô trễ | vào trễ
  `,
  label: `
    mã | mã số | số | đơn | code | mẫu | sản phẩm | no | item | món | hàng | áo | váy | đầm | quần | túi
    ma
  `,
  filler: `
    em | mình | chị | tôi | anh | tui | cho | này | đó | kia | thêm | luôn | ngay | nhé | nha | nhe | ạ | a | với | cả | cũng
    đi | giúp | dùm | giùm | gium | cái | con | chiếc | ở | là | vào | e | c | một | lại | nè | nghen | hen | liền
  `,
  harmless: `
    đừng bỏ qua em | đừng quên em | đừng bỏ sót em | đừng bỏ qua mình | đừng quên mình | rớt mạng | em rớt mạng | bị rớt mạng | mạng lag | mạng lag quá | mạng yếu | mạng chậm quá | điện thoại hết pin | đt hết pin | hết pin | vào lại rồi | quay lại rồi | em quay lại rồi | bị văng ra | bị văng live | lương về rồi | có lương rồi | lãnh lương rồi | nhận lương rồi | chồng cho rồi | chồng duyệt rồi | chị em ơi | mọi người ơi | cả nhà ơi | ghi cho em | ghi cho e | ghi cho mình | ghi giúp em | note cho em | note giúp em | lẹ lẹ | pin sắp hết | sắp hết pin | pin còn | mua lần đầu | lần đầu mua | đừng cho ai lấy | đừng cho ai | đừng bán cho ai | đừng đưa ai | mới nhận lương | vừa nhận lương | mới lãnh lương | lương mới về |
    iu | shop iu | shop yêu | iu shop nhiều | yêu shop nhiều |
    chốt đơn nha | quá đã | đỉnh | xịn | xịn quá | ôi trời | trời | hú | yeahh | ok luôn | ưng | mê | mê lắm | đẹp lắm | xinh lắm |
    hết tiền | hết tiền rồi | em hết tiền | em hết tiền rồi | cho chị kia
    c ơi | a ơi | e ơi | c oi | chi oi | chị oi | shop oi | b ơi
    thích | shop | shop ơi | ơi | chị ơi | em ơi | anh ơi | bạn ơi | cám ơn | cảm ơn | cảm ơn shop | cảm ơn chị | thanks | tks
    chào | chào shop | chào chị | xinh | xinh quá | đẹp | đẹp quá | đẹp ghê | dễ thương | dễ thương quá | thích quá | mê quá
    ưng quá | vâng | dạ | da | ok | oke | haha | hihi | ui | ôi | trời ơi | yêu shop | iu shop | nhá | nghe | bạn | cô | chú
    ad | admin | yeah | hay quá | xin lỗi | sorry
  `,
  subject: 'chúng tôi | bọn em',
  my: 'của tôi | của tui',
  and: 'và | với | cùng | va | rồi',
  or: 'hay | hoặc | hay là | thay vì | hoac',
  questionAnywhere: `
    xuống xem | ra xem | lên xem
    bao nhiêu | bao nhieu | bn | giá | gia | giá sao | nhiêu | mấy | gì | ai | khi nào | ở đâu | đâu vậy | sao | tại sao
    thế nào | làm sao | còn không | còn ko | còn k | còn hông | còn hok | con khong | còn | hết chưa | có | được không
    được ko | chưa | hả | size nào | nào | vậy | bao lâu | phải không | đúng không | không ạ | ko ạ | không shop | ko shop
    không vậy | hông | kịp không | không nhỉ | nhỉ | chứ | hở | xem | hỏi | cho hỏi | cho xem | tư vấn
  `,
  questionAtStart: 'đã | có phải',
  not: 'đừng bỏ qua em | đừng quên em | đừng bỏ sót em | đừng bỏ qua mình | đừng quên mình | không | khong | ko | k | kg | hok | chẳng | chả | đừng | dung | chớ | thôi | khỏi | không có | chưa | đừng cho ai lấy | đừng cho ai | đừng bán cho ai | đừng đưa ai',
  anymore: 'nữa | nua',
  report: `
    hôm qua | tuần trước | tháng trước | năm ngoái | hồi | lần trước | hết hàng | hết | hết rồi | bán hết | bán rồi | mất rồi
    đã bán | đã chốt | đã lấy | đã mua | họ | nó | người ta | người khác | ai đó | tiếc | tiếc quá | trễ | trước | hụt | vừa mua
    mới mua | giá như | ước gì | xưa | mua rồi | lấy rồi | chốt rồi | ngoái
  `,
  recipient: 'bởi | cho chị kia',
  doubt: `
    xin chồng | xin mẹ | xin phép chồng | hỏi ý | để em hỏi | để mình hỏi | để tôi hỏi | để anh hỏi | để chị hỏi | để hỏi | nghĩ thêm | nghĩ đã | nghĩ lại | suy nghĩ | cân nhắc | đắn đo |
    mẹ con | hai mẹ con | mẹ con em | chị em | anh chị em | mọi người | cả nhà | hết tiền | hết tiền rồi | em hết tiền | em hết tiền rồi | cho chị kia
    có lẽ | chắc | hình như | nhưng | mai | ngày mai | hôm nay | gần | khoảng | giữa | đến | tới | phân vân | khác | trừ | như
    chỉ | test | thử | định | tính | suy nghĩ | hơn | từ | rồi | đang | sẽ
  `,
  condition: 'nếu | neu | nếu còn | trừ khi | miễn là | tùy | giả sử | lỡ | khi có',
  joke: 'đùa | đùa thôi | giỡn | giỡn thôi | nói chơi | đùa tí | em đùa',
  correction: `
    không phải | ủa không | ủa nhầm | ý em là | ý mình là | ý là | nhầm | lộn | à nhầm | à không | sửa lại | xin lỗi | ý tôi là
    khoan
  `,
  all: 'tất cả | hết cả | toàn bộ | cả hai | tat ca | lấy hết | mua hết | chốt hết',
  times: 'x | số lượng | sl',
  pieces:
    'thỏi | lọ | tuýp | hũ | cây son | thỏi son | hộp kem | lọ kem | tuýp kem | chai nước hoa | lọ nước hoa | cây | chậu | cái | chiếc | bộ | con | đôi | hộp | cặp | gói | chai | cuốn | bịch | thùng | cai | c',
  counts:
    'một = 1 | hai = 2 | ba = 3 | bốn = 4 | năm = 5 | sáu = 6 | bảy = 7 | tám = 8 | chín = 9 | mười = 10',
  release: 'hủy | bỏ | nhả | boom',
  age: 'tuổi | tháng',
  sizeMark: 'size | sz | cỡ | sai | kích cỡ',
  sizes: 'nhỏ = S | vừa = M | lớn = L | free size | freesize = free size',
  colorNouns: 'màu',
  colors: `
    đỏ = red | xanh dương = blue | xanh nước biển = blue | xanh lá = green | xanh lá cây = green | xanh = blue | đen = black
    trắng = white | hồng = pink | tím = purple | vàng = yellow | cam = orange | nâu = brown | xám = gray | be = beige
    kem = cream | bạc = silver | xanh đen = navy | màu đỏ = red | màu đen = black | màu trắng = white | màu hồng = pink
    màu vàng = yellow | màu xanh = blue | màu nâu = brown | màu tím = purple | màu be = beige | màu kem = cream | màu xám = gray
    den = black | đỏ gạch = red | đỏ đô = red | màu đỏ gạch = red | màu đỏ đô = red | xanh rêu = green | màu xanh rêu = green | xanh than = navy | màu xanh than = navy | hồng phấn = pink | màu hồng phấn = pink | vàng bò = brown
  `,
  measure:
    'phút | giờ | tiếng | ngày | tuần | tháng | năm | tuổi | người | lần | ký | kí | kg | gam | mét | cm | h | giây | bé',
  currency: 'k | đ | vnd | vnđ | đồng | ngàn | nghìn | triệu | tr | củ | xu',
  purpose: 'tặng | cho mẹ | cho con | cho bé | làm quà',
  address: `
    gộp đơn hôm qua | gộp với đơn hôm qua | gộp đơn hôm trước | gộp với đơn hôm trước | gộp với đồ hôm qua | order
    em ở | mình ở | chị ở | nhà em ở
    ck rồi | em ck rồi | đã ck | chuyển khoản rồi | em chuyển khoản | chuyển khoản | em ck | ck luôn | ck ngay | gộp đơn | gộp chung | gộp với
    giao | giao đến | giao tới | giao về | ship | ship về | ship đến | gửi về | gửi đến | địa chỉ | đc | sđt | sdt
    số điện thoại | zalo | dt | đt | nhận tại
  `,
  excuse: `
    đặt nhầm | em đặt nhầm | chốt nhầm | em chốt nhầm | lộn mã | lấy nhầm
  `,
  opener: `
    không thể tin được | không tin được | không chờ nổi | em chuyển khoản | mình chuyển khoản | thơm | thơm tới | thơm quá | giống hồi | giống y | hợp với | hợp với bộ | nhớ hồi | nhớ | ck vào đâu | chuyển khoản vào đâu | thanh toán sao | thanh toán thế nào |
    chuyển khoản | chuyển khoản liền | ck liền | ck ngay | em ck |
    màu này | mẫu này | hợp quá | vừa size | đúng gu | ship cho em | gửi cho em | lên đơn giúp
    tính tiền giúp | gói quà giúp | đi tiệc | đi làm | mặc tết | làm quà | giúp em | giúp mình | giao | ship
    gửi | gói | gộp | giữ giúp | để dành | tặng | cho mẹ | cho bé | cho con | cho chị em | mặc | để mặc
    đi biển | đi chơi | đẹp | xinh | mê | thích | ưng | săn mãi | canh mãi | chờ mãi | mong mãi | may quá
    cảm ơn | chuyển khoản | ck | thanh toán | đúng size | đúng màu | hợp với | kẻo | kẻo hết | không bỏ lỡ
    không cần ship | không vội | gom chung | gom đơn | gom giúp | gom với | gom chung đơn | cọc trước | em cọc
    mình cọc | tối em ck | tối ck | mai ck | mai em ck | lát ck | lát em ck | ck liền | ck sau | ck xong
    em ck xong | đã chuyển khoản | trả tiền mặt | cod | chào shop | chào cả nhà | shop ơi | shop xinh
    xinh quá | đẹp quá | đẹp xỉu | thích quá | mê quá | mê xỉu | ưng quá | ưng ghê | yêu quá | hợp da
    hợp với em | mặc đi | mang đi | đi đám cưới | đi học | cho bé nhà | cho mẹ em | cho mẹ chồng | cho chồng
    cho con gái | làm quà sinh nhật | quà sinh nhật | sinh nhật | tặng mẹ | tặng vợ | tặng bạn | lần đầu mua
    lần đầu | canh cả tối | chờ cả tối | đợi cả tối | đợi mãi | hóng mãi | may ghê | hên quá | qua lấy
    ghé lấy | chiều qua lấy | mai qua lấy | nhận tại shop | gửi về quê | giao giờ hành chính | giao buổi tối
    em qua lấy | chiều em qua | mai em qua | tối em qua | chiều em ghé | cho hai bé | cho 2 bé | cho bà
    cho bà ngoại | cho bà nội | tặng bà | tặng mẹ em | tặng chị | tặng em gái | mê màu này | mê mẫu này
    mê cái này | mê xỉu luôn | khoan gửi | khoan giao | khoan ship | chưa cần gửi | để gửi sau | gửi sau
    để sau gửi | cuối tuần em | cuối tháng em | đúng ý em | đúng ý | đúng tông | đúng tone | phối với
    phối đồ | hợp tông | hợp màu | để đi | để tặng | để trưng | để trong | bỏ chung | bỏ chung đơn
    bỏ vào đơn | cho vào đơn | thêm vào đơn | cộng vào đơn | cộng đơn | gộp đơn cũ | em gửi tiền | em bank
    bank rồi | em bank rồi | bank liền | mình bank | momo | em momo | zalopay | tiền mặt | sđt em | đc em
    địa chỉ cũ | như cũ | như lần trước
    chiều em qua lấy | mai em qua lấy | tối em qua lấy | cuối tuần em gửi
    bỏ vô | bỏ vô đơn | bỏ vào | em chuyển | mình chuyển | chuyển tiền | yêu cả nhà | yêu shop | yêu chị | yêu
    cho phòng | cho nhà | để phòng | để bàn | hóng | hóng mặc | em ở | mình ở | nhà em ở | nhà mình ở
    hợp bếp | hợp nhà | hợp nhà em | hợp phòng
    em canh | mình canh | canh từ | canh từ đầu | canh hoài | chờ từ | đợi từ | em đợi | em chờ | mình chờ
    mình đợi | xinh quá trời | xinh quá trời luôn | đẹp quá trời | đẹp xỉu luôn | đẹp dữ | đẹp ghê | rẻ quá
    rẻ quá trời | giá tốt | giá yêu | hời quá | mẹ em | bé nhà em | bé nhà mình | con gái em | con em thích
    chị em | gửi về | ship về | giao về | ship tới | em gửi | mình gửi | cọc | em thích | em mê | mình thích
    mình mê | em kết | kết mẫu này | kết màu này | hôm nay trúng | diện tết | mặc cưới | diện | phối
    đúng cái | đúng cái em | tìm mãi | tìm hoài | kiếm mãi | kiếm hoài | lâu rồi mới | mỗi người một cái
    mỗi đứa một cái | một cái cho
    hồi hộp quá
  `,
  time: `
    mai | ngày mai | hôm nay | chiều | tối nay | sáng mai
  `,
  numerals: `
    mươi = *10 | mốt = 1 | lăm = 5 | tư = 4 | trăm = *100 | mười = 10
  `,
  harmlessIfDenied: `
    gói quà | cần gói quà | cần gói quà đâu | cần gói | cần gói đâu | cần bọc | cần ship gấp | cần giao gấp
    cần gấp | gấp | gấp đâu | vội | vội đâu | cần vội | cần hóa đơn | cần hoá đơn | cần túi | cần hộp
    cần hộp đâu | cần túi đâu | hóa đơn | túi giấy | tin được | thể tin được | thể tin | ngờ | ngờ luôn
    gửi vội | gửi liền | giao liền | giao gấp | ship gấp | ship liền
    ngờ còn | ngờ còn luôn | ngờ còn hàng | ngờ vẫn còn | ngờ còn size | tin còn | tin nổi | tin được luôn
    cần hộp quà | cần túi quà | cần bọc quà | cần gói kỹ | gửi vội nha | cưỡng lại được | thể cưỡng lại
    chịu nổi | bỏ lỡ | thể bỏ lỡ
  `,
  harmlessTalk: `
    hôm trước | đơn hôm trước | chung đơn hôm trước | đơn trước | đơn cũ | với đơn cũ | chung với | cuối tuần | tới đây | đến đây | tới đây luôn | còn thức | chưa ngủ | tối nào cũng xem | ngày nào cũng xem
    cuối tháng | tuần sau | tháng sau | tối nay | chiều nay | giúp e | giúp em với | cho em với | nha shop
    nhé shop | nha chị | nhé chị | sau | không ngờ | còn luôn | ngờ còn | 60 tuổi | gửi nha chị
    rồi nha | rồi ạ | k rồi | chuyển rồi | cả nhà | liền luôn | gấp đâu chị
    kẻo chồng | chồng la | chồng mắng | chồng khen | chồng em | từ đầu live | từ đầu | tới giờ | đến giờ
    từ hôm qua | từ tuần trước | của hôm qua | với đơn hôm qua | cái cũ | cái cũ hư rồi | không cần hộp
    không cần | từ hồi | lần trước | như mọi khi
    hồi hộp | hồi hộp quá | giá này | giá này quá | giá này ok | quá ok | hụt mất | lần trước hụt | tiếc ghê
    lần trước hụt mất
  `,
  unsettlingTalk: `
    nhưng | nếu | bao giờ | rẻ hơn | giảm | hỏi chồng | hỏi lại | để em hỏi | để hỏi | để xem | xem lại
    suy nghĩ | nghĩ lại | ai đó | người ta | đã mua | đã lấy | mua rồi | lấy rồi | có rồi | được rồi
    chúc mừng | hụt | hàng giả | fake | đăng lại | xem lại live | chắc | có lẽ | hình như | hay là | hoặc
    giỡn | đùa | mặc kệ | để mặc kệ | để sau tính | tính sau | để tính | hên xui | tiếc quá | tiếc ghê
    chồng không | chồng em không | trong mơ | theo chị | theo bạn | theo anh | vợ không
    khi nào | chừng nào
    bàn với | bàn lại
  `,
  retraction: `
    thôi | bỏ qua | quên đi | không phải | nói giỡn | giỡn thôi | đùa thôi | đổi ý | rút lại | khoan
    khoan đã | chờ chút | đợi chút
  `,
  mistake: `
    nhầm | lộn | gõ nhầm | bấm nhầm | nhắn nhầm | con em | con mèo | mèo | gõ bậy
  `,
  cancelWord: `
    hủy | huỷ | hủy đơn | huỷ đơn | hủy mã | em hủy | xin hủy | cho em hủy | cancel
    hủy giúp
  `,
  date: `
    lúc |
    lúc | ngày | mùng | tháng | khoảng | sau | trước | từ | đến | tới | tròn | lên
  `,
  street: `
    đường | ngõ | hẻm | phố | quận | phường | chung cư | tòa | căn hộ
  `,
  others: `
    người khác | thắng | chồng | tiếc | mắc quá
  `,
  past: `
    hôm qua | tuần trước | tháng trước
  `,
  era: 'năm | tết | hè',
  oneEach: `
    mỗi mã 1 cái | mỗi mã 1 | mỗi cái 1 | mỗi mẫu 1 cái | mỗi mã một cái | mỗi mẫu 1 | mỗi món 1 | mỗi thứ 1 | mỗi cái một | mỗi mã 1 sp
  `,
};
