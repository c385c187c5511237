import type { LanguagePack } from '../language-pack';

export const tr: LanguagePack = {
  code: 'tr',
  claim: `
    aldım | alıyorum | ben alıyorum | ben aldım | benim | alayım | bana ayır | ayırın | ayırır mısın | istiyorum | bana yaz
    benim olsun | alırım | alacağım | satıldı
  `,
  claimWeak: 'almak istiyorum | isterim | ayırt | rezerve | sipariş',
  pass: 'vazgeçtim | iptal | iptal ediyorum | iptal edin | pas | bırakıyorum | almıyorum | vazgeçiyorum',
  passWeak: 'çıkarın | geri ver | iade',
  noLonger: 'artık istemiyorum | fikrimi değiştirdim',
  change: 'değiştir | değiştirin | değişim',
  wait: 'yedek | sıra | bekleme listesi | yedekteyim | sıradayım',
  waitWeak: 'sonraki | boşalırsa | iptal olursa',
  label: 'numara | no | numaralı | ürün | kod | parça | nolu',
  filler: 'bu | şu | o | ben | da | de | hemen | tane de | olan | onu | bunu | olanı | numarayı | lütfen',
  harmless: `
    teşekkürler | teşekkür ederim | sağol | sağolun | merhaba | selam | iyi akşamlar | canım | hanım | abla | kardeş | çok güzel
    güzel | harika | bayıldım | evet | tamam | olur | süper | tşk | tatlım | hocam | lütfen
  `,
  subject: 'biz',
  my: 'bizim',
  and: 've | ile | artı',
  or: 'veya | ya da | yada | yerine',
  questionAnywhere: `
    kaç | kaç para | ne kadar | fiyat | fiyatı | kim | nerede | nasıl | hangi | neden | var mı | mı | mi | mu | mü | kaldı mı
    göster | gösterir misin | beden var | ölçü | ölçüleri
  `,
  not: 'değil | yok | hayır | istemiyorum | olmaz | almadım',
  anymore: 'artık',
  report: 'dün | geçen hafta | geçen | daha önce | sattı | satılmış | bitti | tükendi | geldi | ulaştı',
  doubt: 'belki | galiba | sanırım | ama | yarın | bugün | herhalde | düşüneyim | başka | hariç | sadece',
  condition: 'eğer | varsa | olursa | ise',
  joke: 'şaka | şaka yaptım | şakaydı',
  correction: 'pardon | yanlış | daha doğrusu | yani | düzeltme',
  all: 'hepsi | hepsini | tümü',
  times: 'x | adet kadar',
  pieces: 'adet | tane | çift | takım | paket',
  counts:
    'bir = 1 | iki = 2 | üç = 3 | dört = 4 | beş = 5 | altı = 6 | yedi = 7 | sekiz = 8 | dokuz = 9 | on = 10',
  numerals:
    'yirmi = 20 | otuz = 30 | kırk = 40 | elli = 50 | altmış = 60 | yetmiş = 70 | seksen = 80 | doksan = 90 | yüz = *100',
  sizeMark: 'beden | numara beden',
  sizes:
    'küçük = S | orta = M | büyük = L | standart = one size | s beden = S | m beden = M | l beden = L | xl beden = XL | xxl beden = XXL',
  colors: `
    kırmızı = red | mavi = blue | yeşil = green | siyah = black | beyaz = white | pembe = pink | mor = purple | sarı = yellow
    turuncu = orange | kahverengi = brown | gri = gray | bej = beige | lacivert = navy | bordo = burgundy
  `,
  measure: 'dakika | saat | gün | hafta | ay | yıl | yaş | kişi | kilo | cm',
  currency: 'tl | lira | kuruş',
  purpose: 'için | annem için | kızım için | hediye',
  address: 'adres | adresim | kargo | telefon | tel | gönderin | posta kodu',
};
