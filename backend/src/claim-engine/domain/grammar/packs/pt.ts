import type { LanguagePack } from '../language-pack';
import { ptTalk } from './pt-talk';

export const pt: LanguagePack = {
  code: 'pt',
  ...ptTalk,
  change: 'troca | trocar | troco | troque',
  preposition: 'em | com',
  of: 'do | da | dos | das',
  claim: `
    quero | eu quero | meu | minha | é meu | é minha | pra mim | para mim | guarda pra mim | guarda para mim | segura pra mim | segura para mim | vendido | vendida | fico com | eu fico | fico
    vou querer | vou levar | levo | eu levo | vou ficar com | compro | comprar | reserva | reserva pra mim | reserve | separa
    separa pra mim | separe | me vê | me separa | pego | vou pegar | quero comprar | eu vou querer | queria o | queria a
  `,
  claimWeak: `
    eu | queria | gostaria | reservado | comprado | preciso | interesse | interessada | manda | comprei
    posso ficar com | posso pegar | posso levar | pode separar
  `,
  pass: `
    quero desistir | vou ter que desistir | tenho que desistir | preciso desistir | vou cancelar | preciso cancelar | tenho que cancelar | quero cancelar | pode cancelar | cancela pra mim | vou passar |
    desisto | cancela | cancelar | cancelo | cancele | passo | eu passo | abro mão | vou desistir | solto | libero | desisti
  `,
  passWeak: `
    não pagar | não pagou | não paga |
    tira | tirar | me tira | deixa | libera | remove | retira | cancelado | devolvo | pode passar | desistir
    desistirem | desista | desistam | liberar | liberarem | abrir mão
  `,
  noLonger: `
    não quero mais | nao quero mais | n quero mais | não vou querer mais | mudei de ideia | mudei de opinião | já não quero
    não vou mais querer | me arrependi | pensando bem não | melhor não
  `,
  wait: `
    me coloca na fila | me coloca na lista de espera | me põe na fila | me põe na lista de espera | me bota na fila | entro na fila de espera | quero ficar na fila | me coloca na espera | coloca na fila |
    fila | na fila | fila de espera | lista de espera | em espera | próxima da fila | suplente | se desistir | se desistirem
  `,
  waitWeak: `
    espera | próxima | próximo | segunda | segundo | me chama | me chame | me avisa | me avise
    entro na fila | fico na fila | fila da | fila do
  `,
  participles: 'vendido | vendida | reservado | comprado',
  thing: `
    bolsa | vestido | blusa | saia | calça | camisa | camiseta | jaqueta | casaco | moletom | suéter | colar | anel | pulseira | brinco | relógio | corrente | carteira | mochila | boné | chapéu | cinto | cachecol
    sapato | bota | tênis | sandália | perfume | batom | paleta | creme | boneca | pelúcia | brinquedo | vaso | luminária | espelho | caneca | prato | panela | manta | almofada | conjunto | macacão | body | colete | short | cropped
    regata | pijama | biquíni | maiô | rasteirinha | salto | tiara | garrafa | quadro
  `,
  topic: `
    envio | envios | enviam | envia | entregam | entrega | entregas | frete | correios | sedex | próxima live | próximo live | formas de pagamento | aceitam | pix | cartão | parcelam | parcela | loja física | endereço | onde fica | ficam | horário | que horas | que dia | tudo bem
  `,
  vocative: `
    amiga | linda | flor | moça | meninas | gata | mano | mana | manas | mulher | menina | guria | gurias | véi | véio | velho | parça | brother | bro | patroa | patrão | chefe | chefia | tia | tio | dona | moço | moças | lindona
    lindinha | gatona | gatinha | diva | rainha | mona | fofa | fofinha | princesa | galera | pessoal | bebê | irmã | irmão | amigas | amigo | amiga do céu | miga sua louca | vida | anjo | moça linda
    minha gente | minha rainha
  `,
  article: 'o | a | os | as',
  vague: 'alguns | algumas | uns | umas | varios | varias | uns quantos',
  talkEnd: 'mas | então | por isso | enfim | aí',
  shared:
    'ambos = 2 | ambas = 2 | os dois = 2 | as duas = 2 | todos = * | todas = * | os três = 3 | as três = 3',
  wish: 'quero | eu quero | queria | vou querer',
  pointer: 'esse | essa | esses | essas | este | esta | aquele | aquela',
  harmlessBeforeClaim: `
    não resisti | não aguentei | não aguento | não resisto | caiu o salário | caiu meu salário | recebi hoje | o pix caiu | saiu o pagamento | caiu o pagamento | me convenceu | decidi | criei coragem |
    disse sim | deixou comprar | autorizou |
    deixou | disse que sim | liberou | não devia | não deveria | tô sem dinheiro | sem dinheiro | tô lisa | cheguei tarde | cheguei atrasada | tô atrasada | vai me matar
  `,
  label: `
    número | numero | num | nº | no | n | peça | peca | item | código | codigo | lote | ref | referência | produto | modelo
    artigo | cód | cod
  `,
  filler: `
    o | a | os | as | do | da | dos | das | de | um | uma | esse | essa | este | esta | também | tb | tbm | aqui | aí | lá
    que | me | vou | na
  `,
  harmless: `
    não me ignora | não me ignore | não me ignorem | não esquece de mim | não esqueça de mim | não esqueçam de mim | não me pula | não me esquece | não me deixa de fora | caiu a internet | minha internet caiu | minha net caiu | caiu a net | travou aqui | travou meu celular | meu celular travou | meu celular morreu | acabou a bateria | fiquei sem bateria | fiquei sem sinal | saí da live sem querer | já voltei | voltei agora | cheguei agora | tô de volta | anota aí | anota | anota pra mim | anota aí pra mim | marca aí | marca pra mim | que perfeição | que sonho | que luxo | que arraso | que mimo | que espetáculo | que fofura | que coisa linda | que coisa mais linda | perfeição | bora | partiu | opa | eita | caramba | vixe | oxe | oxente | caraca | uhul | oba | beleza | blz | fechado | demais | pelo amor de deus | por deus | socorro | tudo | maravilha | amg | miga | migas | amiga linda | tô amando | amei demais | gostei | por favor | porfavor | pfv | pf | pfvr | obrigada | obrigado | obg | brigada | muito obrigada | oi | olá | bom dia | boa tarde | boa noite | amiga | linda | querida | gata | amor | flor | moça | meninas | gente | sim | ai | nossa | uau | amei | adorei | lindo | maravilhoso | maravilhosa | perfeito | perfeita | que lindo | que linda | kkk | kkkk | rs | rsrs | beijos | bjs | bj | finalmente | eba | aee | já | ok | vendedora | por gentileza | meu deus | desculpa | desculpe | primeira vez que compro | é a primeira vez que compro | primeira compra | minha primeira compra | primeira vez aqui | não deixa ninguém pegar | não deixe ninguém pegar | não deixem ninguém pegar | não dá pra ninguém | não vende pra ninguém | deus abençoe | deus te abençoe | fica com deus | fiquem com deus
    perdão | foi mal | meu amor | meu deus do céu | minha linda | minha querida | minha flor
  `,
  subject: 'eu | nós | a gente',
  my: 'meus | minhas | seu | sua | seus | suas | nosso',
  and: 'e | e o | e a | e também | mais o | mais a',
  or: 'ou | ou o | ou a | em vez | ao invés',
  questionAnywhere: `
    quanto | quanto é | quanto custa | quantos | qual | quais | quem | quê | como | onde | quando | por que | porque | preço
    valor | disponível | disponivel | ainda tem | tem | sobrou | restam | posso | consegui | dá pra | que tamanho
    qual tamanho | será | ver | saber | mostra | mostrar | medidas | info
  `,
  questionAtStart: 'está | tá | ta | estão | foi | é | são | era | ja foi | já foi | ainda',
  not: 'não me ignora | não me ignore | não me ignorem | não esquece de mim | não esqueça de mim | não esqueçam de mim | não me pula | não me esquece | não me deixa de fora | não | nao | n | nunca | nem | ninguém | sem | jamais | nada | não deixa ninguém pegar | não deixe ninguém pegar | não deixem ninguém pegar | não dá pra ninguém | não vende pra ninguém',
  anymore: 'mais',
  report: `
    era meu | era minha | foi meu | foi minha | era pra mim
    ontem | semana passada | mês passado | ano passado | vendi | vendeu | o meu chegou | a minha chegou | o meu veio | a minha veio | chegou | venderam | foi vendido | foram | esgotado | esgotada
    já vendido | ele | ela | eles | elas | você | vocês | vc | vcs | alguém | perdi | antes | faz | há | comprou | tinha
    outra pessoa | queriam | vendidos | vendidas
  `,
  recipient: 'ao | à | pela | pelo',
  doubt: `
    vou pensar | deixa eu pensar | pensar melhor |
    talvez | acho | acho que | só | mas | hoje | amanhã | quase | entre | até | melhor | outro | outra | dúvida | pensando | como
    menos | sobre
  `,
  condition: 'se | se for | se tiver | caso | só se | depende | desde que',
  joke: 'brincadeira | tô brincando | to brincando | zoeira | brinks | mentira | é brincadeira | zueira | brincando',
  correction: `
    quis dizer | era o | era a | ai não
    quer dizer | quis dizer | digo | ops | desculpa | errei | aliás | melhor o | correção | perdão | espera aí | desculpe
  `,
  all: 'tudo | todos | todas | todo | toda | o resto',
  times: 'x | quantidade | qtd',
  pieces:
    'novelos | novelo | meadas | rolos | latas | saquinhos | frascos | potes | pacotes | vasos | batons | envelopes | peças | peça | unidades | unidade | un | und | pares | par | pç | pçs | caixas',
  numerals: `
    onze = 11 | doze = 12 | treze = 13 | catorze = 14 | quatorze = 14 | quinze = 15 | dezesseis = 16 | dezessete = 17
    dezoito = 18 | dezenove = 19 | vinte = 20 | trinta = 30 | quarenta = 40 | cinquenta = 50 | sessenta = 60 | setenta = 70
    oitenta = 80 | noventa = 90 | cem = *100 | cento = *100
  `,
  counts: `
    um = 1 | uma = 1 | dois = 2 | duas = 2 | três = 3 | tres = 3 | quatro = 4 | cinco = 5 | seis = 6 | sete = 7 | oito = 8
    nove = 9 | dez = 10
  `,
  release: 'cancela | cancelar | desiste | desistir | liberar | libera',
  age: 'anos | ano | meses | mês',
  sizeMark: 'tom | no tom | cor número | tamanho | tam | no tamanho | numeração',
  sizes: `
    p = S | pequeno = S | pequena = S | médio = M | média = M | g = L | gg = XL | pp = XS | grande = L | tamanho único = one size
  `,
  colorNouns: 'cor',
  colors: `
    pretas = black | pretos = black | brancas = white | brancos = white | vermelhas = red | vermelhos = red | azuis = blue | verdes = green | amarelas = yellow | amarelos = yellow |
    vermelho = red | vermelha = red | azul = blue | verde = green | preto = black | preta = black | branco = white
    branca = white | rosa = pink | roxo = purple | roxa = purple | amarelo = yellow | amarela = yellow | laranja = orange
    marrom = brown | castanho = brown | cinza = gray | cinzento = gray | bege = beige | dourado = gold | dourada = gold
    prata = silver | prateado = silver | azul marinho = navy | marinho = navy | vinho = wine | lilás = lilac | cor preta = black
    cor branca = white | cor azul = blue
  `,
  measure: `
    minutos | minuto | min | horas | hora | hrs | h | dias | dia | semanas | semana | meses | mês | mesinhos | aninhos | aninho | anos | ano | pessoas | da manhã | da noite | da tarde | da madrugada | pedaços
    vezes | kg | quilos | gramas | metros | cm | filhos
  `,
  currency: 'reais | real | r$ | euros | euro | conto | contos | mil | pila',
  purpose: `
    obrigada | obrigado | oi | olá | boa noite | bom dia | pra | para | muito obrigada | muito obrigado
  `,
  address: `
    manda junto com o outro | manda junto com a outra | manda junto com os outros | manda com o outro | junto com o outro | junto com a outra | junto com os outros | com o outro pedido | com meu outro pedido | junta com o pedido | junto com o pedido | junta com o | junta com a | junto com o de | junto com a compra | coloca junto com | põe junto com | envia junto com | endereço | mesmo endereço | o mesmo endereço | pro mesmo endereço | para o mesmo endereço | beijos de | abraços de | aqui de | oi de | te mando | já mando | mando agora | faço o pix | faço pix | busco às | retiro às | passo às
    já fiz o pix | fiz o pix | já fiz pix | fiz pix | já fiz o pagamento | fiz o pagamento | já paguei | paguei | já transferi | já mandei o pix | mandei o pix | vou fazer o pix | faço o pix | fazendo o pix | pago já | já pago | já vou pagar | junto com meu pedido | junta com meu pedido | com meus outros pedidos
    no pix | pago no pix | vou pagar no pix | pix | pago | pago com | vou pagar | transferência | moro em | moro na | moro no | rua | avenida
    amanhã | hoje
    entregar em | entrega em | enviar para | envio para | meu endereço | endereço | cep | telefone | tel | whatsapp | zap
    manda pra | meu número é | sou de
    boa noite de | bom dia de | boa tarde de | boa noite daqui de | bom dia daqui de | falando de
    assistindo de | daqui de | direto de | retiro na loja | retiro no local | vou retirar | frete pro
    frete para
    do meu carrinho | da minha sacola | do meu pedido | da minha conta
    oi gente de | oi meninas de | oi amiga de | boa noite amiga de | beijo de | abraço de | salve de
    em nome de | no nome de | meu nome é
  `,
  plea: 'por favor | porfavor | pfv | pf | pfvr',
  unsettlingTalk: `
    antes de mim | primeiro que eu |
    avisar | metade | pensar | segundo a | sonhos | dessa vez | próxima | se | a não ser | salvo | contanto
    desde que | mas | porém | embora | disse | diz | falou | fala | falaram | perguntou | pediu | quer
    queria que | vendeu | quem | acho | penso | talvez | quem sabe | pode ser | poderia | deveria | seria
    dúvida | tomara | parabéns | que pena | pena | muito caro | cara demais | feio | feia | falso | quebrado
    quebrada | desconto | mais barato | baixar | sem dinheiro | não tenho | deixa eu | deixa ver | espera
    peraí | depois eu vejo | ver | teste | testando | brincando | escreveu | escrevi | teclado | pisou
    lendo | reprise | exemplo | significa | pra depois | para depois | pra ver | para ver | pra próxima
    pra outra | pra outro | consultar | perguntar | cheguei tarde | tarde demais | recusado | não caiu
    vendi | te confirmo | confirmo | confirmar | buscar opinião | opinião | mexeu | digitou | apertou sem
    celular | o dedo | vetou | quer ela | nos meus sonhos | sonho meu
    quer o | quer a | quer ele | queria ela | queria ele
    falar com | conversar | conversar com | ver com meu | ver com minha
  `,
  retraction: `
    brincadeira | zoeira | mentira | esquece | esqueçam | apaga | ignora | ignorem | melhor não | pensando bem
    mudei de ideia | me arrependi | quis dizer | digo | aliás | não era | retiro | volto atrás | fico com ela
    fico com ele | se
  `,
  person: `
    marido | esposo | esposa | mulher | irmã | irmão | mãe | pai | filha | filho | sogra | prima | primo | tia | tio
    avó | avô | neta | neto | sobrinha | sobrinho | namorado | namorada | amiga | amigo | vizinha | chefe | gato
    cachorro | cunhada | nora
  `,
  harmlessVerb: `
    vai amar | vai adorar | adora | ama | precisa | merece
  `,
  harmlessIfDenied: `
    mande ainda | mande agora | mande até | mande antes | manda ainda | manda agora | manda até | manda antes
    mandar ainda | mandar agora | mandar até | mandar antes | envie ainda | envie agora | envie até
    envie antes | enviar ainda | enviar agora | enviar até | enviar antes | envia ainda | envia agora
    envia até | envia antes | postar ainda | postar agora | postar até | postar antes | poste ainda
    poste agora | poste até | poste antes | acredito | acredito que | acredito que consegui | acredito nisso
    tenho pressa | tem pressa | precisa embrulhar | precisa de embrulho | precisa de nota | precisa nota
    precisa nota fiscal | precisa de sacola | precisa de caixa | precisa caixa | precisa enviar
    precisa ter pressa | precisa correr | embrulhar | nota fiscal
    acredito que ainda tem | acredito que ainda tinha | acredito que sobrou | acredito que tem
    acredito que era | precisa de sacolinha | precisa de embalagem | precisa embalar | precisa de nada disso
    aguento de | aguento de emoção | aguento esperar | posso esperar | vejo a hora
    pressa | pressa no envio | pressa nenhuma | pressa de receber
    olhei | olhei o preço | pensei | pensei duas vezes | resisti | resisto | consigo resistir
    deu pra resistir | vou resistir | aguentei | perco | perco por nada | vou perder | largo | solto | durmo
    dormi | tem igual | existe igual | vi igual | vi nada igual | quero nem saber | quero saber o preço
    importa | me importa | precisa sacola | preciso de nota | preciso de sacola | preciso de caixa
  `,
  date: `
    dia | às | as | é dia | é no dia | até dia | até o dia | faz | fazendo | fazer | completa | completando | custa | custam | vale | nos anos | dos anos | anos
    depois das | antes das | aniversário dia
  `,
  street: `
    rua | avenida | av | travessa | alameda | bairro | apto | apartamento | bloco | casa | quadra | lote
    condomínio
  `,
  cancelWord: `
    cancela | cancelar | cancelo | cancele
  `,
  mistake: `
    engano | enganei | enganada | errado | errada | errei | sem querer | foi o gato | o gato
  `,
  request: `
    posso ficar com | posso pegar | posso levar | pode separar
  `,
  others: `
    comprado | ganhado |
    ganhou | ganhei | levou | pegou | pegaram | comprou | tem | ela | ele | elas | eles | alguém | outra pessoa
    outra | outro | outras | outros | você | vocês | vc | vcs | sorte | caro
  `,
  past: `
    peguei | comprei | tenho | tinha | teve | era | foi | foram | estava | havia | ontem | passado | passada
    antes | preço | barato | embora | apesar
  `,
  when: `
    quando | assim que | até que | até | enquanto
  `,
  favor: `
    guarda | guardar | segura | segurar | manda | mandar | envia | enviar | pago | pagar | pix | deposito
    transfiro | retiro | buscar | busco | pego na loja | passo aí | separa | junta | embala
  `,
  excuse: `
    pra mim | para mim | ficou caro | ficou caro pra mim | ficou caro demais | tá caro | está caro | muito caro | muito caro pra mim | caro demais | fica pequeno | fica grande | ficou pequeno | ficou grande | ficou apertado | não serve em mim | não me serve | não cabe no bolso | estourei o orçamento | passei do orçamento | fiquei sem dinheiro | sem dinheiro | acabou o dinheiro | não dá esse mês
  `,
  era: 'natal | verão | inverno | primavera | outono | ano | casamento',
  oneEach: `
    1 de cada | um de cada | uma de cada | 1 de cada um | um de cada um
  `,
};
