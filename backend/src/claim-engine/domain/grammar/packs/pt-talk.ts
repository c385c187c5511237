import type { LanguagePack } from '../language-pack';

/** Harmless Portuguese talk around a claim. */
export const ptTalk: Omit<LanguagePack, 'code'> = {
  opener: `
    é igual | é igualzinho | é igualzinha | é idêntico | é idêntica |
    não acredito | nao acredito | não vou embora sem | não saio sem | não perco essa | não perco esse | caiu o salário | caiu meu salário | caiu o pagamento | aqui de | falo de | sou de | direto de | tô no | tô na | to no trabalho | tô dirigindo | pro meu | pra minha | pro aniversário | pro natal | meu marido paga | cheiro bom | cheira | que cheiro | dá pra sentir | me lembra | lembra | lembra o | lembra a | na loja custa | nas lojas custa | no shopping custa | é igual ao | é igual à | é igualzinho ao | igual ao da | igual à da | igualzinho | minha filha faz | meu filho faz | minha mãe faz | minha vó faz | minha neta faz | meu neto faz | minha filha vai fazer | meu filho vai fazer | cresci com | de bateria | como pago | como te pago | como faço pra pagar | qual o pix | qual é o pix | qual seu pix | manda o pix |
    meu tamanho | minha cor | que cor | que linda | que lindo | que fofura | que fofa | que perfeição
    me manda | manda pra mim | pode mandar | pode separar | por sedex | por pac | certinho | vou arrasar
    tô feliz | que alegria | minha cara | a minha cara | para o natal | pro natal | pra viagem | pra festa
    pro aniversário | que coisa | vou usar | junto com | manda | mandar | envia | envie | enviar | guarda
    segura | separa | junta | coloca | põe | soma | pra | para | com | por favor | obrigada | pelo amor
    ninguém me tira | ninguém tira | ninguem me tira | ninguém pega | não perco | não vou perder | não resisti
    não resisto | não aguentei | não deixo passar | não posso perder | mal posso esperar | vou pagar | pago
    faço pix | faço o pix | vai ficar | vai combinar | vai amar | combina | amo | amei | adorei | adoro
    apaixonada | tava procurando | estava procurando | tava querendo | eu precisava | preciso | tô precisando
    que sonho | que lindeza | antes que alguém | antes que | antes que acabe | finalmente | é pra | são pra
    é presente | de presente | meu número é | meu endereço é | meu cep é | até que enfim | socorro | to falida
    tô falida | retiro na loja | retiro no local | retiro em | retiro aí | vou retirar | retirada | boa noite
    bom dia | boa tarde | oi gente | olá | cheguei agora | acabei de chegar | pago via | via pix | no cartão
    no débito | no boleto | na entrega | para presente | pra presente | presente pra | presentão
    pra combinar | pra minha | pro meu | pra mamãe | pra vovó | apaixonei | me apaixonei | tô apaixonada
    que maravilha | que luxo | sonho de consumo | sou louca por | louca por | esperei tanto | esperando tanto
    tô esperando | junta tudo | junta aí | pode juntar | pode guardar | pode somar | soma tudo | retiro na
    retiro no | retiro sábado | retiro domingo | retiro segunda | retiro terça | retiro quarta | retiro quinta
    retiro sexta | retiro amanhã | retiro hoje | retiro depois | vou buscar na | vou buscar no | vou buscar em
    vou buscar sábado | vou buscar domingo | vou buscar segunda | vou buscar terça | vou buscar quarta
    vou buscar quinta | vou buscar sexta | vou buscar amanhã | vou buscar hoje | vou buscar depois | busco na
    busco no | busco em | busco sábado | busco domingo | busco segunda | busco terça | busco quarta
    busco quinta | busco sexta | busco amanhã | busco hoje | busco depois | manda junto | manda junto com
    vai junto | vai junto com | amiga que | amiga que perfeição | que espetáculo | que arraso | que fofo
    que chique | tô in love | in love | morri | morri de amores | morta de amor | morrendo de amor
    pras minhas | pros meus | pra vó | pra minha vó | pra mãe | pra usar | pro réveillon | pra praia
    pra formatura | pro batizado | pro casamento | pra viajar | pra colecionar | pra minha coleção
    minha coleção | faltava na | faltava essa | era o que faltava | tava atrás | tava de olho | de olho nessa
    de olho nesse | namorando essa | namorando esse | sonhava com | sonhando com | cheguei a tempo | consegui
    consegui dessa vez | já fiz o pix | mando o comprovante | te mando o comprovante | segue o comprovante
    comprovante | chave pix | meu cep | pode enviar | pode mandar junto | frete | correios | sedex | pro
    pros | pras | coloca junto | já mandei | mandei o | sou de | aqui é de | moro em | beijo | beijos
    abraço pra | vai ficar lindo | vai ficar linda | vai ficar perfeito | fica lindo | fica perfeito | joga
    beijo pra todas | beijos pra todas | beijo a todas
    vou dar de | vou dar pra | certinha pra | certinho pra
    combina com | tava | tava esperando | procurando | procurei | esperei | esperando | que perfeita
    gente que linda | enfim | falo de | meu marido que | minha filha | minha mãe | meu filho | junta com
    presente | fiz o pix | já paguei | pix feito | perfeita pra | perfeito pra
  `,
  firstPerson: `
    eu
  `,
  harmlessTalk: `
    bom preço | ótimo preço | que preço | preço bom | filha faz | filho faz | neta faz | neto faz | sobrinha faz | sobrinho faz | afilhada faz | afilhado faz | mãe faz | pai faz | faz aniversário |
    no | na | nos | nas | mais linda | mais lindo | mais fofa | mais fofo | outra caixa | outras coisas | até aqui | daqui | até em casa | toda noite | todas as noites | todo dia | todos os dias | a semana toda | o dia todo | a noite toda | o ano todo | a semana inteira | o dia inteiro | a noite inteira | não via um assim | não via uma assim | nunca vi um assim | nunca vi uma assim | não sabe quanto
    outro pedido | outros pedidos | minhas outras | meus outros | as outras | os outros | sem pressa
    não tem pressa | não tem problema | sem problema | não ligo | não me importo | hoje | amanhã
    depois do almoço | de manhã | de tarde | de noite | à noite | segunda | terça | quarta | quinta | sexta
    sábado | domingo | janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro
    outubro | novembro | dezembro | tanto | muito | mais uma vez | de deus | que eu | me tira | tira de mim
    que consegui | na quinta | na sexta | no sábado | no domingo | na segunda | na terça | na quarta
    fim de semana | final de semana | dia do pagamento | quando cair o salário | cair o salário | meu cartão
    às | que faz | que vai fazer | que completa | faz 80 | minha caixa | da minha caixa | com a minha caixa
    dessa cor | essa cor | nessa cor | na minha | no meu | da minha | do meu | com a minha | com o meu
    pra todas | pra todos | a todas | a todos | pressa no envio | quando puder | quando puderem | quando der
    quando quiser | quando tiver tempo | nem olhei | nem olhei o preço | nem vi o preço | nem pensei
    nem pisquei | nem acredito | nem dormi | combina com meu | combina com minha | com meu | com minha
    pro meu | pra minha | o meu | a minha | meu marido que lute | que lute | tava esperando
    estava esperando | o preço tá ótimo | preço bom | preço ótimo | esse preço | por esse preço
    tem tudo a ver | antes que acabe | antes que alguém | antes que levem | você é demais | vc é demais
    vocês são | você arrasa | vocês arrasam | ela vai amar | ele vai amar | manda junto | com as outras
    com os outros
    minha cara | a minha cara | tem a minha cara | a cara da | é a cara da | o dia todo | a noite toda
  `,
};
