import type { LanguagePack } from '../language-pack';

/** Courtesy, joy, and other remarks in English that change nothing. */
export const enCourtesy: Pick<LanguagePack, 'courtesy'> = {
  courtesy: `
    second one tonight | second one today | third one tonight | third one today | 2nd one tonight | 2nd one today | third one this week | second one this week | last one tonight | great price | good price | amazing price | what a price | best price | best prices | great prices | good prices | such a good price | such a great price | price is right | thats grand | its grand | if you please | if you dont mind | if you do not mind | if i may | if you would be so kind | faster faster | quick quick | fast fast | chop chop | hurry hurry | lah | leh | lor | hor | liao | how exciting | so exciting | very exciting | bargain city | lovely show | fab show | brilliant show | fantastic show | wonderful show | lovely show tonight | great show tonight | you look gorgeous | you look amazing | you look great | you look beautiful | you look lovely | you look stunning | you look so pretty | you look gorgeous tonight | looking good | looking gorgeous | looking lovely | no doubt | no doubt about it | no question | no question about it | without a doubt | without question | hands down | all day | all day every day | all day long | done deal | lock it in | lock it down | hard yes | easy yes | big yes | easy decision | yeehaw | yee haw | ring it up | bag it | box it up |
    count me in | im in | send help | pls send help | better late than never | pinch me | speedy fingers | cherry on top | pretty please | pretty pretty please | dinner is burning | dinners burning |
    lfg | lets gooo | lets goooo | lets gooooo | lets goooooo | holy grail | grail | my grail | chills | goosebumps | w stream | w show | big w | huge w | my turn | aw | aww that one | i see it i like it | i like it i want it | i want it i got it | you da best | u da best | ur the best | double box it | double box | double boxed | double bag it | double wrap it | white whale | my white whale | slay | purr | no cap | fr fr | vibes | so clean | clean |
    watching from hospital | watching from bed | watching from work | watching from home | watching from the couch | the kids inheritance | the kids college fund |
    before i change my mind | before hubby sees | before hubby notices | before he sees | before he notices | before my husband sees | before my husband notices | too good to pass up | cant pass it up | cant pass this up | cant pass that up | couldnt pass it up | couldnt pass this up | couldnt pass that up | couldnt say no | couldnt say no to that one | couldnt say no to that | couldnt say no to this one | couldnt say no to this
    oh my days | oh my word | oh my giddy aunt | love a bargain | howzit | alright duck | ripper | you ripper | bonza | result | chuffed | over the moon | get in there | got in there | fastest fingers | third time lucky | new customer here | new customer | first time customer | finally won | finally won one | finally won something | feel better | feel better soon | get well soon | thats dinner gone | on a roll | hubbys treat | hubby owes me | husband owes me | dont you dare give it to anyone else |
    what a show | what a night | what a find | what a beaut | what a beauty | now were talking | now we are talking | there it is | there she is | thats the one | that is the one | thats what im waiting for | thats what i was waiting for | thats what im talking about | fine you win | ok you win | ok fine you win | okay you win | twist my arm | dangit | dang it all | i cave | i caved | ok i cave | ok i caved | you crack me up | love your nails | love your hair | love your top | love your outfit | love your energy
    payday | payday baby | gn | gn all | gnight | night all | no ragrets | flaws and all | chips and all | chip and all | as is is fine | my weakness | shut the front door | holy crap | holy smokes | be still my heart | get in | lord help me | god help me | help me lord | whatever the price | whatever it costs | idc how much | as is | cat says yes | dog says yes |
    sure | sure thing | come to momma | come to mommy | get in my cart | get in my belly | get in my house | get in my collection | no brainer | its a no brainer | thats a no brainer | say less | say no more | shut up and take my money | here take my money | heres my money |
    heck | oh heck | what the heck | strewth | fair dinkum | by golly | by jove | oh snap | snap | sweet mother | mama mia | ooh la la | well well | ok then | okay then | alright then | right then | fine then | oh alright | oh fine | oh go on | sod it | screw it | stuff it | why not | yolo | treat yoself | treat yourself | treating myself | no regrets | zero regrets | worth every penny |
    yo | ayo | ayy | ayyy | aight | alrighty | righto | oi | crikey | blimey | jeez | sheesh | woah | whoa | damn | dayum | yass | yaas | yas | heck yes | heck yeah | hell yes | hell yeah | bet | noice
    bloody hell | bloody gorgeous | bloody love it | oh em gee | lets go | lets gooo | lets goo | here we go | good grief | mercy | eek | squee | eep | gurl yes | oh lord | lawd | brilliant | cracking | ooft | oof
    hallelujah | hubba hubba | you legend | you star | you gem | you beauty | you angel | youre amazing | you are amazing | you genius | gimme gimme | come on down | giddy up | bam | boom | bingo | booyah | score | winner winner chicken dinner |
    rose quartz | smoky quartz | black tourmaline | green aventurine | blue calcite | white sage | welp |
    dont let me lose it | dont let me lose this | dont let me lose this one | dont let me miss it | dont let me miss this | dont let it get away | dont let this get away | dont forget about me | dont lose mine |
    ill take it | i will take it | i take it | gonna take it | let me take it | wanna take it | have to take it | gotta take it | ill keep it | i will keep it
    pricey | too pricey | too expensive | wrong size | wrong color | wrong colour | rent is due | bills are due | too big | too small | too long | too short | too tight | too much | too many | out of budget | over budget | over my budget | overspent | broke | cant afford it | i cant afford it | already have one | already have it | have one already | found one already | found one | found another | found another one
    worth the wait | worth it | so worth it | new here | im new here | first time here | first time | first timer | first time buyer | new follower | new to this | long time listener first time caller | long time listener | first time caller | why not | before anyone else | before its gone | before someone else does | before someone else gets it | you got me | you twisted my arm | you know me | youre killing me | you are killing me | cant wait to wear it | cant wait to wear this | cant wait to get it | cant wait to see it | cant wait to have it | dont tell hubby | dont tell the hubby | dont tell my hubby | dont tell anyone | i shouldnt but | i shouldnt but i will | cant resist | i cant resist | couldnt resist | i couldnt resist | cant help myself | i cant help myself | had to | had to do it | i had to | treating myself | treat for me | alright | well | just paid | my heart | my dog needs this | my wallet | my paycheck | christmas | xmas | for christmas | stocking stuffer | easter | halloween | mothers day | fathers day | valentines | graduation | anniversary | wedding | baby shower | i love that color | i love that colour | i love this color | i love this colour | i called it | called it
    ready to pay | ready to check out | ready to checkout | ready to go | ready to shop
    home | im home | im here | im back | just got home | finally here | finally home | made it | just made it | just in time | pj pants | in my pjs | popcorn
    hi there | hello there | hey there
    evening all | evening everyone | evening ladies | evening girls | evening | afternoon | good afternoon | morning | morning all | morning everyone | good morning all | good evening all | good evening everyone | hi all | hello all | hey all | hi ladies | hey ladies | hi guys | hey guys | hello again | hi again | howdy | greetings
    ready | im ready | and ready | card ready | wallet ready | here and ready | my wine | my coffee | my tea | my drink | my popcorn | my snacks | a drink | a snack | got my wine | got my coffee | got my tea | got my drink
    grabbed my | grabbed my wine | grabbed my coffee | grabbed my tea | grabbed my drink | grabbed a drink | poured my wine | poured a glass | made my tea | made my coffee
    thats me done | thats me done for tonight | thats me done for today | im done | im done for tonight | im done for today | done for tonight | done for today | done for the night | thats it for me | thats all for me | that is all for me | thats all | last one for me | last one for tonight
    lucky | lucky me | my lucky day | lucky day
    please | pls | plz | plse | thanks | thank you | thank u | thankyou | thx | tnx | ty | tysm | tyvm | thanks so much
    thank you so much | many thanks | hi | hello | hey | hiya | good morning | good evening | good night | hun | hunny | girl
    girls | babe | sis | sister | dear | love | darling | sweetie | ladies | guys | friend | friends | yall | yay | yaay | yes
    yess | yep | yup | yeah | woohoo | woo | hoo | woot | omg | omgosh | oh my | oh my god | oh my gosh | wow | oh | ooh | ohh
    ah | aww | lol | lmao | haha | ha | hehe | finally | love it | love this | i love it | i love this | love this one
    i love this one | so cute | cute | so pretty | pretty | gorgeous | so gorgeous | beautiful | so beautiful | stunning
    amazing | perfect | awesome | its gorgeous | its beautiful | nice | great | lovely | adorable | love you | love ya
    love you guys | sorry | me please | me me | come to mama | cant wait | so excited | excited | happy | my size
    my favorite | my favourite | my fav | my fave | my color | my colour | my favorite color | my favourite colour | dont miss
    all good | all set | no worries | no problem | thats me | thats mine | its mine | me | all mine | bless | god bless
    woman | mam | maam | sir | bestie | asap | definitely | absolutely | for sure | obviously | you rock | must have | need it
    i need it | want it | great deal | good deal | what a deal | what a steal | have a nice day | xo
    xoxo | xx | wohoo | yessir | as a gift | as a present | as a treat | hi everyone | hello everyone | hey everyone
    hello ladies | birthday | happy birthday | necklace | earrings | bracelet | top | shirt | tee | purse | shoes | sweater
    jacket | skirt | pants | jeans | blouse | cardigan | hoodie | scarf | hat | pendant | stone | crystal | mug | doll | plant
    candle | tumbler | no price tag | no price tags | no tag | no receipt | gift receipt | gift wrap | gift wrap please | wrap it
    both | both please | fine | take my money | in my life | need this | i need this | i needed this | hope it fits | hope this fits | i hope it fits | looking for
    been looking for | looking for this | been looking for this | looking for one | kill me | gonna kill me | going to kill me
    dont tell my husband | shh | exactly what i needed | been wanting | been wanting this | been wanting one | matches | match | goes with
    perfect for | no rush | no hurry | no box | no bag | its a gift | a gift | gift | present | treat | color | colour | this color | this colour
    the color | that color | love this color | love this colour | love that color | love the color | so good | so nice | so soft
    so beautiful | so lovely | so perfect | so adorable | so fun | so pretty | too cute | super cute | very pretty | very cute | soft
    shiny | sparkly | sparkle | unique | elegant | classy | comfy | cozy | fab | fabulous | fire | lit | neat | cool | fun | sweet
    precious | obsessed | im obsessed | im in love | in love | dying | screaming | crying | wahoo | yippee | hooray
    hurray | whoop | whoo | whew | phew | gosh | goodness | my goodness | good lord | heavens | holy moly | holy cow | dang | darn
    girly | girlie | queen | boss | bae | boo | honey | sweetheart | sweetness | sugar | doll face | everybody | everyone | all
    blessings | blessed | ta | ta love | ta hun | go on then | oh go on then | go on | what a | what an | bargain | beauty | find
    dont let anybody take it | dont let anybody take this | dont let anybody get it | dont let anybody else have it | dont let anybody else take it | dont let anyone | dont let anyone have it | dont let anyone else have it | dont let anyone take it | dont let anyone get it
    dont let anyone else get it | dont let anyone else take it | dont let anybody have it | dont let anyone steal it
    dont sell it to anyone else | dont give it to anyone else | dont give it away | dont skip me | dont forget me
    no rush on shipping | no hurry on shipping | free shipping | great show | love this show | love the show | amazing show | best show | good show | fun show | cheers | appreciate it | appreciate you | i appreciate it | much appreciated | kindly | bracelets
    rings | sandals | boots | sneakers | heels | leggings | shorts | sweatshirt | romper | kimono | tunic | vest | coat | socks | belt
    anklet | choker | brooch | pin | charm | set please | bundle | lol yes | hope i got it | hope i get it | hope i win | fingers crossed
    good eve
  `,
};
