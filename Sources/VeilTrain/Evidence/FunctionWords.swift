/// The function words that tell a sentence's language: the corpora add the frequent words that they know.
enum FunctionWords {
  static func of(_ language: Language) -> [String] {
    (lists[language] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let lists: [Language: String] = [
    .en: """
    the of and to a in is was that it for on with as his he be at by this had not are but from or have an they which one you were
    her all she there would their we him been has when who will more no if out so said what up its about into than them can only
    other new some could time these two may then do first any my now such like our over man me even most made after also did many
    before must through back years where much your way well down should because each just those people mr how too little state
    good very make world still own see men work long get here between both life being under never day same another know while last
    might us great old year off come since against go came right used take three i am please thanks thank hi hello hey let don't
    can't it's i'm i've didn't doesn't won't isn't wasn't that's there's what's he's she's we're you're they're couldn't wouldn't
    does why again around every something nothing yes ok okay going want need help
    """,
    .de: """
    der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass daß sie nach
    wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei
    hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei diese dieser wieder keine
    seiner worden will zwischen immer was sagte gibt alle seit muss muß wurden beim doch jetzt drei jedoch ihr ohne damit mein meine
    meiner meinen mir mich dir dich uns euch ihm ihn ihnen du bin bist seid waren hast habt würde würden könnte könnten sollte
    bitte danke hallo guten sehr geehrte geehrter viele vielen herzliche freundlichen grüße grüßen gruß sowie bereits dort hier
    heute morgen gestern kein keinen nichts etwas weil denn da ob während welche welcher dieses diesem diesen jede jeder jedes
    machen gemacht geht kommen kommt wo wer warum wann also nun mal ja nein
    """,
    .nl: """
    de het een van en in is dat op te zijn met voor niet aan er ook als maar om die bij naar uit dan door over wordt nog worden
    heeft hebben had kan geen meer werd wel hij zij ze we wij je jij u uw ik mij me mijn jouw zijn haar hun ons onze was waren ben
    bent dit deze of tot tegen onder tussen zonder na al moet zal zou zullen zouden kunnen mogen willen wil wilt deed doen gaat gaan
    komt komen veel alle alles iets niets iemand niemand wie wat waar wanneer waarom hoe hier daar toen nu vandaag morgen gisteren
    graag groeten vriendelijke geachte beste hallo bedankt dank jullie omdat zodat dus want toch zo heel erg eens twee drie jaar
    eerste andere gemaakt volgens sinds tijdens via alleen altijd nooit weer
    """,
    .fr: """
    de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son ses ou mais comme on
    aux cette sa été nous vous je ils elle elles leur leurs même être ont avait était fait faire tout tous toute toutes deux ces
    mon ma mes ton ta tes notre nos votre vos lui y dont où si sans sous entre aussi bien très peut après avant depuis chez contre
    donc encore jamais toujours rien quelque quelques autre autres moins alors quand parce comment pourquoi qu' c'est d' l' n' s'
    j' j'ai merci bonjour bonsoir cordialement monsieur madame suis es sommes êtes avons avez aura serait étaient avoir aller va
    vont veux veut peux pouvez voici voilà ici là hier aujourd'hui demain ainsi lors afin celui celle ceux chaque peu trop beaucoup
    """,
    .es: """
    de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre
    cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo solo han yo hay vez puede todos
    así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e otro después te otros aunque esa eso hace otra gobierno
    tan durante siempre día tanto ella tres sí dijo sido gran país según menos año antes estado contra sino forma caso nada hacer
    general estaba poco estos presente mayor ante unos les algo hacia ellos ayer hoy mañana gracias hola buenos buenas días tardes
    estimado estimada saludos atentamente usted ustedes nosotros soy eres somos estoy estás están tengo tienes quiero quiere puedo
    """,
    .it: """
    di e il la che in a per un è del non una sono con si le da i al della come più nel ha alla dei lo gli se ma ci o anche delle
    su dal questo questa suo sua loro era nella essere stato stata hanno ho io tu lei lui noi voi mi ti vi ne dalla degli dello
    alle agli sul sulla tra fra quando dove chi cosa perché molto poco tutto tutti tutte tutta ogni altri altro altra già ancora
    sempre mai solo prima dopo durante senza contro verso presso questi queste quello quella quelli quelle mio mia miei mie tuo
    tua nostro nostra vostro vostra sei siamo siete erano aveva avevano sarà fare fatto può possono deve devono vorrei grazie ciao
    buongiorno buonasera gentile cordiali saluti egregio oggi ieri domani qui lì così quindi però oppure mentre poi due tre anni
    anno nell' dell' all' dall' sull' un' c'è abbiamo avete era stati viene
    """,
    .pt: """
    de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando
    muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão
    você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles essas esses pelas
    este fosse dele tu te vocês vos lhes meus minhas teu tua nosso nossa nossos nossas dela delas esta estes estas aquele aquela
    isto aquilo estou somos são fui fomos obrigado obrigada olá bom boa dia tarde noite prezado prezada cumprimentos atenciosamente
    senhor senhora hoje ontem amanhã aqui ali onde porque então ainda sempre nunca fazer pode podem deve quero gostaria sobre
    contra desde durante após antes cada todo toda todos todas outro outra outros outras anos ano vez vai vou
    """,
    .pl: """
    i w na z się nie do to że jest o a jak po ale za od co przez przy dla tym tak oraz czy już są był była było być ma może tego
    jego jej ich tylko lub które który która którzy którego której jako ze we również także bardzo gdy kiedy gdzie kto będzie
    można przed pod nad między bez więc jednak jeszcze ten ta te tej tych temu mnie mi ja ty on ona ono my wy oni mu go ją nas nam
    was wam im nich nim niej swoje swój swoją swoich mój moja moje mojego mojej nasz nasza nasze twój twoja pan pani pana panu
    panią państwo państwa proszę dziękuję dzień dobry witam pozdrawiam szanowny szanowna poważaniem serdecznie dzisiaj dziś wczoraj
    jutro tutaj tam teraz wtedy zawsze nigdy wszystko wszyscy każdy każda inne inny inna lat roku rok dwa dwie trzy mam masz mamy
    macie mają miał miała jestem jesteś jesteśmy byli były będę ponieważ aby żeby bo choć jeśli jeżeli gdyby według podczas po
    """,
  ]
}
