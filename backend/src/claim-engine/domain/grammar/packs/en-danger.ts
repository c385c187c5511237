import type { LanguagePack } from '../language-pack';

/** Words of the talk around a claim in English that tell when it may not be meant. */
export const enDanger: Omit<LanguagePack, 'code'> = {
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
    awful | terrible | hideous | trash | junk | horrible | disappointing | disappointed | sketchy | misleading
    tacky | cheap looking | too much for
    opinions | veto | the bid | my bid | bounced
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
    husband | hubby | hubbys | wife | wifey | mom | mum | mama | mother | dad | father | papa | sister | sis
    brother | bro | daughter | son | kid | kids | baby | child | children | grandma | granny | nana
    grandmother | grandpa | grandson | granddaughter | niece | nephew | aunt | auntie | uncle | cousin
    friend | friends | bestie | bff | girlfriend | boyfriend | bf | gf | fiance | fiancee | partner | roommate
    neighbor | neighbour | boss | coworker | colleague | teacher | cat | dog | puppy | kitten | toddler
    parrot | seller | lady | ladies | girl | guy | dude | man | woman | people | folks | landlord | budget
    wallet
  `,
};
