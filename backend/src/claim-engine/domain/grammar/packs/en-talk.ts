import type { LanguagePack } from '../language-pack';

/** The talk around a claim in English. */
export const enTalk: Omit<LanguagePack, 'code'> = {
  opener: `
    thats a | that is a | its a | this is a | thats the | cant leave | cant let this | cant live without | cant say no
    cant miss | cant go wrong | cant deal | cant even | cant handle | couldnt leave | couldnt say no | couldnt let
    cant not | pay you on | pay you tomorrow | finally got through | slow | can wait | had to | i had to | had to have
    i had to have | who needs | is my jam | is my favorite | is my fav | is my color | is my thing | is my weakness
    is my whole | is everything | are everything | is calling | are calling | finally got | got through
    just got paid | just got home | on my way | same as last order | same as last | same address | shut the front door
    cant stop wont stop | i have no self control | no self control | no willpower | no chill | w/ | you convinced me
    you talked me into | you sold me | you twisted my arm | you had me at | youre killing me | youre dangerous
    you always have | you have the best | you have the cutest | you have the prettiest | oh my | heck yes | heck yeah
    hell yes | hell yeah | yes please | hello from | hi from | early | little | matching | those colors | these colors
    this color | the colors | the details | the sparkle | perfect for | retirement | housewarming | teacher gift
    hostess gift | secret santa | stocking | wish list | bucket list | crossing my | crossing fingers | running to
    counting down | that is going | thats going | thats adorable | that is adorable | im a sucker | im a sucker for
    im in | count me in | sign me up | yes yes | say less | ring it up | bag it | box it | charge it | shut up and
    take my | rain or shine | rainy day | project | my kind of | that will | thatll | those will | these will
    this will | itll | it will | they will | theyll | im here for | here for | living for | all about | too funny
    ok you | because why | i guess i need | before my | before the | before they | so i can | so we can | so she can
    so he can | so they can | dont judge | dont tell | dont worry | dont laugh | dont let | never know
    never too many | never too late | never go wrong | grandmas | moms | hubbys | take my money | hold | ship | send
    mail | post | postage | deliver | keep | combine | bundle | invoice | bill | charge | add | put | toss | throw
    stick | save | wrap | pack | box | bag | tag | message | msg | dm | text | pm | set aside | leave | pick up
    pickup | picking | drop off | shipping | sending | mailing | posting | paying | going | going on | going in
    going with | going to look | taking | wearing | getting | using | giving | gifting | gonna wear | going to wear
    gonna look | putting | adding | buying | bringing | wrapping | combining | hoping | loving | living | dreaming
    dying | rocking | saving my | treating | spoiling | celebrating | stocking up | decorating | framing | hanging
    planting | starting | finishing | collecting | completing | replacing | redoing | pairing | styling | layering
    love | loved | loving it | adore | need | needed | needs | want | wanted | hope | hopefully | finally | obsessed
    excited | thrilled | stoked | pumped | so | such | what a | been wanting | been eyeing | been hunting
    been searching | been dreaming | been waiting | been looking | been after | been watching for | been hoping
    before someone | before somebody | before anyone | before anybody | before it goes | before it sells
    before its gone | before they are gone | before theyre gone | before u | before you |  for | with
    with a | in time | just in time | just for | because | cuz | cause | to go | to match | to wear | to add
    to complete | to finish | to replace | as a gift | as a treat | in my life | on my list | on my wishlist | out the
    off to | time to | will | will be | will look | will go | will wear | will send | will pay | gonna be | gonna love
    going to be | going to love | its for | its so | its perfect | its going | its gonna | its the | theyre for
    theyre so | theyre perfect | they are for | these are for | these are so | this is for | this is so
    this is perfect | this is going | this is the | thats for | thats so | thats perfect | thats gorgeous | it is so
    it is for | matches | goes with | goes great | goes perfectly | perfect with | perfect match | great for
    ideal for | gift for | present for | bday | birthday | christmas | anniversary | wedding | graduation | omg | oooh
    yasss | yass | yas | squeal | eek | eeek | eep | ahh | ahhh | aaah | mama needs | momma needs | mommy needs
    shut up | come to | get in | lets go | lets goo | wooo | woop | paypal | venmo | zelle | cashapp | payment | money
    deposit | card | same | usual | my usual | my order | my order is | my order # is | my order number is
    my invoice is | order # is | thank you | thank u | she turns | he turns | shes turning | hes turning
    she is turning | he is turning | my invoice | my box | my bin | my bag | my cart | my pile | my bundle | my tab
    my name is | my email | my insta | my lucky | my wifi | my kind | my style | my color | my daughters | my sons
    my moms | couldnt resist | could not resist | cannot resist | cant resist | couldnt help | cant help | cant wait
    cannot wait | cant wait till | cant wait til | cant wait until | cant believe | cannot believe
    cant believe i got | cant believe i found | cant stop | couldnt pass | cant pass | wont regret | dont care
    dont mind | dont forget | no need | no rush | no hurry | no worries | no problem | no biggie | no bag | no box
    no shame | no regrets | not missing | not passing | not letting | not losing | not waiting | not sorry
    not even sorry | not gonna miss | not going to miss | aint missing | never seen | never enough | never have enough
    wouldnt miss | wasnt gonna miss | not in a rush | not in a hurry | im not even | not a hoarder | im not a hoarder
    is a bargain | is such a bargain | is a great price | is a good price | is a great deal | is cheap
    afterpay | klarna | cash | afterpaying | collect | finally beat | beat you
    hes gonna love | hes going to love | hes gonna adore | hes gonna be so happy | hes going to be so happy
    hes gonna flip | hes gonna freak | hes so excited | hes obsessed with | hes been wanting | shes gonna love
    shes going to love | shes gonna adore | shes gonna be so happy | shes going to be so happy
    shes gonna flip | shes gonna freak | shes so excited | shes obsessed with | shes been wanting
    theyre gonna love | theyre going to love | theyre gonna adore | theyre gonna be so happy
    theyre going to be so happy | theyre gonna flip | theyre gonna freak | theyre so excited
    theyre obsessed with | theyre been wanting | he is gonna love | he is going to love | he is gonna adore
    he is gonna be so happy | he is going to be so happy | he is gonna flip | he is gonna freak
    he is so excited | he is obsessed with | he is been wanting | she is gonna love | she is going to love
    she is gonna adore | she is gonna be so happy | she is going to be so happy | she is gonna flip
    she is gonna freak | she is so excited | she is obsessed with | she is been wanting | they are gonna love
    they are going to love | they are gonna adore | they are gonna be so happy | they are going to be so happy
    they are gonna flip | they are gonna freak | they are so excited | they are obsessed with
    they are been wanting | he will love | she will love | theyll love | they will love | hell love | shell love
    one for each | one each
    pay you by | paying you | see you at
  `,
  fond: `
    are coming | are finally asleep | is finally asleep | are asleep | is asleep | are in bed
    are finally in bed | is napping | are napping | will love | would die for | is gonna be | are gonna be
    is visiting | are visiting | gonna flip | gonna die | gonna freak | gonna kill me | will never know
    is coming | needs this | needs it | needs one | needs these | needed this | needs a | needs more
    need this | need it | need these | will adore | will be so happy | will be thrilled | will be so excited
    will flip | will go | will look | will die | will freak | will kill me | is gonna kill me
    is going to kill me | is gonna love | is going to love | is gonna be so | is going to be so | gonna love
    going to love | loves | love | deserves | deserve | collects | turns | is turning | is obsessed with
    is gonna flip | are gonna love | are going to love | will have | will wear | will match | bday is on
    birthday is on | wedding is on | anniversary is on | party is on | bday is coming | birthday is coming
    bday is tomorrow | bday is next | bday is this | bday is in | birthday is tomorrow | birthday is next
    birthday is this | birthday is in | wedding is coming | wedding is tomorrow | wedding is next
    wedding is this | wedding is in | anniversary is coming | anniversary is tomorrow | anniversary is next
    anniversary is this | anniversary is in | shower is on | shower is coming | shower is tomorrow
    shower is next | shower is this | shower is in | party is coming | party is tomorrow | party is next
    party is this | party is in
  `,
  excuse: `
    ordered the wrong | bought the wrong | clicked the wrong | picked the wrong | claimed the wrong | wrong colour
    wrong color | wrong size | wrong fit | said no | says no | vetoed | changed my mind | broke down
  `,
  swap: `
    instead | instead please
  `,
  owns: `
    he is | she is | hes | shes | they are | already got | already has | already have | already won | already claimed
    already bought | missed | missed out on | just missed | just lost
  `,
  time: `
    today | tonight | tomorrow | at | later today | later tonight | this evening
  `,
  first: `
    i | im | ill | ive | i am | i will | i just | i really | i so | i totally | i literally | i absolutely
    i seriously | im just | im really | im so | im too | im totally | im literally | im still | i still | i also
    i always | ive always | ive just
  `,
  calm: `
    my other wins | my other stuff | my other order | my other orders | my others | my other items | my other things
    other wins | other items | the others | the other stuff | not too late | when i get off work | when i get off
    when i get home | when i get paid | i have been | have been | got here | just got here | i got here
    dont let anyone else have it | dont let anyone have it | dont let anybody have it | dont let anybody else have it
    price tag | price tags | hope i got it | hope i get it | pay later | pay you later | pick up later | pickup later
    later today | later tonight | all mine | its mine | thats mine | mine mine | youre mine | be mine | you are mine
    finally mine | mine now | my first | first time | first one | first purchase | first claim | first live
    first show | first order | first thing | on my | on the | in my | in the | to my | to the | into my | over my
    under my | around my | from my | of my | by my | near my | for my | look so | look good | look great
    look amazing | looks so | looks good | looks great | convinced me | i already have a matching | already | you | u
    the wait | sorry for the wait | i have the matching | ive got the matching | got the matching | have the matching
    this one | that one | the one | one of | my one | these ones | for one | need one | get one | have one in
    a new one | one for my | one for the | one forever | over | under | more | another | still | only | just | like
    separately | i got lucky | believe i got | glad i got | happy i got | so glad i | im glad i | glad i | im so glad
    lucky i | i was here | paypal you | venmo you | zelle you | cashapp you | message you | text you | dm you
    call you | sending you | paying you | pay u | venmo u | love u | see you there | so much | so many | again
    more than | as a | as an | as soon as | asap | once again | really | very | too much fun | too good | too cute
    too pretty | only one | the only one | someone else grabs | someone else gets | somebody else grabs
    somebody else gets | someone else snags | someone else takes | someone grabs | someone else does
    somebody else does | someone else sees | somebody else | someone else | someone steals | someone else steals
    anyone else grabs | anyone else gets | anyone else sees | anyone else does | anyone grabs | anyone gets
    sells out | goes | love you | love ya | miss you | you guys | you all | you ladies | you girls | you know it
    pay you | send you | bless you | you rock | you are the best | youre the best | see you | all day | all night
    all week | all year | all my | all of my | all the way | all in | all summer | all winter | next month | next week
    next weekend | next year | next summer | next spring | next fall | next winter | next friday | next payday
    next paycheck | this week | this weekend | this month | this morning | this summer | this winter | this year
    this season | from last week | from last night | from last time | from yesterday | from earlier | from before
    from monday | from sunday | from saturday | from friday | last day | my last | the last | last one | love them
    need them | want them | wear them | send them | ship them | on them | with them | in them | of them | in it
    on it | with it | for it | wear it | ship it | send it | about it | to keep | to have | like a | like crazy
    like mad | i like | as well | either way | monday | tuesday | wednesday | thursday | friday | saturday | sunday
    mon | tues | wed | weds | thurs | thur | fri | sat | sun | january | february | april | june | july | august
    september | october | november | december | jan | feb | apr | aug | sept | oct | nov | dec | payday | noon
    midnight | im broke | going broke | gonna be broke | so broke | broke now | officially broke | they fit | it fits
    this fits | these fit | hope i win | im going to | im gonna | promise | i promise | i swear | when it arrives
    when it gets here | when i get paid friday | when i get paid tomorrow | to you | from you | you made my
    you always | your
    around half | at half | half past | about half | turning | 
    who is turning | whos turning | have to | i have to | gonna have to | im gonna have to | j & t
    with the others
    i got in | i got last | i got from you | i got from | i got on
    in march | in may | last march | this march | this may
    march
  `,
  danger: `
    a no | a pass | a lot of money | a bit much | a joke | a hard no | a scam | a rip | a steal | a shame | mine
    ours | first | pics | pic | photo | photos | picture | pictures | video | videos | closeup | close up
    measurements | showing | the info | letting me know | for letting | winner | winners | win | winning | gone | sad
    annoyed | mad | so close | typos | fail | fails | failed | notes | track | score | opinion | lottery | spot | half
    waiting on | waiting for | to say | say yes | speaking | going going | torn | tempted | too slow
    story of my life | here we go again | offer | offers | let it go | let it | let her | let him | let them
    let someone | let go of | had to pass | had to cancel | had to skip | tickets | raffle | all set | im all set
    giving it up | give it up | gave | per | according to | condition | remind | reminds | reminded | nice work
    great job | good job | way to go | so much for | trying to save | trying to be good | phone down | sit this
    sit out | right before | my eyes | i could | saw | seen it go | went | flew | another life | put down | shrunk
    my turn | card declined | behave | resist | resisting | stop | shows | rip | my chance | already gone
    already taken | already sold | already mine | already passed | already left | already one | already spent
    better than | free it | free up | you win | you won | you got it | you got this | you take | you can | you keep
    you have it | you can have | you were | you beat | you said | you want | you first | you should | you show
    you showed | you did | after you | lucky you | for you | to the next | off the board | out of | looks better
    looked better | booo | boooo | bo | done with | moving on | out of here | had | have had | have | has | got
    gotten | bought | won | wins | claimed | took | takes | grabbed | snagged | stole | beat | beats | lost | lose
    lied | said | says | saying | told | tells | asked | asks | ask | asking | asked me | wants | thinks | owns | own
    ordered | returned | regret | regretted | returning | was | were | been had | cried | sold | sell | quit | quits
    refuse | refused | retract | withdraw | withdrew | surrender | bail | bailed | bailing | back out | backed out
    backing | bow out | bowing | stepping | let go | letting | give up | gave up | gives up | fold | folding | decline
    declined | refund | lose out | missed out | miss out | tapped out | tapped | im out | i am out | im good
    count me out | leave me out | opt out | out of budget | out of money | over budget | short on | short of
    low on funds | no money | no funds | no budget | cant afford | cannot afford | too rich | too pricey
    too expensive | too steep | too high | too much money | too big | too small | too long | too short | too late
    but | though | tho | although | however | yet | except | thanks anyway | thank you anyway | thx anyway | otherwise
    whenever | when | once | till | until i | until she | until he | til i | til she | if | unless | provided
    providing | assuming | supposing | pending | depending | subject to | as long as | so long as | granted
    contingent | conditional | on condition | in case | even if | where | while | whatever | whichever | whoever
    whomever | wherever | after i check | after i see | after i ask | after she | after he | after they
    after i measure | first let me | let me | lemme | lets see | lets wait | need to check | need to ask | need to see
    need to think | need to sleep | need to measure | need to talk | need to find | need to pass | need to cancel
    need more info | need to know | need measurements | need a price | need details | want to see | want to check
    want to know | want to ask | want to think | want a closer | gotta check | gotta ask | gotta see | gotta think
    have to check | have to ask | have to think | have to see | check | checking | checks | verify | confirm | measure
    measuring | sleep on | decide | decides | deciding | decision | debating | considering | consider | pondering
    contemplating | wondering | wonder | think | thinking | guess | suppose | maybe | perhaps | might | may | could
    should | shouldnt | would | wouldve | could have | hopeful | doubt | unsure | not sure | approval | permission
    approve | approves | agrees | agree | lets me | lets it | allows | negotiate | discount | cheaper | half price
    half off | on sale | lower | lowest | price | priced | coupon | free shipping | gotcha | prank | pranked
    pranking | fooled | fooling | messing | trolling | teasing | tease | dared | dare | pretend | pretending | imagine
    dreams | in my dreams | dream on | as if | yeah right | i wish | wish | nothing | lol no | haha no | lol not
    psyche | sarcasm | sarcastic | she | he | they | him | her | his | hers | their | theirs | himself | herself
    someone | somebody | anyone | anybody | everyone | everybody | noone | nobody | no one | whose | yours |  u
    others | the other | other people | the lady | the girl | the guy | the seller | the host | next person | the next
    next bidder | next buyer | congrats | congratulations | congratz | grats | kudos | enjoy | well done
    well deserved | good for you | good for her | lucky her | happy for | glad | too bad | bummer | jealous | envious
    dang it | darn it | shoot | rats | unlucky | no luck | fair and square | fastest | quicker | faster | first here
    was first | called it | watching | watch | replay | rewatching | catching up | reading | scrolling | scroll
    replying | reply | responding | quoting | quote | repeating | referring | talking | testing | test | tested
    browsing | looking at | just looking | just saying | learning | practicing | practice | example | eg | means
    meaning | type | types | typing | comment | commented | comments | screen | froze | frozen | lag | lagging
    glitch | keyboard | phone died | asleep | fell asleep | price check | name off | off my | take it | take mine
    take me | give it | give them | give mine | give this | pass it | say | gonna say | going to say | made you
    thanks to | found a home | found a | found one | belongs | goes to | went to | be mine then | yesterday | ago
    last week | last month | last year | last night | last time | last show | previously |  earlier | used to
    back then | before that | before i | previous | in the past | at my store | at my shop | at my booth | in my store
    in my shop | on my page | on ebay | on poshmark | on mercari | at the market | at the fair | flea market
    garage sale | yard sale | customers | customer | my shop | my store | each | a day | an hour | a week | houses
    like hotcakes | going once | going twice | going fast | going rate | going out of | going for | going to think
    going to pass | going to ask | going to check | going to wait | going to see | gonna check | gonna ask
    gonna wait | gonna pass | gonna think | taking it back | taking back | take back | takes back | taking my
    for sale | for nothing | for real | for fun | for free | for less | for the win | for her | for him | for them
    for now | for trade | so fast | so quick | so quickly | so cheap | so expensive | so much money | so overpriced
    so ugly | so slow | so late | so long | such a rip | what a rip | what a joke | love to but | love to have
    love to see | love to know | love to get | fake | knockoff | scam | overpriced | rip off | ripoff | robbery
    ridiculous | ugly | gross | ew | eww | meh | stinks | sucks | broken | damaged | ruined | hate | hated | hates
    defective | hope not | hope she | hope he | hope they get | hope you | hope someone | hoping she | hoping he
    hoping someone | wait | waitlist | no thanks | no thank you | later | eventually | someday | one day | soon
    not now | rather | prefer | want more | needs more | needs it more | instead | alternatively | second choice
    backup | split | share | swap | trade | exchange
    no need for it | no need for this | no need for these | no need for them | no need after all | no need now
  `,
  retraction: `
    per | according to | gonna say | was gonna | was going to | meant | mean | intended | ignore | disregard
    delete | erase | undo | void | scratch | strike that | strike | forget it | forget that | forget i | nvm
    nevermind | never mind | jk | kidding | joking | joke | lied | lying | just playing | playing | reconsider
    reconsidered | reconsidering | changed my mind | change of heart | changed my heart | on second thought
    second thoughts | on second thoughts | take it back | take that back | i take it back | taking that back
    keep it | keeping it | keep mine | keeping | still want | want it after all | actually | instead of | swap
    hold on | hang on | hold up | hold off | wait | hmm | hm | nah | nope | not really | psych | april fools
    fools | prank | pranked | said | says | told me | if | unless | or | um | umm | uh | erm | argh
  `,
  slip: `
    oops | oopsie | oopsies | whoops | whoopsie | my bad | my mistake | my error | my fault | mistake | mistaken
    mistakenly | accident | accidental | accidentally | error | typo | mistype | mistyped | misread | misclick
    misclicked | fat finger | fat fingered | fat fingers | autocorrect | autocorrected | wrong | typed | typing
    wrote that | posted that | hit send | hit enter | pocket | butt dial | hacked | stepped on | walked across
    walked over | cat | dog | toddler | parrot
  `,
  person: `
    husband | hubby | hubbys | wife | wifey | mom | mum | mama | mother | dad | father | papa | sister | sis | brother
    bro | daughter | son | kid | kids | baby | child | children | grandma | granny | nana | grandmother | grandpa
    grandson | granddaughter | niece | nephew | aunt | auntie | uncle | cousin | friend | friends | bestie | bff
    girlfriend | boyfriend | bf | gf | fiance | fiancee | partner | roommate | neighbor | neighbour | boss | coworker
    colleague | teacher | cat | dog | puppy | kitten | toddler | parrot | seller | lady | ladies | girl | guy | dude
    man | woman | people | folks | bank | landlord | budget | wallet
  `,
  chore: `
    ship yet | ship it yet | ship them yet | ship just yet | ship it just yet | ship till | ship it till
    ship until | ship it until | ship til | ship it til | ship before | ship it before | send yet
    send it yet | send them yet | send just yet | send it just yet | send till | send it till | send until
    send it until | send til | send it til | send before | send it before | mail yet | mail it yet
    mail them yet | mail just yet | mail it just yet | mail till | mail it till | mail until | mail it until
    mail til | mail it til | mail before | mail it before | post yet | post it yet | post them yet
    post just yet | post it just yet | post till | post it till | post until | post it until | post til
    post it til | post before | post it before | deliver yet | deliver it yet | deliver them yet
    deliver just yet | deliver it just yet | deliver till | deliver it till | deliver until | deliver it until
    deliver til | deliver it til | deliver before | deliver it before | pack yet | pack it yet | pack them yet
    pack just yet | pack it just yet | pack till | pack it till | pack until | pack it until | pack til
    pack it til | pack before | pack it before | charge yet | charge it yet | charge them yet
    charge just yet | charge it just yet | charge till | charge it till | charge until | charge it until
    charge til | charge it til | charge before | charge it before | invoice yet | invoice it yet
    invoice them yet | invoice just yet | invoice it just yet | invoice till | invoice it till | invoice until
    invoice it until | invoice til | invoice it til | invoice before | invoice it before | bill yet
    bill it yet | bill them yet | bill just yet | bill it just yet | bill till | bill it till | bill until
    bill it until | bill til | bill it til | bill before | bill it before | wrap | wrapping | gift wrap
    gift wrapping | rush | hurry | worry | believe | care | care what | care what it costs | care how much
    care how much it is | care how much it costs | care about the price | care about the cost | mind | forget
    judge | laugh | tell | kidding | waiting | need to ship | need to send | need to wrap | need to rush
    believe nobody | believe no one | believe noone | believe its still here | believe its still available
    believe that | believe how | believe nobody wanted | believe no one wanted | believe nobody grabbed
    believe nobody claimed | believe nobody bought | believe nobody else | believe no one else
  `,
  sum: `
    all three | all four | all five | all six | all of them | all for | both | both for | all going
    all together
  `,
};
