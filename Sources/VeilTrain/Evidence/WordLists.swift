/// Closed lists of words that no corpus at hand counts well enough.
enum WordLists {
  private static func set(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Months, weekdays and their usual short forms in the eight languages, in lower case.
  static let calendar = set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct
    nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    januar jänner februar märz april mai juni juli august september oktober november dezember montag dienstag
    mittwoch donnerstag
    freitag samstag sonnabend sonntag okt dez mrz
    januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag
    donderdag
    vrijdag zaterdag zondag
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi
    vendredi
    samedi dimanche févr juil déc
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes
    miércoles
    jueves viernes sábado domingo ene abr ago dic
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì
    mercoledì
    giovedì venerdì sabato domenica genn febbr sett ott
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda-feira terça-feira
    quarta-feira quinta-feira sexta-feira sábado domingo
    styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień stycznia lutego
    marca
    kwietnia maja czerwca lipca sierpnia września października listopada grudnia poniedziałek wtorek środa środę
    czwartek piątek
    sobota sobotę niedziela niedzielę
    """)

  /// Nationalities, languages and creeds: written like names, but no places.
  static let nationalities = set(
    """
    afghan african albanian algerian american americans angolan arab arabic arabs argentine argentinian armenian
    asian asians
    australian australians austrian azerbaijani bahraini bangladeshi basque belarusian belgian bengali bolivian
    bosnian brazilian
    british briton britons buddhist bulgarian burmese cambodian cameroonian canadian canadians cantonese caribbean
    catalan catholic
    chilean chinese christian christians colombian congolese croatian cuban cypriot czech danish dutch ecuadorian
    egyptian english
    estonian ethiopian european europeans filipino finnish flemish french georgian german germans germanic ghanaian
    greek greeks
    gujarati haitian hebrew hindi hindu hindus honduran hungarian icelandic indian indians indonesian iranian iraqi
    irish islamic
    israeli israelis italian italians jamaican japanese jewish jew jews jordanian kazakh kenyan korean koreans
    kurdish kuwaiti
    latin latina latino latvian lebanese libyan lithuanian lutheran luxembourgish macedonian malay malaysian maltese
    mandarin maori
    marathi mexican mexicans moldovan mongolian moroccan muslim muslims namibian nepalese nepali nigerian nordic
    norwegian
    pakistani palestinian palestinians panamanian paraguayan persian peruvian polish portuguese protestant punjabi
    qatari roman
    romanian russian russians rwandan salvadoran saudi scandinavian scottish scots senegalese serbian sikh
    singaporean slavic
    slovak slovenian somali spanish sudanese sunni shia swahili swedish swiss syrian syrians taiwanese tamil telugu
    thai tibetan
    tunisian turkish turks ugandan ukrainian ukrainians urdu uruguayan uzbek venezuelan vietnamese welsh yemeni
    yiddish zambian
    deutsch deutsche deutschen deutscher deutsches englisch englische englischen französisch französische
    französischen spanisch
    spanische spanischen italienisch italienische italienischen polnisch polnische polnischen russisch russische
    russischen
    türkisch türkische türkischen niederländisch niederländische amerikanisch amerikanische amerikanischen
    europäische europäischen
    europäischer schweizer österreichische österreichischen britische britischen chinesisch chinesische japanische
    nederlands nederlandse nederlander nederlanders duits duitse duitser duitsers engels engelse engelsen frans
    franse belgisch
    belgische vlaams vlaamse spaans spaanse italiaans italiaanse amerikaans amerikaanse amerikaan amerikanen
    europees europese
    russisch russische turks turkse pools poolse
    français française françaises allemand allemande allemands anglais anglaise espagnol espagnole espagnols italien
    italienne
    italiens américain américaine américains européen européenne européens belge belges suisse suisses russe russes
    polonais
    polonaise néerlandais chinois chinoise japonais japonaise portugais portugaise
    español española españoles españolas inglés inglesa ingleses francés francesa franceses alemán alemana alemanes
    italiano
    italiana italianos italiane italiani portugués portuguesa americano americana estadounidense europeo europea
    mexicano mexicana
    argentino argentina chileno chilena colombiano colombiana peruano ruso rusa chino china japonés japonesa
    francese francesi inglese inglesi tedesco tedesca tedeschi spagnolo spagnola spagnoli americani europei europee
    russo russa
    russi cinese cinesi giapponese polacco polacca svizzero svizzera
    português portugueses portuguesas brasileiro brasileira brasileiros brasileiras inglês francês francesas alemão
    alemã alemães
    espanhol espanhola espanhóis europeu europeia europeus americanos chinês japonês
    polski polska polskie polskiego polskiej polak polacy polaków niemiecki niemiecka niemieckie niemieckiego
    niemieckiej angielski
    angielskiego angielskiej francuski francuskiego francuskiej rosyjski rosyjskiego hiszpański włoski włoska
    amerykański
    amerykańskie europejski europejska europejskiej europejskiego
    """
  ).subtracting(["china", "argentina", "polska"]).union(peoples)

  /// Peoples, ethnic groups and creeds that the nationalities lack, as nouns and adjectives of the eight languages. Not those
  /// that are names above all (Karen, Han, Chin).
  static let peoples = set(
    """
    sami saami roma sinti maoris kurds kurd tamils basques berber berbers tuareg tuaregs bedouin bedouins copts coptic copt druze
    alawite alawites yazidi yazidis assyrian assyrians armenians azeri azeris azerbaijanis chechen chechens tatar tatars uyghur uyghurs uighur
    uighurs tibetans mongol mongols hmong rohingya rohingyas sikhs buddhists jains jain protestants lutherans baptist baptists methodist
    methodists quaker quakers mormon mormons amish mennonite mennonites anglican anglicans presbyterian evangelical evangelicals adventist
    adventists catholics orthodox sunnis shiite shiites shi'ite shi'ites shias ismaili ismailis sufi sufis salafi zulu zulus xhosa hausa yoruba
    igbo fulani maasai masai kikuyu hutu hutus tutsi tutsis somalis oromo oromos amhara amharic tigrayan tigrayans inuit inuits cree cherokee
    cherokees navajo apache apaches lakota sioux mohawk mohawks iroquois ojibwe aymara quechua mapuche mapuches guarani guaraní mayan mayans
    mayas aztec aztecs inca incas aboriginal aboriginals polynesian polynesians melanesian micronesian pashtun pashtuns pashto hazara
    hazaras tajik tajiks uzbeks turkmen turkmens kazakhs kyrgyz baloch balochi punjabis bengalis gujaratis sinhalese sinhala malays javanese
    sundanese ainu catalans bretons breton corsican corsicans frisian frisians flemings walloon walloons sorb sorbs sorbian slavs slav
    serbs serb croats croat bosniak bosniaks albanians cossack cossacks afrikaner afrikaners afrikaans hispanic hispanics latinos latinas
    scandinavians norsemen saxons saxon normans anglo-saxon anglo-saxons germanics ottomans ottoman persians phoenicians kashmiri kashmiris
    sahrawi sahrawis kanak kanaks papuan papuans ashkenazi sephardi sephardic hasidic zionist zionists islamist islamists gypsies gypsy
    farsi tagalog malayalam kannada khmer galician occitan romansh faroese wolof lingala ilocano cebuano estonians latvians
    lithuanians poles czechs slovaks slovenes hungarians romanians bulgarians greeks swedes swede danes finns norwegians icelanders
    austrians belgians irishman irishmen englishman englishmen frenchman frenchmen dutchman dutchmen welshman scotsman spaniard spaniards
    egyptians moroccans algerians tunisians libyans iraqis iranians saudis yemenis lebanese afghans pakistanis bangladeshis indonesians
    filipinos malaysians africans nigerians ethiopians kenyans brazilians argentines argentinians chileans colombians peruvians venezuelans
    cubans haitians jamaicans puerto-rican asian-american asian-americans african-american african-americans euro-asian eurasian balkan baltic
    kurden kurdisch kurdische kurdischen kurdischer muslime muslimen muslimisch muslimische muslimischen araber arabern arabisch arabische
    arabischen basken baskisch baskische tamilen berbern kopten drusen aleviten jesiden jesidische jesidischen armenier tschetschenen tataren
    uiguren tibeter buddhisten juden jüdisch jüdische jüdischen christen christlich christliche christlichen katholiken katholisch katholische
    katholischen protestanten protestantisch evangelisch evangelische evangelischen sunniten sunnitisch sunnitische schiiten schiitisch
    schiitische massai samisch samische sorben sorbisch sorbische friesen friesisch katalanen katalanisch wallonen flämisch
    serben serbisch serbische kroaten kroatisch kroatische bosniaken albaner albanisch albanische kosaken paschtunen türken russen
    franzosen engländer briten amerikaner italiener spanier griechen griechisch griechische syrer afghanen ukrainer ukrainisch ukrainische
    schwaben wikinger römer römisch römische osmanen osmanisch slawen slawisch
    kurdes musulman musulmane musulmans musulmanes arabes basques tamouls berbères kabyle kabyles touareg touaregs bédouins coptes druzes
    yézidis arméniens arménien tchétchènes ouïghours tibétains hindous bouddhistes juif juive juifs juives chrétien chrétienne chrétiens
    catholique catholiques protestante protestantes sunnites chiites peul peuls somaliens serbes croates bosniaques albanais pachtounes
    maoris aborigènes turc turque turcs grecs grecque syriens algérien algériens algérienne marocain marocains marocaine tunisien tunisiens
    roms tsigane tsiganes
    kurdo kurda kurdos musulmán musulmana musulmanes musulmanas árabe árabes vasca vascos tamiles bereberes beduinos coptos drusos
    armenio armenios chechenos tártaros uigures tibetanos hindúes budistas judío judía judíos judías cristiano cristiana cristianos católico
    católica católicos protestantes suníes chiíes gitano gitana gitanos catalán catalana catalanes gallega gallegos serbios croatas
    aimara aimaras guaraníes aztecas marroquí marroquíes turcos griegos ucraniano ucranianos sirios
    curdo curda curdi musulmano musulmana musulmani arabo araba arabi baschi copti drusi armeni ceceni tatari uiguri tibetani indù buddisti
    ebreo ebrea ebrei cristiani cattolico cattolica cattolici protestanti sunniti sciiti catalani bretoni serbi croati albanese albanesi
    etruschi vichinghi longobardi turco turca turchi greci ucraini siriani marocchini
    curdos muçulmano muçulmana muçulmanos ciganos cigano bascos judeu judia judeus cristão cristã cristãos católicos sunitas xiitas
    ianomâmis guaranis quilombolas sérvios angolano angolana angolanos moçambicano moçambicana ucranianas turcas
    koerd koerden koerdisch koerdische moslim moslims islamitisch islamitische arabieren arabisch basken kopten druzen alevieten armeniërs
    tsjetsjenen oeigoeren tibetanen hindoes boeddhisten joden joods joodse christenen christelijk christelijke katholieken katholiek
    katholieke protestanten protestantse soennieten sjiieten friezen vlamingen walen serviërs kroaten albanezen marokkaan
    marokkaans marokkaanse marokkanen turken grieken molukkers molukse surinaams surinaamse surinamers antilliaanse antillianen
    kurdowie kurd kurdów muzułmanie muzułmanin muzułmanów arabowie arabów baskowie romowie romów tatarzy tatarów ormianie czeczeni ujgurzy
    żydzi żydów żyd łemkowie kaszubi kaszubów ślązacy ślązaków serbowie chorwaci albańczycy kozacy kozaków rosjanie rosjan ukraińcy
    ukraińców francuzi anglicy włosi hiszpanie amerykanie litwini czesi słowacy węgrzy żydowski żydowska żydowskie ukraiński ukraińska
    katolicki katolicka katolików
    """)

  /// Places that the lists of countries and regions lack: parts of the world and short forms.
  static let places = set(
    """
    usa us u.s u.s. u.s.a. uk u.k u.k. uae eu england scotland wales britain europe asia africa america oceania
    antarctica
    scandinavia balkans europa afrika amerika asien azië asia amérique afrique europe asie américa áfrica
    inghilterra inglaterra
    angleterre engeland anglia england schottland écosse escocia scozia schotland szkocja ue
    polsce niemczech niemiec francji hiszpanii włoszech anglii ukrainie ukrainy rosji czechach austrii szwajcarii europie europy
    """)

  /// Words that are part of many organisations' names.
  static let organisations = set(
    """
    academy agency airlines airways alliance association associates authority bank bancorp board broadcasting
    brothers bureau
    capital center centre chamber church clinic club college commission committee communications community company
    confederation
    conference congress consortium consulting cooperative corporation council department design development dynamics
    electric
    electronics energy engineering enterprises entertainment express faculty federal federation financial foods
    foundation fund
    group healthcare holding holdings hospital hotel industries institute institution insurance interactive
    international
    investment investments laboratories laboratory labs league library logistics management manufacturing marketing
    media medical
    ministry motors museum national network networks newspaper office orchestra organisation organization parliament
    partners
    partnership party pharma pharmaceuticals pharmacy police press productions properties publishing radio railway
    records research
    resources restaurant retail school securities semiconductor semiconductors senate services society software
    solutions
    station store stores studios supply syndicate systems team technologies technology telecom television theatre
    tribunal trust court government directorate municipality inspectorate registry secretariat congress senate assembly
    union united university utilities ventures warehouse wireless works
    universität hochschule fachhochschule klinikum krankenhaus klinik praxis institut verein verband stiftung
    gesellschaft
    versicherung versicherungen sparkasse volksbank stadtwerke bundesamt ministerium bundesministerium amt
    amtsgericht landgericht
    oberlandesgericht gericht schule gymnasium werke verlag druckerei apotheke autohaus bäckerei kanzlei gemeinde
    zentrum partei
    gewerkschaft finanzamt jugendamt
    universiteit hogeschool ziekenhuis stichting vereniging gemeente ministerie rechtbank gerechtshof verzekeringen
    groep bouw
    uitgeverij instituut dienst kantoor advocaten makelaars school bibliotheek
    université école hôpital clinique institut société banque assurance assurances ministère mairie préfecture
    tribunal
    cour association fédération compagnie groupe éditions lycée collège centre établissements cabinet musée syndicat
    conseil
    universidad escuela hospital clínica instituto sociedad banco seguros ministerio ayuntamiento juzgado asociación
    fundación
    federación compañía grupo editorial colegio centro consejería museo sindicato consejo farmacia
    università scuola ospedale clinica istituto società banca assicurazioni ministero comune tribunale associazione
    fondazione
    federazione gruppo editrice liceo centro azienda museo sindacato consiglio farmacia studio
    universidade escola instituto sociedade ministério câmara prefeitura associação fundação federação companhia
    colégio conselho
    uniwersytet politechnika szkoła szpital przychodnia instytut spółka ministerstwo urząd sąd stowarzyszenie
    fundacja federacja
    grupa wydawnictwo liceum zakład muzeum spółdzielnia kancelaria apteka
    """)

  /// Words before a family name or between a person's names.
  static let particles = set(
    """
    de del della delle dello degli dei di da do dos das du des la le van von vom zu zum zur af av der den ter ten te
    't op het in bin
    ibn bint ben al el abu abd ould y e st saint san santa são mac mc fitz ap o' d' l' und
    """)
}
