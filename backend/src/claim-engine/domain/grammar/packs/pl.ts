import type { LanguagePack } from '../language-pack';

export const pl: LanguagePack = {
  code: 'pl',
  preposition: 'w | z',
  of: 'z',
  claim: 'biorę | ja biorę | wezmę | kupuję | moje | moja | mój | rezerwuję | poproszę | dla mnie | zamawiam',
  claimWeak: 'chcę | wzięłam | kupiłam | sprzedane',
  pass: 'rezygnuję | anuluję | anuluj | odpuszczam | pas',
  passWeak: 'oddaję | usuń',
  noLonger: 'już nie chcę | rozmyśliłam się | rozmyśliłem się | jednak nie',
  change: 'zamień | zamiana | zamienić',
  wait: 'rezerwa | lista rezerwowa | kolejka | w kolejce | lista oczekujących',
  waitWeak: 'następna | zwolni się',
  label: 'numer | nr | przedmiot | kod | sztuka nr | pozycja | numerek',
  filler: 'to | ten | tę | ta | ja | też | jeszcze | sobie | ten jeden',
  harmless: `
    proszę | poproszę ładnie | dziękuję | dzięki | dzieki | hej | cześć | dobry wieczór | piękne | piękna | śliczne | śliczna | super
    kocham | tak | ok | cudo | wow | nareszcie | kochana | pozdrawiam
  `,
  subject: 'my',
  my: 'moich | nasz | nasza',
  and: 'i | oraz | plus',
  or: 'lub | albo | zamiast',
  questionAnywhere: `
    ile | ile kosztuje | jaki | jaka | jakie | kto | gdzie | kiedy | dlaczego | jak | czy | czy jest | dostępne | dostępna | cena
    pokaż | rozmiary | można
  `,
  questionAtStart: 'jest | są',
  not: 'nie | brak | bez | ani',
  anymore: 'już | więcej',
  report:
    'wczoraj | w zeszłym tygodniu | ostatnio | sprzedało | sprzedano | ona | on | oni | szkoda | spóźniłam | dotarło | przyszło',
  doubt: 'może | chyba | ale | jutro | dzisiaj | dziś | myślę | inny | oprócz | tylko | prawie | do | od',
  condition: 'jeśli | jeżeli | gdyby | o ile | jak będzie',
  joke: 'żart | żartuję | żartowałam',
  correction: 'znaczy | to znaczy | pomyłka | miało być | sorki',
  all: 'wszystko | wszystkie | całość',
  times: 'x | razy | ilość',
  pieces: 'sztuk | sztuki | sztuka | szt | para | pary | zestaw | komplet',
  counts: `
    jeden = 1 | jedna = 1 | jedną = 1 | dwa = 2 | dwie = 2 | trzy = 3 | cztery = 4 | pięć = 5 | sześć = 6 | siedem = 7
    osiem = 8 | dziewięć = 9 | dziesięć = 10
  `,
  numerals: `
    jedenaście = 11 | dwanaście = 12 | trzynaście = 13 | czternaście = 14 | piętnaście = 15 | szesnaście = 16 | siedemnaście = 17
    osiemnaście = 18 | dziewiętnaście = 19 | dwadzieścia = 20 | trzydzieści = 30 | czterdzieści = 40 | pięćdziesiąt = 50
    sześćdziesiąt = 60 | siedemdziesiąt = 70 | osiemdziesiąt = 80 | dziewięćdziesiąt = 90 | sto = *100
  `,
  age: 'lat | lata | miesięcy',
  sizeMark: 'rozmiar | rozm | w rozmiarze',
  sizes: 'mały = S | mała = S | średni = M | średnia = M | duży = L | duża = L | uniwersalny = one size',
  colors: `
    czerwony = red | czerwona = red | niebieski = blue | niebieska = blue | zielony = green | zielona = green | czarny = black
    czarna = black | biały = white | biała = white | różowy = pink | różowa = pink | żółty = yellow | żółta = yellow
    szary = gray | szara = gray | beżowy = beige | beżowa = beige | brązowy = brown | fioletowy = purple | granatowy = navy
  `,
  measure:
    'minut | minuty | godzina | godziny | godzin | dni | dzień | tydzień | lat | rok | osób | kg | cm | raz',
  currency: 'zł | złotych | pln | groszy',
  purpose: 'dla | na prezent',
  address: 'adres | wysyłka | wyślij | telefon | tel | kod pocztowy | paczkomat | odbiór',
};
