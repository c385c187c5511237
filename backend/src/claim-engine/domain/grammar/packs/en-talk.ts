import type { LanguagePack } from '../language-pack';

/** English words in the talk around a claim, except those that cast doubt on it (see `en-danger.ts`). */
export const enTalk: Omit<LanguagePack, 'code'> = {
  street: `
    ct | cir | trl | pkwy | bldg | blk | mews | sq |
    rd | road | st | street | ave | avenue | lane | ln | drive | dr | blvd | boulevard | apt | apartment
    suite | court | crescent | cres | place | highway | hwy | parade | terrace | nagar | marg | cross
  `,
  separable: `
    take | put | taking | pull
  `,
  particle: `
    off | out | out of | off of | back | away
  `,
  thing: `
    first edition | peace dollar | silver dollar | morgan dollar | locket | chain | cuff | bangle | watch | handbag | clutch | backpack | satchel | crossbody | duffle | duffel | wristlet | fanny pack | gown | jumpsuit | playsuit | dungarees | poncho | shawl
    blazer | parka | puffer | windbreaker | jersey | polo | flannel | henley | bodysuit | swimsuit | bikini | bra | nightgown | nightie | robe | dressing gown | cap | beanie | visor | fascinator | umbrella | teapot | kettle
    pitcher | vase | bowl | plate | platter | saucer | goblet | decanter | tray | canister | cookie jar | skillet | dutch oven | casserole dish | cake stand | lamp | lantern | clock | mirror | picture frame
    rug | pillow | cushion | blanket | quilt | afghan | throw blanket | curtain | wreath | figurine | statue | ornament | snow globe | music box | jewelry box | planter | terrarium | basket | stool | chair | bench | bookcase | dresser
    drill | impact driver | wrench | ratchet | socket set | toolbox | sander | grinder | router | circular saw | heat gun | multimeter | charger | speaker | camera | lens | console | controller | keyboard piano | guitar | vinyl
    comic | funko | funko pop | plushie | plush | squishmallow | barbie | lego set | puzzle | board game | rookie card | rookie | slab | holo | charizard | booster | geode | obelisk | sphere | pyramid | palm stone | amulet
    talisman | perfume | lipstick | palette | lip gloss | moisturizer | serum | cleanser | wig | headband | scrunchie | hair clip | claw clip | bow | bib | onesie | sleeper | swaddle | stroller | yarn | fabric | quilt kit
    cross stitch kit | rod | reel | lure | cooler | thermos | flashlight | knife | pocket knife | saddle | bridle | bike | scooter | skateboard | tracksuit | trackie | jumper | dressing table | satin | waistcoat
  `,
  topic: `
    ship together | combine shipping | combine | combined | bundle | together | who else |
    ship | shipping | shipped | postage | deliver | delivery | deliveries | international | internationally | next show | next live | next stream | next sale | live again | show again | go live | paypal | venmo | zelle | cashapp | afterpay
    klarna | credit cards | cards | layaway | installments | payment plans | store hours | open | located | location | your website | your store | your shop | loyalty program | gift cards | giveaway | giveaways | how are you | how is everyone
    hows everyone | how is everybody | hows everybody | hows it going | how are yall | whats everyone drinking | who else is here | what time | what day | how long is the show | how long are you live | taxes | tax | tracking | courier | usps | ups | fedex | royal mail
  `,
  vocative: `
    bro | bros | bruh | bruv | bud | buddy | mate | mates | dude | man | fam | chief | girlfriend | girlfriends | girly | girl | girls | gurl
    gal | gals | sis | sista | sistas | sissy | sisters | homie | homies | pal | pals | champ | ace | legend | lad | lads | lass | fellas | gents
    peeps | yall | captain | skipper | guv | hun | huns | hon | hunni | babe | babes | baby doll | luv | luvs | lovelies | ducky | doll | dears
    darlings | sweetpea | sweet pea | mamas | mama bear | mami | chica | chicas | amigo | amiga | bosses | boss lady | bosslady | boss man
    bossman | big guy | my guy | my dude | my g | bestie | besties | boo | dawg | playa | bub | tita | dearie | missus | miss | queens | lady
    friendo | friends | broski | brotha | cuz | compadre | guys | ladies
  `,
  vague: 'a few | few | a couple | couple | some | several | a bunch | a handful | multiple',
  article: 'the | that | those | this | these',
  talkEnd: 'but | so | fine | ok | okay | alright | welp | anyway | anyways',
  shared: 'both = 2 | all = * | all three = 3 | all four = 4 | all of them = *',
  grade: 'psa | bgs | cgc | sgc | hga | beckett | gem mint | gem | graded | gma',
  wish: 'want | i want | need | i need',
  pointer: 'that | this | those | these | the',
  tag: 'tho | though',
  opener: `
    completes my | completing my | finishes my | rounds out my | cant wait to show | cant wait to show my | show my mom | show my daughter | show my husband | show my sister | show my kids | show my friends | cant wait to see it | cant wait to see this | cant wait to see them | had one just like it | had one just like this | had one just like that | had one like this | had one like that | had one like it | had one when i was | had these growing up | had this growing up | had one growing up | had this exact | had the same one | had the same | have one just like it | ive wanted | i have wanted | ive always wanted | i have always wanted | always wanted | have wanted | has wanted | has always wanted | have always wanted | has been wanting | have been wanting | has been begging for | has been asking for | has been looking for | has been eyeing | have been eyeing | have been looking for | been on the hunt for | been on my list | smells like | smells just like | looks just like | feels just like | adds to my | adds to the | 4 th of july | for the 4 th of july | for the 4 th | sweet 16 | her sweet 16 | thats 2 tonight | thats 2 today | thats 2 now | thats 3 tonight | thats 3 today | thats 3 now | thats 4 tonight | thats 4 today | thats 4 now | thats 5 tonight | thats 5 today | thats 5 now | thats 6 tonight | thats 6 today | thats 6 now | thats 7 tonight | thats 7 today | thats 7 now | thats 8 tonight | thats 8 today | thats 8 now | thats 9 tonight | thats 9 today | thats 9 now | battery | my battery | battery at | my battery is at | phone at | my phone is at | on my phone at | how do i pay | how do i pay you | how do i pay for it | where do i pay | where do i send payment | where do i send the payment | where do i send money | where do i send the money | whats your venmo | what is your venmo | whats ur venmo | whats your zelle | whats your paypal | whats your cashapp | whats the venmo | do i dm you | should i dm you | do i message you | how do i checkout | how do i check out | whats my total | what is my total | whats the total | what do i owe | what do i owe you | how much do i owe | how much do i owe you | to flip | to resell | to fix up | to repaint | to refinish | to frame | to hang | to display | to practice | to decorate | vol | volume | issue |
    no way thats | no way this is | no way its | no way omg | no way am i | no way im | omg no way thats | not leaving without | not going home without | not going to bed without | not sleeping without | not living without | not gonna let | not going to let | not walking away | not letting this | never leaving without | never letting | been chasing | been hunting for | been after | chasing | doing a | making a | knitting a | crocheting a | building a | starting a | doing my | making my | my total | my number keys | number keys | lmk | lemme know | let me know the total | let me know my total | let me know how | sleeve | toploader | top loader | bubble wrap | double box | for the pc | bmwt | pwe | its calling | felt that | felt cute | lurking |
    gn | gnight | goodnight | good night | nighty night | night all | brb | gtg | gotta go | gotta run | gotta get up | driving | cooking | nursing | feeding the baby | at work | on the bus | on the train | in the car | in the bath | in bed | signal | reception | idc | lord help | god help | help me lord | jesus take the wheel
    take ur time | take your time | bc why not | bc | cuz | cause | thanks for the | thank you for the | thanks for bringing | been asking for | been begging for | been praying for | been dreaming of | been eyeing | been stalking | been hunting | been searching | been manifesting | i know i have a problem | i have a problem | yes i know | i know i know
    there goes my money | there goes my paycheck | there goes my grocery money | there goes my rent | there goes my savings | there goes my budget | there goes the grocery money | there goes the budget | bye bye | bye paycheck | goodbye paycheck | rip my wallet | rip my bank account | rip my paycheck | rip my budget | rip my savings | rip to my wallet | rip wallet | rip bank account | hubs can | hubs will | hubs is | hubby can | hubby will | what hubby doesnt know | what hubs doesnt know | what he doesnt know | what husband doesnt know | he will never know | hell never know | teacher appreciation | bridesmaid gift | bridesmaid gifts | bridal shower
    treat for | tax refund | tax return | refund came | bonus came | check came | payday | pay day | pm me | message me | inbox me | dm me | msg me | text me the | send me the total | send the total | send me my total | send link | send me the link | same card | same payment | goes with | goes great with | goes perfect with | pairs with | perfect with | looks great with | to match | to go with | my collection | my cabinet | my shelf | my mantel
    my porch | my garden | my bathroom | my bedroom | my kitchen | my living room | my dorm | my office | my classroom | my craft room | my she shed | my booth neighbor | my etsy | my obsession | my addiction | my kryptonite | my weakness | my aesthetic | my vibe | my fav color | my birthstone | my zodiac | my wedding | my honeymoon | my vacation | my cruise | my trip | i collect | i love | i adore | i need | im obsessed | im screaming | im crying | im dying
    im dead | im weak | im hooked | im addicted | im shook | im so happy | im so excited | im sooo | this is so me | thats so me | so me | so my style | totally my style | gonna look | gonna be perfect | gonna wear | gonna put | gonna use | gonna hang | gonna display | gonna gift | gonna treasure | will look | will match | will go perfect | will be perfect | will treasure | would look | cant wait to | wearing this | wearing it | hanging this | displaying this
    using this | using it | putting this | putting it | giving this to my | saving it for | saving this for | early bday | early birthday | early christmas | late birthday | belated | self care | retail therapy | mental health | therapy | mood booster | serotonin | dopamine | pls ship | please ship | ship asap | ship whenever | ship monday | ship with | ship to my | ship it to | hold with | pack with | combine | bundle with | bag with
    no holds | no returns needed | porch pick up | curbside | will swing by | swinging by | be there saturday | see you saturday | see you tomorrow | see ya | c u | love yalls | love you guys | love your | luv ur | luv your | u guys | yall are | you ladies | u ladies | best show | best live | best seller | best deals | best prices | keep them coming | keep it coming | keep em coming | more please |
    thats a | that is a | its a | this is a | thats the | cant leave | cant let this | cant live without | cant say no | cant miss | cant go wrong
    cant deal | cant even | cant handle | couldnt leave | couldnt say no | couldnt let | cant not | pay you on | pay you tomorrow | finally got through
    slow | can wait | had to | i had to | had to have | i had to have | who needs | is my jam | is my favorite | is my fav | is my color | is my thing
    is my weakness | is my whole | is everything | are everything | is calling | are calling | finally got | got through | just got paid | just got home
    on my way | same as last order | same as last | same address | shut the front door | cant stop wont stop | i have no self control | no self control
    no willpower | no chill | w/ | you convinced me | you talked me into | you sold me | you twisted my arm | you had me at | youre killing me
    youre dangerous | you always have | you have the best | you have the cutest | you have the prettiest | oh my | heck yes | heck yeah | hell yes
    hell yeah | yes please | hello from | hi from | early | little | matching | those colors | these colors | this color | the colors | the details
    the sparkle | perfect for | retirement | housewarming | teacher gift | hostess gift | secret santa | stocking | wish list | bucket list | crossing my
    crossing fingers | running to | counting down | that is going | thats going | thats adorable | that is adorable | im a sucker | im a sucker for
    im in | count me in | sign me up | yes yes | say less | ring it up | bag it | box it | charge it | shut up and | take my | rain or shine | rainy day
    project | my kind of | that will | thatll | those will | these will | this will | itll | it will | they will | theyll | im here for | here for
    living for | all about | too funny | ok you | because why | i guess i need | before my | before the | before they | so i can | so we can | so she can
    so he can | so they can | dont judge | dont tell | dont worry | dont laugh | dont let | never know | never too many | never too late | never go wrong
    grandmas | moms | hubbys | take my money | hold | ship | send | mail | post | postage | deliver | keep | combine | bundle | invoice | bill | charge
    add | put | toss | throw | stick | save | wrap | pack | box | bag | tag | message | msg | dm | text | pm | set aside | leave | pick up | pickup
    picking | drop off | shipping | sending | mailing | posting | paying | going | going on | going in | going with | going to look | taking | wearing
    getting | using | giving | gifting | gonna wear | going to wear | gonna look | putting | adding | buying | bringing | wrapping | combining | hoping
    loving | living | dreaming | dying | rocking | saving my | treating | spoiling | celebrating | stocking up | decorating | framing | hanging | planting
    starting | finishing | collecting | completing | replacing | redoing | pairing | styling | layering | love | loved | loving it | adore | need | needed
    needs | want | wanted | hope | hopefully | finally | obsessed | excited | thrilled | stoked | pumped | so | such | what a | been wanting | been eyeing
    been hunting | been searching | been dreaming | been waiting | been looking | been after | been watching for | been hoping | before someone
    before somebody | before anyone | before anybody | before it goes | before it sells | before its gone | before they are gone | before theyre gone
    before u | before you | for | with | with a | in time | just in time | just for | because | cuz | cause | to go | to match | to wear | to add
    to complete | to finish | to replace | as a gift | as a treat | in my life | on my list | on my wishlist | out the | off to | time to | will | will be
    will look | will go | will wear | will send | will pay | gonna be | gonna love | going to be | going to love | its for | its so | its perfect
    its going | its gonna | its the | theyre for | theyre so | theyre perfect | they are for | these are for | these are so | this is for | this is so
    this is perfect | this is going | this is the | thats for | thats so | thats perfect | thats gorgeous | it is so | it is for | matches | goes with
    goes great | goes perfectly | perfect with | perfect match | great for | ideal for | gift for | present for | bday | birthday | christmas
    anniversary | wedding | graduation | omg | oooh | yasss | yass | yas | squeal | eek | eeek | eep | ahh | ahhh | aaah | mama needs | momma needs
    mommy needs | shut up | come to | get in | lets go | lets goo | wooo | woop | paypal | venmo | zelle | cashapp | payment | money | deposit | card
    same | usual | my usual | my order | my order is | my order # is | my order number is | my invoice is | order # is | thank you | thank u | she turns
    he turns | shes turning | hes turning | she is turning | he is turning | my invoice | my box | my bin | my bag | my cart | my pile | my bundle
    my tab | my name is | my email | my insta | my lucky | my wifi | my kind | my style | my color | my daughters | my sons | my moms | couldnt resist
    could not resist | cannot resist | cant resist | couldnt help | cant help | cant wait | cannot wait | cant wait till | cant wait til | cant wait until
    cant believe | cannot believe | cant believe i got | cant believe i found | cant stop | couldnt pass | cant pass | wont regret | dont care | dont mind
    dont forget | no need | no rush | no hurry | no worries | no problem | no biggie | no bag | no box | no shame | no regrets | not missing | not passing
    not letting | not losing | not waiting | not sorry | not even sorry | not gonna miss | not going to miss | aint missing | never seen | never enough
    never have enough | wouldnt miss | wasnt gonna miss | not in a rush | not in a hurry | im not even | not a hoarder | im not a hoarder | is a bargain
    is such a bargain | is a great price | is a good price | is a great deal | is cheap | afterpay | klarna | cash | afterpaying | collect | finally beat
    beat you | hes gonna love | hes going to love | hes gonna adore | hes gonna be so happy | hes going to be so happy | hes gonna flip | hes gonna freak
    hes so excited | hes obsessed with | hes been wanting | shes gonna love | shes going to love | shes gonna adore | shes gonna be so happy
    shes going to be so happy | shes gonna flip | shes gonna freak | shes so excited | shes obsessed with | shes been wanting | theyre gonna love
    theyre going to love | theyre gonna adore | theyre gonna be so happy | theyre going to be so happy | theyre gonna flip | theyre gonna freak
    theyre so excited | theyre obsessed with | theyre been wanting | he is gonna love | he is going to love | he is gonna adore | he is gonna be so happy
    he is going to be so happy | he is gonna flip | he is gonna freak | he is so excited | he is obsessed with | he is been wanting | she is gonna love
    she is going to love | she is gonna adore | she is gonna be so happy | she is going to be so happy | she is gonna flip | she is gonna freak
    she is so excited | she is obsessed with | she is been wanting | they are gonna love | they are going to love | they are gonna adore
    they are gonna be so happy | they are going to be so happy | they are gonna flip | they are gonna freak | they are so excited | they are obsessed with
    they are been wanting | he will love | she will love | theyll love | they will love | hell love | shell love | one for each | one each | pay you by
    paying you | see you at | dropping off | so will pay | will pay after | pay after | pay you after | pay you monday | pay you tuesday
    pay you wednesday | pay you thursday | pay you friday | pay you saturday | pay you sunday | pay you tonight | reminds me of | remind me of
    this reminds me of | that reminds me of | my nan | worth every | worth every penny | i have zero | zero self control | zero willpower
    no willpower left | same card | same card as before | same as before | same details | details as before | she collects | he collects | collects
    been saving | been saving up | been saving for | i cannot believe the | cannot believe the price | cant believe the price | cant believe the
    cannot believe my luck | cant believe my luck | second one this week | third one this week | another one this week | my last one | last one tonight
    my last one tonight | thats me done | thats me for the night | night all | night ladies | im off to bed | off to bed | bed time | in love | im in love
    totally in love | so in love | head over heels | about time | been on my list | on my bucket list | run dont walk | shut up and take | popping this
    popping in | popping to | nipping out | whack it | chuck it | chuck it in | pop it in | pop it in my | hubby wont know | hubby doesnt need to know
    what hubby doesnt know | what he doesnt know | bank account crying | rip my wallet | rip my bank account | rip bank account | wallet is crying
    goodbye paycheck | bye money | exactly what | just what | will do | will transfer | bank transfer | popping it | that makes | that brings
    brings my total | in memory of | in honor of | can pick up | can collect | can come get | can swing by | literally | this is | these are
    i have been stalking | been stalking | stalking this | stalking it | thank you for | bringing this | hanging this | hanging it | putting it
    putting this | placing it | using it | using this | wearing it | wearing this | displaying | displaying it | supporting | craving | manifesting
    manifested | worth the | took one look | one look and | dropping the kids | been a rough week | i deserve it | i deserve this | goes straight to
    straight to my | gonna frame | been on the | been on | been on the lookout | been on the hunt | on the hunt | on the lookout | eyeing | hunting
    searching | looking for | exactly the | the exact | the stitching | the detail | the fabric | the pattern | the print | my heart | my hands | my jaw
    my mouth | my eyeballs | my kitchen | my living room | my bedroom | my bathroom | my couch | my sofa | my mantle | my mantel | my shelf | my table
    my garden | my porch | my patio | my office | my desk | my closet | my collection | my wardrobe | my outfit | my dress | my shoes | my boots
    my jeans | my hair | my nails | my birthday | my wedding | my anniversary | my vacation | my trip | my cruise | my honeymoon | my holiday
    my holidays | my interview | my new job | my first day | my class | my classroom | my students | my team | my church | my favorite | my fav | my fave
    my aesthetic | my vibe | my obsession | my weakness | my kryptonite | my bad habit | my therapy | retail therapy | treat yourself | treat myself
    treat yo self | merry christmas | happy holidays | happy birthday | gift idea | stocking stuffer | woke up | stayed up | set an alarm | set my alarm
    rushed home | ran home | ran to | pulled over | just walked in | just joined | just tuned in | just made it | made it | made it in time | finally home
    finally here | i knew | i always | i never | why am i | no one will | nobody will | score | win win | bless your | god bless | you read | you know
    you know me | you know i | you know my | you get me | you got me | you made | you make | you bring | you never | you find | you sell | you carry
    you are the | youre the | you are so | youre so | youre a | you are a | you are amazing | youre amazing | you are killing | ur killing | u always
    u have the | u got | u r | ur the | ur so | will grab | will get | will come | will swing | will stop by | will drop by | will be by | will msg
    will message | will dm | will text | will email | will venmo | will paypal | will zelle | will cashapp | will settle | will sort | can do pickup
    thanks for | thank you so | appreciate you | appreciate it | so grateful | grateful | lucky me | lucky day | best day | made my day | makes my day
    made my night | made my week | new to | newbie | first timer | long time | longtime | love from | your number one fan | your biggest fan | from your
    thought i | knew i | lost my | broke my | ruined my | gave my | i gave mine | my last | best | gotta | must | use my store credit | store credit
    my credit | they go | they match | they look | they both | it goes | it matches | it looks | took me | only took me | it only took | finally snagged
    took forever | better be quick | gotta be quick | i could die | wishing i | finally in | good thing | so glad | hurry up | come on | cmon | let me in
    third times | third time | grandma | nana | gramma | my grandma | mom | call | call me | ring me | love your | love ur | love these | love the
    5 star | five star | 5 stars | 10 stars | 2nd time | 3rd time | 1st time | 2nd times | 3rd times | makes it | that is number | thats number
    number 1 fan | be there | ill be there | day 1 | day 2 | day 3 | round 2 | 10 out of 10 | 4 sure | 4 my | 2 cute | 2 much | turning | class of | bin
    box number | your number 1 | 10 / 10 | 5 / 5 | 100 / 100 | 10 / 10 show | 10 / 10 live | 10 / 10 host | 10 / 10 seller | 5 / 5 show
  `,
  harmlessVerb: `
    would love that | would love this | would love it | would love these | would love them | would be so happy | would be thrilled | would be so excited | would adore this | would adore that | would adore it | will be jealous | will be so jealous | gonna be jealous | gonna be so jealous | is gonna be jealous | is gonna be so jealous | are gonna be jealous | are gonna be so jealous | is going to be jealous | would be jealous | shes at | hes at | theyre at | she is at | he is at | they are at | shes working | hes working | shes in surgery | shes in hospital | hes in hospital | gonna be so mad | going to be so mad | gonna be mad | will be so mad | will be mad | is gonna be so mad | is gonna be mad | is so mad at me | is so gonna kill me | will kill me | is gonna murder me | is gonna divorce me | gonna divorce me | will divorce me | is divorcing me | will flip | will go nuts | will go crazy | will scream | will cry | will pee |
    are coming | are finally asleep | is finally asleep | are asleep | is asleep | are in bed | are finally in bed | is napping | are napping | will love
    would die for | is gonna be | are gonna be | is visiting | are visiting | gonna flip | gonna die | gonna freak | gonna kill me | will never know
    is coming | needs this | needs it | needs one | needs these | needed this | needs a | needs more | need this | need it | need these | will adore
    will be so happy | will be thrilled | will be so excited | will flip | will go | will look | will die | will freak | will kill me | is gonna kill me
    is going to kill me | is gonna love | is going to love | is gonna be so | is going to be so | gonna love | going to love | loves | love | deserves
    deserve | collects | turns | is turning | is obsessed with | is gonna flip | are gonna love | are going to love | will have | will wear | will match
    bday is on | birthday is on | wedding is on | anniversary is on | party is on | bday is coming | birthday is coming | bday is tomorrow | bday is next
    bday is this | bday is in | birthday is tomorrow | birthday is next | birthday is this | birthday is in | wedding is coming | wedding is tomorrow
    wedding is next | wedding is this | wedding is in | anniversary is coming | anniversary is tomorrow | anniversary is next | anniversary is this
    anniversary is in | shower is on | shower is coming | shower is tomorrow | shower is next | shower is this | shower is in | party is coming
    party is tomorrow | party is next | party is this | party is in | will squeal | will freak out | will flip out | my cat will | my dog will
    my cats will | my dogs will | have a dog | have a cat | my cat needs | my dog needs | my cat loves | my dog loves | the cat will | the dog will
    my cat deserves | my dog deserves | a dog | a cat | for the cat | for the dog | for my cat | for my dog
  `,
  firstPerson: `
    i | im | ill | ive | i am | i will | i just | i really | i so | i totally | i literally | i absolutely | i seriously | im just | im really | im so
    im too | im totally | im literally | im still | i still | i also | i always | ive always | ive just
  `,
  harmlessBeforeClaim: `
    is out of town | is asleep | is at work | is in the shower | isnt home | is not home | is on the road | is deployed | is fishing | is hunting | is golfing | i said no more | said no more | i said i was done | said i was done | swore i was done | supposed to be on a no buy | on a no buy | no spend month | was about to | about to leave | about to log off | about to go to bed | about to go to sleep | was leaving | i give in | give in | caving | im caving | fine ill do it | talked myself into it | yall are too fast | yall are so fast | yall are fast | you guys are too fast | you guys are so fast | u guys are fast | you ladies are so fast | everyone is so fast | everyone is too fast | these go fast | these are going fast | was not going to buy | wasnt going to buy | not going to buy | not gonna buy | was not going to | was not planning to | said i was done | said i was done buying | swore i was done | mum said i could | mom said i could | hubby said i could | husband said i could | internet froze | wifi froze | phone froze | screen froze | stream froze | app froze | live froze | video froze | feed froze | computer froze | tablet froze | ipad froze | laptop froze | it froze | it froze up | froze on me | froze again | kept freezing | keeps freezing | keeps glitching | glitched | app crashed | phone crashed | my stream froze | my internet froze | my screen froze | my app froze | my phone froze | my wifi froze | said id be good | said i would be good | promised id be good | promised myself | promised hubby | i promised hubby | promised my husband | promised i would stop |
    regret this | gonna regret this | going to regret this | might regret this | will regret this | regret it later | shouldnt be doing this | shouldnt do this |
    said yesss | gave me the ok | gave me the green light | gave me the nod | gave permission | gave me permission | said ok fine | is ok with it | is fine with it | green lit | nodded | said treat yourself | said treat yoself | signed off | talked into it
    said get it | says get it | said do it | says do it | said buy it | says buy it | didnt say no | has not said no | is not looking | isnt looking | isnt watching | wont notice | wont know | is asleep | gave me money | gave me birthday money |
    says yes | said yes | says ok | said ok | says its ok | said its ok | says fine | said fine | says go for it | said go for it | approved
    agreed | caved | i caved | says i can | said i can | said i could | okayed it | gave in | lets me | let me | said i deserve | says i deserve
    trying to be good | trying to behave | trying to save | trying not to spend | trying not to | im broke | so broke | im poor | broke af | so tired
    i should stop | should stop | shouldnt | i shouldnt | should not | told myself | said no more | told myself no more | supposed to be saving
    on a budget | on a spending ban | on a no buy | no more money | no self control | late | im late | running late | so late | almost missed it
    nearly missed it | was going to pass | was gonna pass | was going to skip | was gonna skip | hubby will kill me | husband will kill me
    gonna regret it | not what i came for | cant afford it | cant afford this | dont need it | dont need this | dont need another | ugh | argh
    thought about it | thinking about it | been thinking about it | didnt plan on it | wasnt planning on it | wasnt going to | wasnt gonna
  `,
  harmlessTalk: `
    watching with | watching from | real leather | a real leather one | the real thing | the one my dog ate | replace the one |
    for my toddler | my toddler needs | my toddler loves | like a dream | fits like a dream | works like a dream | dream bag | dream dress | dream piece | my dream | a dream come true | dream come true | is typing for me | typing for me | to win one | turn to win | finally win | win one | win something | finally my turn | color before | colour before | one before | one like it before | like it before | like that before | never seen before | seen before | whoever packed | whoever packs | whoever wraps | whoever wrapped |
    the check | a check | my check | check in the mail | check is in the mail | check will be in the mail | cashiers check | a money order | got paid | just got paid | i got paid | gotta have | have to have | must have | need to have | a one piece | a two piece | a three piece | a one - piece | a two - piece | a 1 piece | a 2 piece | a 3 piece | for mine | like mine | than mine | of mine | matches mine | nothing for | out of shelf space | out of space | out of room | out of wall space |
    the one i wanted | the one i needed | the one i was waiting on | the one i was waiting for | the one i came for | the one ive been waiting for | the one ive been waiting on | the one i have been waiting for | the one ive been wanting | exactly what i wanted | what i was looking for | exactly what i was looking for | first apartment | first place | first house | first home | first car | first baby | first birthday | first christmas | first communion | first grandbaby | first day of school | first classroom | first dance | out of town | for showing it again | for showing that again | for showing it off | for showing me | perfect spot | the spot | the perfect spot | this time | this time around | congrats on | congratulations on | is back | are back | im back | were back | total should be | should be around | should be about | should fit | should look | should match | should go with | should work | is a steal | for a steal | such a steal | love everything | loved everything | everything is so | everything was | everything looks | everything looked | everything came | my screen is slow | my phone is slow | my internet is slow | my wifi is slow | my connection is slow | my screen is so small | just what i wanted | exactly what i wanted | all i wanted | i said hey | i said hi | i said hello | if u need my | if you need my | if you need anything | if u need anything | if you have any questions | if you have questions | if there are any issues | if any issues | with my 2 others | with my 3 others | with my 4 others | with my 5 others | w my 2 others | w my 3 others | w my 4 others | w my 5 others | my 2 others | my 3 others | my 4 others | dont let anybody take it | dont let anybody take this | dont let anyone take it | dont let anyone take this | i want more stuff | want more stuff | i want more things | my old one broke | my old one died | old one broke | old one died | said hi | says hi | say hi | said hello | says hello | say hello | i said hi | wallet hates you | wallet hates me | my wallet hates you | my wallet hates me | bank account hates you | bank account hates me | beats paying | beats the store | beats the mall | wine in hand | coffee in hand | next sat | next sun | next mon | next tues | next tue | next wed | next thurs | next thur | next fri |
    as is | flaws and all | chip and all | chips and all | stain and all | dings and all | tags and all | box and all | lid and all | and all | whatever the price | whatever it costs | whatever the cost | no matter the price | no matter the cost | idc how much | dont care how much | how much i love | how much i love this | how pretty | how cute | how gorgeous | how adorable | how beautiful | wont hurt him | doesnt know wont hurt him
    cat says yes | dog says yes | kids say yes | hubby says yes | husband says yes | wife says yes | dog approved | cat approved | hubby approved | husband approved | kid approved | mom approved | wife approved | toddler approved | picked it | picked this | picked it out | picked this out | it went through | hope it went through | hope that went through | went through | all week | all month | all day | the whole show | typing fast
    came in | came through | came early | just came in | got earlier | i got earlier | i won earlier | won earlier | i got last time | i bought earlier | from earlier | thats 2 for me | thats 3 for me | thats 4 for me | thats 5 for me | that makes 2 | that makes 3 | that makes 4 | that makes 5 | no ragrets | no regerts | no shame | no judgement | no judgment | what a show | now were talking | there it is | say you saw me | you saw me | hope you saw me | hope u saw me
    am i right | what i wanted | what i needed | what ive been looking for | what i was looking for | what im looking for | what i was waiting for | when you know you know | if you know you know | iykyk | who am i kidding | who needs food | who needs sleep | who needs groceries | who needs money | who needs savings | lol who needs money | cant stop me | stop me |
    mine mine mine | finally found one | finally found it | found my | get in my |
    bundle them | combine them | hold them | pack them | wrap them | ship them together | bundle em | box them up | bag them |
    bank account hates | account hates | wallet hates | bank account hates you | account hates you | wallet hates you
    my other wins | my other stuff | my other order | my other orders | my others | my other items | my other things | other wins | other items
    the others | the other stuff | not too late | i have been | have been | got here | just got here | i got here | dont let anyone else have it
    dont let anyone have it | dont let anybody have it | dont let anybody else have it | price tag | price tags | hope i got it | hope i get it
    pay later | pay you later | pick up later | pickup later | later today | later tonight | all mine | its mine | thats mine | mine mine | youre mine
    be mine | you are mine | finally mine | mine now | my first | first time | first one | first purchase | first claim | first live | first show
    first order | first thing | on my | on the | in my | in the | to my | to the | into my | over my | under my | around my | from my | of my | by my
    near my | for my | look so | look good | look great | look amazing | looks so | looks good | looks great | convinced me | i already have a matching
    already | you | u | the wait | sorry for the wait | i have the matching | ive got the matching | got the matching | have the matching | this one
    that one | the one | one of | my one | these ones | for one | need one | get one | have one in | a new one | one for my | one for the | one forever
    over | under | more | another | still | only | just | like | separately | i got lucky | believe i got | glad i got | happy i got | so glad i
    im glad i | glad i | im so glad | lucky i | i was here | paypal you | venmo you | zelle you | cashapp you | message you | text you | dm you | call you
    sending you | pay u | venmo u | love u | see you there | so much | so many | again | more than | as a | as an | as soon as | asap | once again
    really | very | too much fun | too good | too cute | too pretty | only one | the only one | someone else grabs | someone else gets
    somebody else grabs | somebody else gets | someone else snags | someone else takes | someone grabs | someone else does | somebody else does
    someone else sees | somebody else | someone else | someone steals | someone else steals | anyone else grabs | anyone else gets | anyone else sees
    anyone else does | anyone grabs | anyone gets | sells out | goes | love you | love ya | miss you | you guys | you all | you ladies | you girls
    you know it | pay you | send you | bless you | you rock | you are the best | youre the best | see you | all day | all night | all week | all year
    all my | all of my | all the way | all in | all summer | all winter | next month | next week | next weekend | next year | next summer | next spring
    next fall | next winter | next friday | next payday | next paycheck | this week | this weekend | this month | this morning | this summer | this winter
    this year | this season | from last week | from last night | from last time | from yesterday | from earlier | from before | from monday | from sunday
    from saturday | from friday | last day | my last | the last | last one | love them | need them | want them | wear them | send them | ship them
    on them | with them | in them | of them | in it | on it | with it | for it | wear it | ship it | send it | about it | to keep | to have | like a
    like crazy | like mad | i like | as well | either way | monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tues | wed | weds
    thurs | thur | fri | sat | sun | january | february | april | june | july | august | september | october | november | december | jan | feb | apr | aug
    sept | oct | nov | dec | payday | noon | midnight | im broke | going broke | gonna be broke | so broke | broke now | officially broke | they fit
    it fits | this fits | these fit | hope i win | im going to | im gonna | promise | i promise | i swear | when it arrives | when it gets here | to you
    from you | you made my | you always | your | around half | at half | half past | about half | turning | who is turning | whos turning | have to
    i have to | gonna have to | im gonna have to | j & t | with the others | i got in | i got last | i got from you | i got from | i got on | in march
    in may | last march | this march | this may | march | till payday | until payday | til payday | this week haha | i bought in | i bought last
    i bought from you | i bought here | with the ones i | to go with the | no one grabbed | still available | its still here | still here | for since
    after work | after lunch | after dinner | after church | after school | after bedtime | after my shift | when she opens | when she sees
    when he opens | when he sees | when they open | when they see | once she opens | once she sees | once he opens | once he sees | once they open
    once they see | when it comes | as always | as ever | as usual | what my | from last show | in the morning | with this | whenever you like
    whenever you can | whenever you want | whenever suits | whenever works | when you can | when you get a chance | whenever is easiest
    whenever convenient | even though | even tho | altho | at that price | for that price | at this price | for this price | that price | this price
    what a price | great price | good price | amazing price | those prices | these prices | your prices | ur prices | worth the wait | worth the price
    my details | my info | same size as | same as | as last time | my babe | so cheap | ur | mine broke | mine just broke | mine died | mine finally died
    mine finally broke | mine got lost | mine got broken | mine is so old | mine wore out | bring it back | brought it back
    bring these back | brought these back | brought them back | bring them back | had one like | had this | had the same | had these | had one of
    have one of | not one but two | the half off | wins tonight | win tonight | my win | my wins | another win | first win | third win | second win
    best seller | best host | anything | anywhere | anytime | any time | all this time | at the traffic light | at the red light | at work | at home
    at the gym | at the office | at my desk | at dinner | at lunch | at church | at school | at the store | at the airport | at the hospital | at practice
    at soccer | was worth | were worth | was meant to be | its fate | meant to be | meant for me | made for me | made for us | watching every
    watching all | no matter what | for years | for months | for weeks | for ages | for so long | all along | for hours | in forever | in years | in ages
    at last | at long last | should be here | should arrive | who wouldnt | who wouldnt want | who could resist | who can resist | everyone | everybody
    every week | every night | every day | every show | every time | every single | every year | every morning | every penny | every one of | check comes
    my check comes | paycheck comes | check clears | my check | gotta have it | must have it | have to have it | need to have it | had to have it
    has to have it | gotta have them | gotta have this | must have this | must have | hate me | gonna hate me | gonna kill me | take it off my
    take it out of my | use my | buy them all | buy it all | buy everything | buy it all up | i could buy | wish i could buy | wish i could get them all
    since you | since i | since the | since forever | since you put it | since you put it out | since you showed it | i missed the last one
    missed the last one | missed the last | missed out last time | missed it last time | missed one last time | when i was little | when i was a kid
    when i was young | when i was a girl | when we were kids | growing up | as a kid | as a child | christmas tree | my tree | the tree | for my others
    with my others | to my others | for the others | for my other | with my other | hi everyone | hello everyone | hey everyone | all evening | all show
    up my mind | cheaper than | cheaper here | wishing i could | wishing i could buy | when i was | so cant type | so i cant type | cant type much
    cant type fast | your shows | ur shows | these shows | the shows | all your shows | been watching | been watching you | been a fan | number one fan
    # 1 fan | 24 / 7 | 24 7 | 4 me | 4 u | watching on my | watching on the | watching from my | a customer | loyal customer | of waiting | of waiting for
    been waiting for | been waiting on | waiting for this | see u in | see you in | find one | looking at the price | even looking at | not even looking
    even looking | price is right | price is great | price is amazing | price is insane | best price | best prices | cheap price | low price
    the price is right | with that price | with this price | believe the price
  `,
  harmlessIfDenied: `
    seen | seen that | seen this | seen one | seen one like |
    allergic | allergic to |
    mind about | bothered about | chat | stay | stay long | stay late | hear | hear you | hear well | watch it all | watch the rest | stick around | unmute | ship yet | ship it yet | ship them yet | ship just yet | ship it just yet | ship till | ship it till | ship until | ship it until | ship til
    ship it til | ship before | ship it before | send yet | send it yet | send them yet | send just yet | send it just yet | send till | send it till
    send until | send it until | send til | send it til | send before | send it before | mail yet | mail it yet | mail them yet | mail just yet
    mail it just yet | mail till | mail it till | mail until | mail it until | mail til | mail it til | mail before | mail it before | post yet
    post it yet | post them yet | post just yet | post it just yet | post till | post it till | post until | post it until | post til | post it til
    post before | post it before | deliver yet | deliver it yet | deliver them yet | deliver just yet | deliver it just yet | deliver till
    deliver it till | deliver until | deliver it until | deliver til | deliver it til | deliver before | deliver it before | pack yet | pack it yet
    pack them yet | pack just yet | pack it just yet | pack till | pack it till | pack until | pack it until | pack til | pack it til | pack before
    pack it before | charge yet | charge it yet | charge them yet | charge just yet | charge it just yet | charge till | charge it till | charge until
    charge it until | charge til | charge it til | charge before | charge it before | invoice yet | invoice it yet | invoice them yet | invoice just yet
    invoice it just yet | invoice till | invoice it till | invoice until | invoice it until | invoice til | invoice it til | invoice before
    invoice it before | bill yet | bill it yet | bill them yet | bill just yet | bill it just yet | bill till | bill it till | bill until | bill it until
    bill til | bill it til | bill before | bill it before | wrap | wrapping | gift wrap | gift wrapping | rush | hurry | worry | believe | care
    care what | care what it costs | care how much | care how much it is | care how much it costs | care about the price | care about the cost | mind
    forget | judge | laugh | tell | kidding | waiting | need to ship | need to send | need to wrap | need to rush | believe nobody | believe no one
    believe noone | believe its still here | believe its still available | believe that | believe how | believe nobody wanted | believe no one wanted
    believe nobody grabbed | believe nobody claimed | believe nobody bought | believe nobody else | believe no one else | gift bag | gift bag needed
    gift wrap needed | bag needed | box needed | receipt needed | tracking needed | wrap needed | bother with | bother with the box | bother with a box
    bother with the bag | bother wrapping | bother with wrapping | wrap it | need a bag | need a box | need a receipt | need the box | need the bag
    need gift wrap | need gift wrapping | need tracking | believe no one grabbed | believe no one got | believe no one took | believe its not sold
    believe it isnt sold | believe it didnt sell | believe it hasnt sold | believe the price | believe my luck | believe my eyes | contain myself | even
    deal | breathe | get over how | get over it | stop looking | stop thinking | stop smiling | get over that | get over this | care that it has
    care that its | care that it | care about the chip | even handle | cope | help it | resist it | believe i almost missed | believe i nearly missed
    lie | gonna lie | going to lie | even have | even know | even need | even care | even own | even cook | even think twice | seen that | seen this
    seen one | seen these | seen such | seen anything | seen a | seen it in | seen that shade | win anything | ever win | win | won anything | won before
    find one | find another | find this | find these | find it in | find my size | found one | knew | know why | know how | know i needed | knew i needed
    had one | had a | had this | been so | been this | been happier | been more | get tired | gets old | fails | disappoint | disappointed | let me down
    let me miss | let me miss this | let me miss this one | let me forget | miss this one | pass that up | pass this up | pass it up | pass these up
    say no to | say no to that | say no to this | leave without | leave it | leave it there | leave that behind | live without | go wrong | sleep
    sleep tonight | sleep without | see that coming | thought id | thought i would | wake up | tell hubby | tell my husband | tell my wife | tell him
    tell my mom | ask questions | regret | regret it | regret this | disappoints | enough | too many | one like | apologies | shame | complaints
    self control | bags needed | boxes needed | hanger needed | extra bubble wrap | bubble wrap needed | need bubble wrap | bubble wrap | hanger | hangers
    tags needed | packaging | fancy packaging | sad | tomorrow | need to rush shipping | hurry shipping | hurry to ship | rush shipping | worries
    problem | type much | type fast enough | talk | talk now | even looking | even looking at | even looking at the price | looking at the price
    look at the price | even look | even look at the price | even check the price | even blink | even hesitate | hesitate | think twice
  `,
  sum: `
    all three | all four | all five | all six | all of them | all for | both | both for | all going | all together | for the twins | for both girls
  `,
  era: `
    christmas | xmas | easter | halloween | thanksgiving | summer | winter | spring | fall | autumn | prom | wedding | homecoming | graduation | new years | early | late | mid | year | model year | vintage
  `,
};
