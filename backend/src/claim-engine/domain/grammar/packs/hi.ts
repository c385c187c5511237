import type { LanguagePack } from '../language-pack';

export const hi: LanguagePack = {
  code: 'hi',
  change: 'बदल | बदलो | badal do | badlo',
  claim: `
    मेरा | मेरी | मेरे | मुझे चाहिए | चाहिए | मुझको चाहिए | बुक | बुक करो | बुक करें | बुक कर दो | बुक कीजिए | बिका | बिक गया
    लेना है | मैं लूंगी | मैं लूंगा | लूंगी | लूंगा | लेती हूं | लेता हूं | मुझे दे दो | मुझे दो | दे दो | खरीदना है | खरीदूंगी
    खरीदूंगा | ऑर्डर | मेरे लिए | mera | meri | mujhe chahiye | chahiye | lena hai | book karo | book kar do | le lungi
    le lunga | lungi | lunga | mere liye | रखो | रख दो | मुझे
  `,
  claimWeak: 'mujhe | book | चाहती | चाहता | chahta | chahti | dedo | de do',
  pass: `
    रद्द | रद्द करो | रद्द करें | रद्द कर दो | कैंसल | कैंसिल | कैंसल करो | कैंसिल करो | कैंसिल कर दो | पास | छोड़ो | छोड़ दो
    cancel karo | cancel kar do | cancel | chhodo | radd
  `,
  passWeak: 'हटाओ | हटा दो | hata do | वापस | निकाल दो | जाने दो | rehne do | रहने दो',
  noLonger: `
    अब नहीं चाहिए | अब नहीं | ab nahi chahiye | ab nahi | मन बदल गया | इरादा बदल गया | nahi chahiye ab | नहीं चाहिए अब
    mann badal gaya
  `,
  wait: 'वेटिंग | वेटलिस्ट | प्रतीक्षा | इंतज़ार | waiting | बैकअप | प्रतीक्षा सूची',
  waitWeak: 'अगला | अगली | agla | agli',
  label: 'नंबर | नम्बर | number | कोड | आइटम | no | पीस | नं | wala | wali | वाला | वाली | वाले',
  filler: `
    को | का | की | के | ये | यह | वो | भी | है | ये वाला | इस | में | लिए | करो | कर | दो | ko | ka | ki | bhi | ye | hai | karo
    main | मैं | हूं | जल्दी | तो | ही | hi
  `,
  harmless: `
    bhai | bhaiya | didi | bhabhi | ji | please bhai | aunty
    पसंद | pasand | जी | ji | दीदी | didi | भैया | bhaiya | मैम | मैडम | madam | प्लीज | प्लीज़ | कृपया | धन्यवाद | dhanyavad
    शुक्रिया | shukriya | नमस्ते | namaste | हेलो | हाय | हां | हाँ | haan | ok | सुंदर | बहुत सुंदर | bahut sundar | sundar
    अच्छा | अच्छी | बहुत अच्छा | acha | वाह | wah | मस्त | mast | प्यारा | प्यारी | सर | बहन | यार | सॉरी | माफ | माफ करना
  `,
  subject: 'हम | हमने | मैंने | maine',
  my: 'अपना | अपनी | apna',
  and: 'और | aur | तथा | एवं | साथ में',
  or: 'या | ya | की जगह | के बजाय',
  questionAnywhere: `
    क्या | kya | कितना | कितने | कितनी | kitna | kitne | kitne ka | कितने का | कौन | kaun | कौनसा | कब | kab | कहां | कहाँ
    kahan | क्यों | kyun | कैसे | kaise | price | दाम | प्राइस | उपलब्ध | available | बचा | बचा है | मिलेगा | मिलेगी | milega
    milegi | साइज क्या | कौन सा | bacha | रेट | rate | दिखाओ | dikhao | देखना | dekhna | दिखाइए | बताओ | batao
  `,
  not: 'नहीं | नही | nahi | nahin | ना | na | मत | mat | बिना | न | nhi',
  anymore: 'अब | ab',
  report: `
    कल | kal | पिछले | पिछली | pichle | पहले | pehle | खत्म | khatam | बिक चुका | बिक गई | बिक गया था | बेचा | खरीदा | लिया था
    ली थी | उसने | वह | उन्होंने | तुम | आप | किसी | किसी ने | काश | था | थी | थे | tha | thi | मिस | हो गया | ho gaya
  `,
  doubt:
    'शायद | shayad | सिर्फ | केवल | लेकिन | पर | आज | lekin | लगभग | बीच | तक | सोच | दूसरा | छोड़कर | जैसा | टेस्ट | से',
  condition: 'अगर | agar | यदि | बशर्ते | तभी | जब',
  joke: 'मजाक | मज़ाक | mazak | majak | मजाक कर | मजाक था',
  correction: 'मतलब | matlab | सॉरी | माफ | गलती | galti | गलत | रुको | ruko | मेरा मतलब | mera matlab',
  all: 'सब | sab | सभी | सारे | सारा | पूरा | दोनों | बाकी',
  times: 'x | गुणा | संख्या',
  pieces: 'पीस | नग | जोड़ी | सेट | डिब्बे | टुकड़े',
  counts: 'एक = 1 | ek = 1 | दो = 2 | तीन = 3 | teen = 3 | चार = 4 | char = 4 | पांच = 5',
  sizeMark: 'साइज | साइज़ | size | नाप',
  sizes: 'छोटा = S | मीडियम = M | बड़ा = L | लार्ज = L | स्मॉल = S | फ्री साइज = free size',
  colors: `
    लाल = red | नीला = blue | नीली = blue | हरा = green | हरी = green | काला = black | काली = black | सफेद = white
    गुलाबी = pink | बैंगनी = purple | पीला = yellow | पीली = yellow | नारंगी = orange | भूरा = brown | ग्रे = gray
    सुनहरा = gold | lal = red | kala = black | safed = white | neela = blue
  `,
  measure: `
    मिनट | घंटे | घंटा | बजे | दिन | हफ्ते | हफ्ता | महीने | साल | लोग | बार | किलो | ग्राम | मीटर | baje | din | saal | log
  `,
  currency: 'रुपये | रुपए | रूपये | रु | rs | inr | rupees | हज़ार | हजार | rupaye',
  purpose: 'मम्मी के लिए | ke liye | के लिए',
  address: 'पता | डिलीवरी | भेजो | भेज दो | फोन | मोबाइल | व्हाट्सएप | पिन कोड | pincode | address',
};
