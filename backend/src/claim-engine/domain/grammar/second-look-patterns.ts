// Forms in which a number beside a claim often means something else. Each line has the condition under which
// the doubt applies (`Condition` in second-look.ts), the reason for the review, and a pattern. The pattern is
// applied to the comment in lowercase, with single spaces and plain quotes and digits. `{n}` stands for the
// number in doubt, `{few}` for a small one, `{amount}` for a small one that may be spelled out, `{day}` for a
// day of the month, and `{end}` for the end of the comment, after courtesy. A line that begins with `#` has
// examples of the pattern below it, which the spec tests.

export const ENGLISH_DOUBTS = String.raw`
# sold 33 and 1 for my mom | sold 7, that's 5 for me
extra amount-unclear \d\d\D{1,20}(?<!#|no\. |(?:number|item|sold|mine|claim|take|dibs) )\b(?<n>[1-5])(?!\d) (?:more )?for (?:me|my|mom|mum|sis|the|a|an|our|her|him)\b
extra amount-unclear \bthat'?s (?<n>[1-9])(?!\d) for me\b
# sold 33 another one for my sister | sold 33 and one for my mom too | sold 33 & one for my mom too | sold 33 one for me one for my mom
single amount-unclear (?:\banother|(?:\b(?:and|plus|also|then)|[&+,]) one|\bone for .{1,30}\bone) (?:one )?for (?:me|mom|mum|sis|her|him|my (?:mom|mum|mother|dad|sis|sister|bestie|friend|daughter|son|girls?|niece|aunt|grandma|neighbor))\b
# sold 33 one for each of my girls | sold 33 one each color
single amount-unclear ^\D*\d+\D*\bone (?:for )?each\b
# sold 33 $12 and 34 $15 | sold 33 for $12 and 34 please | sold 33 12$ and 34 15$
missed bare-list (?:[$£€] ?\d[\d.]*|\d ?[$£€])[^\d]{0,20}(?:\b(?:and|plus|also|then|et|und|y|e)|[&+,]) ?(?:(?:the|le|el|o|die|il) )?#?{n}(?= ?(?:$|[!.$£€&,-]|\d+ ?[$£€]|(?:for|à|a|de|por|für) ?\d*[$£€]|(?:r\$)|(?:and|plus|please|pls|plz|too|also|thanks|thank|thx|ty)\b|the [a-z]{1,12} ?[$£€]))
# sold 33 size 8 and 10
extra options-unclear \bsize ?\d{1,2} ?(?:and|&|,|\+|or) ?(?<n>[1-9]|1\d|2[0-4])(?!\d)(?= ?(?:$|[.!]|please|pls|thanks|thx))
# sold set of 3 | sold box of 12
claimed number-of \b(?:set|pack|box|bag|bundle|pair|case|lot|dozen)s? of {n}\b
# sold 12-pack
claimed number-of \b{n}-(?:pack|piece|pc|set)\b
# sold 33 2 piece set | sold 33 6 pack socks
quantity amount-unclear \b{amount}[ -]?(?:pieces?|pcs?|packs?|pk)\.? sets?\b
quantity amount-unclear \b{amount}[ -]?(?:piece|pc|pack|pk)\.? (?!(?:thanks|plus|plss|yess|boss|miss|bless|always|kisses)\b)[a-z]{3,}s\b
# sold 33 4 piece! | sold 33 2 set earrings
quantity amount-unclear (?<!\b(?:order|ambil|keep|pesan|chốt|chot|lấy|lay) .{0,15})\b{amount}[ -]?(?:piece|pack|set (?!(?:please|pls|plz|thanks|thx|kak|sis|nha|nhé|maam|mam|ate|bang|boss|shop)\b)[a-z]{3,}){end}
# sold 33 the 4 piece in red
quantity amount-unclear \bthe {amount}[ -]?(?:piece|pc|pack)\b
# sold 18" chain | sold 24in necklace
claimed measure-beside (?<!["'])\b{n}(?:"|''|in\b|' ) ?(?!(?:please|pls|plz|thanks|red|blue|black|white|pink|green|small|medium|large|size)\b)[a-z]{3,}
# sold the 80s jacket | sold 90's jeans
claimed measure-beside \b(?<n>[2-9]0|19\d0|20\d0)'?s (?!(?:please|pls|plz|thanks|thank|and|for|sold|mine)\b)[a-z]{3,}
# sold 33 love it x10 | sold 33 thank you x2
quantity times-unclear \b(?:love it|yes|you|thanks|omg|love) ?x ?{n}\b
# sold 33 also had 12 | sold 33 and i have 12
extra story-beside (?<!\b(?:can i|could i|may i|i'?ll|i will|let me) )\b(?:had|have|has|got) (?:#|item |number )?{n}\b
# for 20 sold | I'll do 20. sold
claimed price (?:^(?:for|i'?ll (?:do|give|pay)|do|give|offer|pay)|\b(?:it|them|this|that|one) for) {n}[ .,!]{1,3}(?:and )?(?:it'?s )?(?:sold|mine|dibs|claim)\b
# 20 for the set sold | 20 and its sold
claimed price ^{n} (?:for the (?:set|lot|pair|bundle|box|bag|pack|whole|both|two|three|rest)|and(?: it'?s)?) sold\b
# mine for 20 please
claimed price \b(?:mine|dibs|take) for {n}{end}
# take 20 for it
claimed price \b(?:mine|dibs|take) {n} for (?:it|this|that)[ .!]*$
# sold 33 best i can do is $12 | sold 33 I'll give $12
always price \b(?:best i can|i can (?:do|pay|give)|i(?:'?ll| will|'?d| would) (?:do|give|pay)|my (?:max|offer|budget|limit)|i only have) (?:[a-z]{1,6} ){0,3}[$£€] ?\d[\d.]*(?![\d.])(?! (?:now|today|tonight|tomorrow|shipping|for shipping|on |when|after|mon|tue|wed|thu|fri|sat|sun))
# mine 2 more of the same | mine 2 of this | mine 1 lang
claimed amount-unclear \b(?<![a-z])(?<n>[1-9]) (?:more|of (?:this|that|these|those|them|it)|lang)\b
# these 2 are mine
claimed amount-unclear \b(?:these|those) (?<n>[1-9])\b(?! ?(?:[,&+]|and\b) ?\d)
`;

export const EUROPEAN_DOUBTS = String.raw`
# lo quiero a 50 ❤️ | je prends à 50 | quero por 50 | nehme ich für 50 | prendo a 50 grazie
claimed price \b(?:quiero|m[ií][oa]|prendo|vendid[oa]) (?:a|por|per) {n}{end}
claimed price \b(?:quero|meu|minha|prends|vendue?|sold|ich|nehme|meins) (?:es )?(?:à|por|pour|f[uü]r|en) {n}{end}
# pour 20 je prends | für 15 meins
claimed price ^a {n} (?:lo|la|le|quiero|prendo)\b
claimed price ^(?:à|por|pour|per|f[uü]r) {n} (?:je|lo|la|le|quero|quiero|prendo|meins|nehme|mio|mío)\b
# el de 80 lo quiero | je prends celui à 20 | prendo quello da 20
claimed price \b(?:el|la|los|esse|essa|o|celui|celle|quello|quella|das) (?:de|à|da|f[uü]r) {n}\b
# meu 39,90 | meins für 9,99
fraction price (?<!\b(?:sold|mine|claim|take|dibs) |\d,)\b\d{1,3},(?<n>50|90|95|99)\b(?!,\d)
# je prends le 13 je passe le 15 pour récupérer | mio 13 paso el 15
passed story-beside \b(?:je passe|paso|pas[oó]|passo) (?:le|el|il|o|dia|à|às|a las) {day}\b
# prendo il 13 sei bellissima
quantity amount-unclear \bsei (?:bell|super|un|una|il|la|grand|fantastic|brav|tropp|mitic|stupend|top)
# mio 13 ti adoro
quantity amount-unclear \bti (?:adoro|amo|voglio|quiero)\b
# vendu 13 en deux fois
quantity amount-unclear (?<!x ?\d.{0,30})\ben (?:deux|trois|quatre|\d) fois\b
# mio 13 dos besos
quantity amount-unclear \b(?:dos|due|deux|dois|duas|tres|tre|trois) (?:besos|baci|bisous|beijos|amig)
# lo quiero para mi niña de 8
claimed number-in-reason \b(?:niñ[oa]|nin[oa]|hij[oa]|niet[oa]|fille|fils|figli[oa]|filh[oa]|tochter|sohn)s? (?:de|di|von) {n}\b
# el 20 te deposito lo mío | el 15 pago lo mio | il 27 prendo lo stipendio
claimed story-beside (?<!\b(?:m[ií][oa]|quiero|quero|meu|minha|prendo|prends|vendido|apartado|aparta|y|e|et) )\b(?:el|il|le|o|dia|día) {day} (?:te |lo |ti |je )?(?:deposito|pago|recojo|paso|passo|mando|transfiero|reçois|prendo lo stip|prendo la paga)
# te pago lo mio el 20
claimed story-beside \b(?:pago|deposito|m[aá]ndame lo|recojo|paga) .{0,20}(?<!(?<!\blo )\b(?:m[ií][oa]|quiero|quero|meu|minha|prendo|prends|aparta) )\b(?:el|il|le|o) {day}\b
# bonsoir du 59 je prends
claimed number-in-reason \b(?:bonsoir|bonjour|coucou|salut|hello) du {n}\b
# lo quiero para las 6 | je prends pour le 24
claimed number-in-reason \b(?:para (?:las|el|as)|pour le|per il|f[uü]r den) {day}\b
# ya pague mi apartado 13 | recojo mi apartado 13
always story-beside \b(?:pagu|pag[oó]\b|deposit|recojo|transfer)[^,.;!]{0,20}\bapartado\b
# já paguei meu 13 | separa o meu 13
always story-beside \b(?:paguei|manda|separa|separou|recebi) (?:o )?meu\b
# mio 13 y el 5 ya te lo pagué | vendu 13 et le 5 je l'ai déjà payé
extra story-beside \b(?:y|e|et|und) (?:lo del|el|o|le|il|die|das) {n} .{0,20}(?:pagu|pagad|pagat|payé|j'ai .{0,6}pay|bezahlt)
# mio 13, el 14 es para Ana | je prends le 13, le 14 est pour Julie
extra story-beside \b{n} (?:es|é|est|è|ist) (?:para|da|do|pour|per|f[uü]r)\b
# 13 war meins | 13 era pra ser meu
always story-beside \b(?:war|era|était) .{0,12}(?:meins|meu|mio|mío)\b
# 13 vendu 😢 | vendido el 13 :(
always story-beside (?:\d (?:vendu|vendido|venduto|verkauft)|(?:vendido|venduto|verkauft) (?:el |il |o |die )?\d+) ?:\(
# je prends le même que le 13 en noir
claimed story-beside (?<!\b(?:ahora|hoy|ya|yo|moi|quand|agora|eu) )\b(?:même|mismo|mesmo|stesso|gleiche[ns]?) .{0,12}{n}\b
# mio 13 dame 2 porfa | quero o 13, quero 2 | vendu 13 je prends 2
extra amount-unclear (?<!\b(?:y|e|et|und|también|tambien|também|aussi|auch|anche) )\b(?:dame|m[aá]ndame|quiero|quero|me v[eê]|je prends|nehme|prendo|give me|send me) (?<n>[1-5])(?!\d)
# los quiero los 2 | je prends les 3
claimed amount-unclear \b(?:los|las|les|os|as) (?<n>[1-9])\b(?! ?(?:[,&+]|(?:y|e|et)\b) ?(?:(?:el|la|le|o|a|los|las|les|os|as) )?\d)
# da nehme ich gleich 2
claimed amount-unclear \bgleich {few}\b
# quero 2 de cada cor
claimed amount-unclear \b{few} (?:de cada|di ogni|von jed)
# je prends le lot de 3 | prendo il set da 6
claimed number-of \b(?:lot|set|conjunto|paquete|kit|pack|confezione) (?:de|da|di|à|pour|a) {n}\b
# lo quiero 2 rojos y 1 azul
extra options-unclear \b[1-6] [a-zé]{3,} (?:y|e|et|und) {few} [a-zé]{3,}
`;

export const ASIAN_DOUBTS = String.raw`
# bu keep 13 | 13 keep bu
backup mixed-words \bbu (?:keep|order|ambil)\b|\b(?:keep|order|ambil) .{0,20}\bbu$|\d (?:keep|order) bu\b
# chốt 13 dc hông | lay 13 hong | lấy 13 hem
always question-beside \b(?:chốt|chot|lấy|lay) .{0,40}(?<!\b(?:mau|màu|ao|vay|quan|dam|bo|set) )\b(?:hông|hong|hem|hơm|hôn|hg)\b[ .!?]{0,3}(?:shop|chị|chi|em|ạ)?[ .!?]*$
# hem lấy 13 | hong lay 13
always negation-beside (?<!\b(?:mau|màu|ao|vay|quan|dam|bo|set) )\b(?:hông|hong|hem|hơm) (?:lấy|lay|chốt|chot)\b
# 13+2 黑白各一 | 13每色+1 | 13全色+1
always options-unclear [黑白紅红藍蓝綠绿色]各|每色|全色|一[黑白紅红藍蓝綠绿] ?一
# 13+2 M,L
always options-unclear \+\d ?[smlx]{1,3}[,、][smlx]{1,3}\b|\+[2-9] ?[smlx]{1,3}\/[smlx]{1,3}\b
# lấy 3 cái 100 | ambil 3 pcs 100 | 我要3件100 | เอา 3 ตัว 100
claimed price [2-9] ?(?:ตัว|ชิ้น|อัน|cái|pcs|pieces|件|개) ?(?<n>[1-9]\d*0)(?!\d)(?! ?[번番號号호])
# 3件100我要 | 100에 3개 주문
claimed price (?<!\d)(?<n>[1-9]\d*0)에 \d개
# ambil 3 100rb | order 3 100k
claimed price \b{few} \d+ ?(?:rb|ribu|k)\b
# lấy 2 áo | ambil 2 baju | mine 2 items
claimed amount-unclear \b(?:lấy|chốt|ambil|mine|keep|grab|order) {few} (?:áo|váy|quần|mẫu|màu$|bộ|đôi|baju|daster|kaos|blouse|items?|dress(?:es)?|lạng|ký|kg)\b
# เอา 3 ลาย | 要2碗
claimed amount-unclear (?:เอา|cf|要) ?{few} ?(?:ลาย|องค์|แบบ|碗|個|个|條|条|雙|双|包|盒)
# mine ito 1 | ambil ini 2 | เอาตัวนี้ 1 | 這個要2
claimed amount-unclear (?:\b(?:ito|this|ini)\b|นี้|這個|这个|이거|これ) ?(?:要|mine )?(?<n>[1-9])(?!\d)(?! ?(?:[個个號号번番]|year|yr|star))
# chốt 13 mỗi màu 1 cái | mine 13 tig isa bawat kulay
always options-unclear \bmỗi (?:màu|size)\b|^\D*\d+\D*\bmỗi mẫu\b|\bcả \d (?:size|màu|mẫu)(?: (?:nha|nhé|ạ|shop|luôn))?[ .!]*$|^\D*\d+\D*\btig[- ]?isa\b|\bbawat kulay\b
# 13번, 15번 2개씩 주문이요
always amount-unclear \d번.{0,20}\d번.{0,8}[2-9]개씩
# mine tig 100 | mine yung tig 50
claimed price \btig {n}\b
# 13要90元 | 13要100塊
always price \d要 ?\d+(?:元|塊|块)
# 一件90+1
claimed price (?<![要來来])一件 ?{n}(?![號号])
# 13番9号買います
extra options-unclear \d番.{0,10}{n}号
# order 13 2 lusin
always amount-unclear \blusin\b
# 주문번호 13 | nomor order 13 sudah tf | order ke 3 nih
claimed story-beside (?:주문번호|\bnomor order|\border id|\border ke) ?{n}
# 13 sudah keep | 13 saya sudah keep
claimed story-beside \b{n} (?:saya |aku )?(?:sudah|udah|dah) (?:keep|order|ambil)\b
# chờ 13 | 13번 다음꺼 찜
waits story-beside \b(?:chờ|đợi) \d+[ .!]*$|要等 ?\d|\d要等|\d番待ち|\d(?:번|番) ?(?:다음|の次)|\bcái sau \d
# keep 13 wl 2 | cf 13 คิว 2 | cf 13 สำรอง 2 | CF ๑๓ คิว ๒
extra amount-unclear (?:\bwl|คิว|สำรอง) ?{few}
# mine mo na 13 | yuk ambil 13
claimed story-beside \b(?:mo na|yuk ambil) {n}\b
# mine 13 kunin ko sa 15
extra number-in-reason \b(?:kunin|pick ?up|bayad|bayaran) .{0,10}\bsa {n}\b
# 13번~15번 찜 | １番から３番まで買います
always range \d(?:번|番) ?[~〜] ?\d|\d番から\d
# 13尺寸+1
claimed question-beside {n}尺寸(?! ?[smlx\d])
# keep 13 ambil 2
extra amount-unclear (?<!\b(?:ambil|kunin|lấy|lay) \d.{0,20})\b(?:ambil|kunin|lấy) (?<n>[1-5]){end}
`;
