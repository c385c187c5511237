import type { LanguagePack } from '../language-pack';

export const id: LanguagePack = {
  code: 'id',
  vague: 'beberapa',
  of: 'dari',
  claim: `
    nak | nk | sy nak | saya nak | nak beli | borong | keep | keeps | kip | fix | fixed | mau | aku mau | saya mau | mau yang | ambil | aku ambil | saya ambil | beli
    aku beli | saya beli | mau beli | order | pesan | saya pesan | booking | book | buat aku | buat saya | punyaku | punya aku
    aku keep | mau keep | ku ambil | take | mauu
  `,
  claimWeak: 'aku | saya | minat | pengen | pingin | ingin | gue | butuh | tolong keep | checkout | co',
  pass: 'cancel | batal | batalkan | batalin | batal keep | cancel keep | lepas | pass | saya batal | aku batal | lewat | skip',
  passWeak:
    'gak bayar | ga bayar | tidak bayar | nggak bayar | gk bayar | hapus | buang | kasih yang lain | release | mundur | dibatalkan',
  noLonger: `
    gak jadi | ga jadi | nggak jadi | ngga jadi | gk jadi | tidak jadi | tdk jadi | g jadi | enggak jadi | gajadi | gakjadi
    berubah pikiran | gak mau lagi | ga mau lagi | tidak mau lagi | nggak mau lagi | gak usah | ga usah | tidak usah
  `,
  change: 'ganti | tukar | tuker | ganti jadi',
  wait: 'waiting list | waitlist | backup | cadangan | antri | antre | ngantri | daftar tunggu | wl',
  waitWeak: 'next | tunggu | nunggu | berikutnya | kedua | selanjutnya',
  thing: `
    tas | tasnya | baju | bajunya | gamis | gamisnya | rok | roknya | celana | celananya | kemeja | kemejanya | jaket | jaketnya | dress | dressnya | kerudung | jilbab | hijab | pashmina | kalung | kalungnya | cincin | cincinnya
    gelang | gelangnya | anting | jam | jamnya | dompet | dompetnya | ransel | topi | topinya | sepatu | sepatunya | sandal | sandalnya | parfum | lipstik | boneka | bonekanya | vas | lampu | cermin | gelas | piring | panci | selimut
    bantal | setelan | atasan | atasannya | bawahan | tunik | tuniknya | kaos | kaosnya | mukena | daster | dasternya | blus | blusnya | koper
  `,
  topic: `
    kirim | ongkir | ongkirnya | pengiriman | ekspedisi | jne | jnt | sicepat | cod | live lagi | next live | live berikutnya | lokasi | toko | tokonya | alamat | transfer | dana | ovo | gopay | qris | jam berapa | apa kabar
  `,
  vocative: `
    cuy | guys | bestie | beb | teh | teteh | neng | uni | dek | adek | bro | gaes | gess | gengs | jeng | cyin | cin | ceu | mom | moms | mommy | mami | umi | emak | mak | boskuh | boss | bos | juragan | om | tante | tan | mas | mbak | pak | bu | bund | bunda | kakak | sis
    sayy | abang | abg | tokey | kakaku | bestiee | kakcan | mbakyu | akak
  `,
  talkEnd: 'tapi | tp | jadi | jd | yaudah | ya udah',
  shared: 'dua duanya = 2 | dua - duanya = 2 | keduanya = 2 | semua = * | semuanya = * | ketiganya = 3',
  wish: 'mau | saya mau | aku mau',
  harmlessBeforeClaim: `
    gajian baru masuk | baru gajian | udah gajian | gaji udah masuk | akhirnya ketemu juga | akhirnya ketemu | akhirnya dapet | udah lama nyari | udah lama cari | lama nyari | gak kuat | ga kuat | ga tahan | gak tahan | luluh | khilaf | khilaf lagi |
    udah acc | udah setuju | sudah acc | sudah setuju | acc | udah boleh | dibolehin | sudah dibolehin | gajian |
    gak ada duit | ga ada duit | gak punya duit | gak ada uang | setuju | ngizinin | boleh katanya | telat | dompet nangis | dompet menangis | bokek
  `,
  label: 'nomor | nomer | no | num | kode | item | lot | barang | produk | nmr | model',
  filler: `
    yang | yg | ini | itu | untuk | dong | donk | deh | ya | yah | yaa | nih | juga | jg | di | si | aja | saja | sih
    ye | sy | kita | tu | kok | dulu | segera | langsung | lah | aku | saya | kan ya | pun
  `,
  harmless: `
    jangan skip aku | jangan lupa aku | jangan lewatin aku | jangan lupain aku | jangan diskip | sinyal hilang | sinyalnya hilang | sinyal jelek | sinyal ilang | tadi kepental | kepental tadi | hp mati | hp ku mati | hape mati | baterai habis | kuota habis | baru balik | baru masuk lagi | udah balik | jaringan lemot | sinyal lemot | internet lemot | wifi mati | catet | catet ya | catat | catat ya | dicatet | gas langsung | langsung gas | om | tante | baru pertama beli | baru pertama kali beli | pertama kali beli | pertama beli | sebelum bayi bangun | sebelum anak bangun | jangan kasih orang lain | jangan kasih orang | jangan dikasih orang | jangan dikasih orang lain | jangan kasih ke orang lain |
    gas | gaskeun | gass | cus | cuss | hayuk | yuk | yes | ayo | sip | siap | mantap | mantul | omg | lah | gemes | gemas | nah ini | asli | sumpah | ya allah | masyaallah |
    yaudah | ya udah | yaudah deh | ya udah deh |
    kak | kakak | ka | kaka | sis | sist | bun | bunda | mbak | mba | mas | bang | bu | ibu | pak | min | mimin | gan | say
    sayang | cantik | tolong | mohon | please | terima kasih | terimakasih | makasih | makasi | mksh | trims | trimakasih
    thx | tq | halo | hai | permisi | selamat malam | malam | pagi | siang | sore | oke | ok | iya | ya kak | yey | asik
    asyik | akhirnya | lucu | bagus | cakep | suka | suka banget | lucu banget | bagus banget | cantik banget | keren
    alhamdulillah | wkwk | wkwkwk | hehe | haha | duh | wah | wow | bosku | admin | tq | terima kasih ye | cik | kakak | akak | puan | tuan | seller | host | cece | ce | ci | cici
    banget | maaf | maap | mohon maaf
    kk | kka
  `,
  subject: 'kami | kita',
  my: 'punyamu | milik',
  and: 'dan | dengan | sama | dan juga | serta | ama | plus | &',
  or: 'atau | ato | atw | daripada | bukan yang',
  questionAnywhere: `
    berapa | brp | brapa | harganya | harga | apa | apakah | siapa | kapan | dimana | di mana | kenapa | mengapa | gimana
    bagaimana | masih ada | masih | ada | ready | available | tersedia | boleh | bisa | kebagian | dapat gak | dapet ga
    gaksih | ukuran apa | mana | gak ya | ga ya | kah | udah ada | brpa | berapaan | stok | stock | sisa | tinggal berapa
    tanya | nanya | lihat | liat | spill | cara | info | detail
  `,
  questionAtStart: 'udah | sudah | adakah | jadi',
  not: 'jangan skip aku | jangan lupa aku | jangan lewatin aku | jangan lupain aku | jangan diskip | tidak | tdk | gak | ga | gk | nggak | ngga | enggak | jangan | jgn | bukan | belum | tak | g | kagak | ngak | jangan kasih orang lain | jangan kasih orang | jangan dikasih orang | jangan dikasih orang lain | jangan kasih ke orang lain',
  anymore: 'lagi | lg',
  report: `
    kemarin | kmrn | kemaren | minggu lalu | bulan lalu | tahun lalu | tadi | dulu pernah | pernah | lalu | habis | sold out
    soldout | terjual | laku | keburu | udah dikeep | sudah dikeep | dia | mereka | kamu | orang | orang lain | seseorang
    sayangnya | telat | sebelumnya | diambil | dibeli | dikeep | di keep | di ambil | di beli | kehabisan | seandainya | andai
  `,
  recipient: 'ke | oleh | sama si | kepada',
  doubt: `
    pikir dulu | mikir dulu | pikir pikir |
    mungkin | kayaknya | sepertinya | cuma | hanya | tapi | tp | besok | nanti | hari ini | hampir | antara | sampai | sampe
    s/d | bingung | lain | kecuali | seperti | mending | lebih | kurang | tes | coba | kira | sekitar | baru
  `,
  condition:
    'kalau | kalo | klo | kl | jika | bila | asal | asalkan | misal | misalnya | tergantung | apabila | klu',
  joke: 'bercanda | canda | becanda | boong | bohong | cuma bercanda | prank',
  correction:
    'maksudnya | maksudku | maksud saya | eh | ehh | salah | ralat | maaf | tunggu dulu | koreksi | typo',
  all: 'semua | semuanya | smua | seluruh | sisanya | borong',
  times: 'x | kali | qty | jumlah',
  pieces:
    'botol | tube | bungkus | sachet | pot | toples | helai | ekor | kotak | pasang | pcs | pc | buah | biji | potong | lembar | pasang | set | stel | bh | lusin | box | pack',
  counts: `
    satu = 1 | dua = 2 | tiga = 3 | empat = 4 | lima = 5 | enam = 6 | tujuh = 7 | delapan = 8 | sembilan = 9 | sepuluh = 10
    dobel = 2
  `,
  release: 'batal | cancel | gak jadi | ga jadi | lepas',
  age: 'tahun | thn | bulan | bln',
  sizeMark: 'shade | saiz | size | ukuran | uk | sz | ukurannya',
  sizes: 'kecil = S | sedang = M | besar = L | allsize = one size | all size = one size',
  colorNouns: 'warna',
  colors: `
    merah = red | biru = blue | hijau = green | hitam = black | putih = white | pink | ungu = purple | kuning = yellow
    oranye = orange | jingga = orange | coklat = brown | cokelat = brown | abu abu = gray | abu = gray | krem = cream
    emas = gold | perak = silver | navy | marun = maroon | maroon | merah muda = pink | biru muda = light blue | biru tua = dark blue
    warna hitam = black | warna merah = red | warna putih = white | warna biru = blue | tosca = turquoise
  `,
  measure:
    'menit | mnt | jam | hari | minggu | bulan | tahun | thn | orang | kali | kilo | meter | gram | cm | anak | detik',
  currency: 'ribu | rb | rupiah | rp | idr | juta | jt | k | rbu',
  purpose: `
    untuk | utk | buat | bt | terima kasih | makasih | makasi
  `,
  address: `
    order | transfer | tf | bayar | kirim ke | dikirim ke | alamat | alamat saya | ongkir | wa | whatsapp | hp
    telp | no hp | kode pos | pengiriman ke
    halo dari | hai dari | salam dari | halo kak dari | jl | jalan
    aku di | saya di | rumah di | rumahku di | tinggal di
    cod
    jne | jnt | sicepat | via jne | gosend
  `,
  plea: 'tolong | mohon | please',
  opener: `
    gak nyangka | nggak nyangka | ga nyangka | gak sabar | ga sabar | nggak sabar | udah lama nyari | udah lama cari | udah lama pengen | udah lama nunggu | sudah lama cari | udah nyari lama | dari dulu pengen | wangi | wanginya | harumnya | harum | nonton | masih nonton | cocok | ingat | jadi ingat | mirip punya | udah yang ke | sudah yang ke | baterai tinggal | batre tinggal | di toko harganya | di mall harganya | di toko | bayarnya gimana | bayar kemana | bayar ke mana | transfer kemana | transfer ke mana | tf kemana | tf ke mana |
    buat nenek | buat mama | buat ibu | buat mertua | buat anak | buat suami | buat istri | buat adik
    buat kakak | buat ponakan | buat keponakan | buat si | buat kado | buat hadiah | buat kondangan
    buat lebaran | buat wisuda | buat kerja | buat ke kantor | buat liburan | buat ke pantai | untuk mama
    untuk ibu | untuk anak | untuk kado | untuk hadiah | kado buat | hadiah buat | suka banget | suka warnanya
    suka modelnya | warnanya | cantik banget | bagus banget | lucu banget | gemes | gemes banget | naksir
    naksir berat | jatuh cinta | udah lama cari | lama nyari | lama cari | dari dulu pengen | dari dulu nyari
    dari kemarin nyari | akhirnya | akhirnya dapet | akhirnya dapat | alhamdulillah | yeay | yey | asik
    asyik | makasih | terima kasih | tolong | mohon | minta tolong | gabung sama | gabung | gabungin
    gabungin sama | satuin | satukan | digabung | disatuin | sekalian | transfer | transfer nanti | tf nanti
    tf malam ini | tf besok | aku tf | saya tf | nanti tf | nanti transfer | besok transfer | besok tf | bayar
    bayar nanti | bayar di tempat | cod | cod ya | kirim | kirim ke | dikirim ke | kirimnya | pengiriman
    pakai jne | pakai jnt | pake jne | pake jnt | via jne | via jnt | via gosend | gosend | grab | diambil
    aku ambil di | saya ambil di | ambil sendiri | ambil di toko | ambilnya | packing | packing rapi | bungkus
    bungkus rapi | bubble wrap | kirim barengan | barengan | barengan sama | bareng | bareng sama | halo | hai
    selamat malam | selamat pagi | selamat siang | selamat sore | malam kak | pas banget | pas buat
    cocok buat | cocok sama | cocok banget | matching sama | buat dipakai | mau dipakai | dipakai buat
    mau dipake | koleksi | buat koleksi | nambah koleksi | ulang tahun | ultah | aku di | saya di | rumah di
    rumahku di | tinggal di | udah tf | sudah tf | udah transfer | sudah transfer | udah bayar | sudah bayar
    udah dibayar | masukin ke | salam | salam buat | gak sabar | ga sabar | nggak sabar | pengen cepet pakai
    pengen cepet dipakai | buat kamar | buat ruang | buat dapur | buat rumah | buat hias | salam buat semua
    salam untuk semua
    masukin ke keranjang | masukin ke paket | masukin ke pesanan | masukin keranjang | masukin ke box
  `,
  firstPerson: `
    aku | saya
  `,
  harmlessIfDenied: `
    perlu dibungkus | perlu dibungkus kado | perlu bungkus | perlu bungkus kado | perlu kado | perlu nota
    perlu plastik | perlu kotak | perlu box | perlu buru buru | perlu cepat | usah dibungkus | usah bungkus
    usah kotak | pakai box | pake box | pakai bubble | dikirim dulu | kirim dulu | dikirim dulu ya | buru buru
    buru2 | nyangka | nyangka masih ada | nyangka masih dapet | nyangka dapet | nyangka dapat
    percaya masih ada | percaya dapet | percaya dapat | percaya bisa dapet | sabar | sabar nunggu
    sabar pakai | tahan | tahan lihatnya | kuat lihatnya | kuat
  `,
  harmlessTalk: `
    alamat masih sama | alamat sama kayak kemarin | alamat sama seperti kemarin | alamat kayak kemarin | alamat seperti kemarin | alamat yang kemarin | alamat kemarin | ke alamat kemarin | ke alamat yang kemarin | kayak kemarin | seperti kemarin | sama kayak kemarin | dengan yang kemarin | yg kemarin |
    ke kantor | ke 80 | hari jumat | hari sabtu | hari minggu | hari senin | hari selasa | hari rabu | sampai sini | sampai sana | sampe sini | tiap malam | tiap hari | setiap malam | setiap hari | masih nonton
    hari kamis | jumat | sabtu | senin | selasa | rabu | kamis | minggu depan | bulan depan | nanti malam
    malam ini | besok pagi | besok sore | hari ini | besok | nanti | pesanan kemarin | sama pesanan kemarin
    order kemarin | sama yang kemarin | yang kemarin | pesanan sebelumnya | gajian | habis gajian
    setelah gajian | kalau sudah gajian | ya kak | kak ya | lagi ya | masih ada | masih dapet | buat semua
    untuk semua | ke keranjang aku | keranjang aku | pakainya | kapan aja | kapan saja
  `,
  date: `
    pukul | harganya | harga |
    jam | pukul | ke | umur | usia | tanggal | tgl | tahun ke
  `,
  street: `
    jl | jalan | gang | gg | rt | rw | blok | perumahan | komplek | kompleks | kelurahan | kecamatan
  `,
  unsettlingTalk: `
    kalau | kalo | kl | klo | jika | asal | asalkan | tapi | tp | namun | kata | katanya | bilang | tanya | nonton dulu | masih nonton dulu
    tanya dulu | tanya suami | mikir | mikir dulu | pikir | pikir dulu | ragu | mungkin | kayaknya
    sepertinya | tadi | dulu pernah | dia | mereka | orang lain | seseorang | diambil kak
    udah diambil | sudah diambil | udah diambil kak | menang | kalah | kehabisan | telat | selamat ya
    sayang banget | mahal | kemahalan | murahin | diskon | kurangin | nego | turunin | jelek | rusak | palsu
    kw | cacat | sobek | lihat dulu | liat dulu | cek dulu | ukur dulu | berapa | gimana | apa | test | tes
    coba | ketik | ngetik | replay | contoh | artinya | mimpi | dalam mimpi | andai | seandainya | pengen tapi
    wishlist | kabarin | kabari | nanti aku kabarin | skip | gagal | ditolak | lain kali | kapan kapan
  `,
  retraction: `
    bercanda | canda | becanda | boong | bohong | eh | ralat | maksudnya | maksudku | gak jadi | ga jadi
    nggak jadi | tidak jadi | gajadi | lupakan | abaikan | hapus | tarik | batalkan | berubah pikiran
    tunggu dulu | sebentar dulu | jangan jadi | kalau | kalo | jika | atau | ato
  `,
  mistake: `
    salah | salah pencet | salah ketik | salah nomor | kepencet | kepencet anak | typo | keliru | kucing
    ga sengaja | gak sengaja | tidak sengaja | nggak sengaja
  `,
  cancelWord: `
    cancel | batal | batalkan | batalin | batal keep | cancel keep | saya batal | aku batal
  `,
  person: `
    suami | istri | mama | ibu | papa | ayah | bapak | adik | adikku | kakakku | kakak saya | anak | anakku
    anak saya | nenek | kakek | tante | om | teman | temanku | pacar | mertua | ponakan | keponakan | sepupu
    kucing | tetangga | bos
  `,
  harmlessVerb: `
    pasti suka | pasti seneng | pasti senang | suka banget | suka sama | ulang tahun | ultah | butuh
    bakal suka | bakal seneng
  `,
  excuse: `
    uangnya habis | uang habis | lagi bokek | bokek | dilarang suami | gak dibolehin
    ditolak | kartunya ditolak | dimarahin suami | dimarahin
  `,
  era: 'tahun | lebaran | natal',
  past: 'kemarin | lalu | minggu lalu | bulan lalu',
  oneEach: `
    masing masing 1 | masing - masing 1 | masing2 1 | masing masing satu | masing - masing satu
  `,
};
