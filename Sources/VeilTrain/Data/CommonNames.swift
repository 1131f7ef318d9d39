/// Names that are also ordinary words, for the slots `{given.common}` and `{family.common}`.
enum CommonNames {
  static func given(_ language: Language) -> [String] { names(given, language) }
  static func family(_ language: Language) -> [String] { names(family, language) }

  private static func names(_ lists: [Language: String], _ language: Language) -> [String] {
    (lists[language] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let given: [Language: String] = [
    .en: """
    Will Mark May Hope Grace Rose Bill Jack Art Bob Chase Chuck Dale Dean Don Drew Earl Faith Frank Gene Glen Grant Guy Harry
    Ivy Iris Jade Jay Jean Jewel Joy June April August Lance Lily Miles Nick Norm Olive Pat Patience Penny Pearl Ray Rich Rob
    Robin Rod Ruby Rusty Sandy Skip Sue Summer Autumn Dawn Eve Star Sunny Tony Victor Violet Wade Ward Wren Charity Chance
    Christian Carol Cliff Clay Cash Buck Buddy Cole Colt Brook Crystal Daisy Destiny Duke Ginger Hazel Heath Heather Holly
    Hunter Mason Parker Pierce Prince Reed Sage Sterling Tanner Taylor Trace Angel Ace Amber Basil Bella Belle Biff Blaze Bud
    Candy Cherry Coral Cricket Dash Dot Echo Ember Ferry Fern Flora Forest Gale Gay Harmony Honor Jasmine Josh Justice Kit Lane
    Lark Laurel Liberty Love Major Marina Marshall Melody Mercy Merry Misty Myrtle Nova Opal Page Peg Peony Pepper Poppy Precious
    Princess Prudence Queen Rain Raven Reef River Rocky Sky Sonny Spencer Storm Temple Tiffany Trinity Unity Vale Van Viola Willow
    Winter Woody Zen Phoenix Jordan Austin Paris Sydney Chelsea Dallas Devon Florence Georgia Israel Kent Lincoln Madison Milan
    Savannah Sierra Virginia China India Roman Earnest Ernest Dusty Happy Lucky Noble Royal Cat Fox Robin Bunny Berry
    """,
    .de: """
    Rosa Ernst Frank Wolf Heide Mark Ruth Linde Erika Rose Viola Iris Jasmin Felix Max Christian Roman Stern Heiko Lenz Falk
    Falke Sonne Maja Mai Mia Rainer Reiner Reinhold Gerd Siegfried Friedrich Wilhelm Luise Linda Clemens Pia Ute Alexa Angelika
    Gloria Flora Stella Aurora Dominik Leo Bär Ella Karin Marina Nadel Ute Frieda Erdmute Hartmut Wunibald Traugott Leberecht
    """,
    .nl: """
    Roos Bloem Mark Rob Wil Wim Daan Merel Vlinder Ster Storm Sterre Fleur Iris Jasmijn Hans Jan Jaap Teun Mees Pim Bas Guus
    Lente Zonne Linde Madelief Viola Hoop Faas Boy Duke Rosa Maan Wolf Beer Raaf Valk Senna Kees Klaas Dirk Miep Sien Lies
    """,
    .fr: """
    Rose Marguerite Violette Blanche Claire Clémence Constance Prudence Aimée Désirée Pierre Olive Olivier Marin Marine Fleur
    Iris Jasmin Capucine Églantine Hyacinthe Narcisse Aurore Victoire Grâce Félicité Modeste Parfait Juste Christian Clément
    Innocent Honoré Gentil Perle Reine Régis Avril Mai Noël Pascal Pascale Sylvestre France Lorraine Florence Vienne Carole
    Solange Ange Angélique Céleste Luce Lucie Marc Colombe Loup Léo Lilas Anémone Océane Cerise Clair
    """,
    .es: """
    Rosa Luz Sol Mar Cruz Paz Esperanza Consuelo Dolores Soledad Mercedes Milagros Pilar Rocío Nieves Remedios Socorro Amparo
    Concepción Asunción Encarnación Margarita Violeta Flor Azucena Jazmín Perla Estrella Aurora Alba Ángel Ángeles Jesús Salvador
    Santos Reyes Domingo Abril Julio Augusto León Blanca Celeste Clara Clemente Justo Modesto Inocencio Bienvenido Victoria Gracia
    Fe Caridad Libertad Paloma Iris Olivia Olivo Marina Bruno Pío Pura Prudencia Constancia Socorro Visitación Lucero
    """,
    .it: """
    Rosa Margherita Viola Gemma Perla Stella Alba Aurora Luce Gioia Letizia Felicita Grazia Speranza Vittoria Libera Italia
    Roma Marina Serena Chiara Bianca Celeste Clemente Costante Fortunato Innocente Modesto Onesto Pio Pace Prudenza Giusto Leone
    Lupo Fiore Fiorella Iris Ortensia Primo Secondo Terzo Quinto Settimio Ottavio Natale Pasquale Domenica Salvatore Santo Angelo
    Augusto Giugno Libero Marco Mia Bruna Bruno Rocco Sole Neve Azzurra Allegra Benvenuto Diamante
    """,
    .pt: """
    Rosa Margarida Violeta Flor Íris Luz Sol Mar Graça Glória Vitória Esperança Fé Piedade Conceição Dores Céu Pureza Clara Branca
    Celeste Aurora Estrela Pérola Jasmim Hortênsia Dália Jacinto Narciso Salvador Jesus Domingos Natal Pascoal Augusto Júlio Leão
    Bento Benvindo Inocêncio Clemente Modesto Justo Marina Angélica Lua Mel Neve Serena Socorro Lourdes Liberdade Constância Amada
    Amado Prudência Brisa Maia Ângelo Ramos Vera Linda Bela
    """,
    .pl: """
    Róża Malina Jagoda Kalina Lilia Dalia Melisa Wiara Nadzieja Miłość Wisława Sława Bogdan Gniewko Błażej Ziemowit Lew Wit
    Mila Miła Pola Lena Gloria Aurora Stella Marina Wiktoria Wiosna Zorza Gaja Maja Maj Luty Marcin Marzec Święta Roman Jacek
    Zbyszko Iga Jasna Luba Dobromiła Cicha Kosma Sobota Łucja Oliwa Oliwia Bazyli Cezary Klemens Feliks
    """,
  ]

  private static let family: [Language: String] = [
    .en: """
    Brown Long Young King Price White Black Green Gray Grey Hill Wood Woods Stone Rivers Lake Banks Fields Forest Marsh Moore
    Cook Baker Butler Carter Carpenter Cooper Fisher Fowler Gardner Hunter Mason Miller Page Parker Porter Potter Shepherd Smith
    Taylor Turner Walker Weaver Wright Archer Bishop Pope Knight Noble Prince Duke Earl Bell Best Bird Blue Bond Book Bow Box
    Branch Bridges Brooks Burns Bush Button Case Chase Church Clay Coffee Cole Cross Crow Cruz Curry Day Dear Dove Drew Drake Dyer
    English Farmer Field Finch Flowers Foot Ford Foster Fox France Frank French Friend Frost Fry Gates Gay German Glass Gold Good
    Goode Gore Grant Grove Hall Hand Hardy Hart Hawk Hay Head Heard Hook Hooks Hope House Ireland Jewel Jordan Joy Justice Key Keys
    Kind Lamb Land Lane Law Leach Little Love Lovely Low Lowe Major Man Mann March Marks Marshall May Mills Mint Moon Moody Nail
    Nation Nice North Oaks Park Parks Peace Peak Penny Perfect Piece Pike Pool Power Powers Pride Pugh Quick Race Ray Read Reed
    Rice Rich Ring Roach Rock Rose Rush Sage Salmon Savage Self Sharp Shells Short Silver Small Snow Song South Spark Sparks Speed
    Spring Stands Star Steel Strange Street Strong Summer Summers Swan Swift Tate Temple Waters Way Weeks Wells West Wild Winter
    Winters Wise Wolf Workman Worth York Yu So Do In To Ho An Ma Will Mark Sales Bright Crisp Cash Pence Pound Paris London Holland
    """,
    .de: """
    König Kaiser Fürst Graf Herzog Lang Kurz Klein Groß Braun Schwarz Weiß Roth Rot Grün Grau Blau Koch Bauer Richter Jäger Vogel
    Stein Berg Bach Busch Baum Wald Feld Wiese Brunnen Fuchs Wolf Hase Hahn Fink Specht Storch Adler Falk Sommer Winter Herbst
    Frühling Morgen Abend Sonntag Freitag Montag März Mai Engel Teufel Pfeffer Salz Zucker Butter Kraut Kohl Rübe Apfel Birnbaum
    Nagel Hammer Zimmermann Müller Schmidt Schneider Weber Fischer Becker Wagner Schäfer Hirsch Kuhn Kühn Stark Scharf Schön Reich
    Arm Gut Frei Jung Alt Neu Neumann Kaufmann Bürger Ritter Krieg Frieden Sturm Schnee Frost Regen Sand Gold Silber Eisen Stahl
    Kraft Macht Lust Liebe Sorge Ernst Frank Franke Schwab Bayer Pohl Böhm Ungar Hess Sachs Ende Anders Recht Geist Fromm Lustig
    """,
    .nl: """
    Bakker Visser Smit Meijer Mulder Bos Dekker Brouwer Koster Kok Kuiper Post Prins Koning Keizer Graaf Hertog Bisschop Kramer
    Schipper Timmerman Schilder Slager Vos Wolf Haan Hond Vogel Valk Raaf Mus Haas Beer Lam Schaap Boer Boom Berg Dijk Dam Beek
    Meer Zee Veld Heide Zand Steen Brug Kerk Huis Molen Poort Winter Zomer Vries Groot Klein Lang Kort Jong Oud Wit Zwart Bruin Rood
    Groen Goud Zilver Koper Blok Bol Bal Pot Pan Kan Kat Prijs Goed Slim Sterk Zoet Zuur Zondag Maandag
    """,
    .fr: """
    Petit Grand Legrand Lepetit Blanc Noir Brun Roux Rousseau Leblanc Lenoir Boulanger Boucher Berger Meunier Charpentier Fournier
    Chevalier Leroy Roy Roi Prince Comte Duc Marchand Mercier Fabre Faure Lefebvre Masson Moulin Fontaine Rivière Lac Mer Bois Dubois
    Dupont Dumont Duval Laforêt Lacroix Lamontagne Vallée Champagne Bourgogne Bretagne Normand Breton Picard Lombard Germain Langlois
    Lallemand Renard Loup Lelièvre Corbeau Pigeon Coq Lagneau Lerouge Levert Rose Lafleur Olivier Poirier Pommier Cerisier Bonnet
    Chapeau Manteau Barbe Carré Long Court Gros Maigre Bon Bonhomme Sage Fort Vigne Raisin Pain Poivre Sel Hiver Avril Dimanche Noël
    """,
    .es: """
    Rey Reyes Conde Duque Marqués Príncipe Rico Bueno Bravo Alegre Delgado Gordo Moreno Rubio Blanco Negro Rojo Calvo Bello Hermoso
    Leal Luna Sol Cielo Mar Ríos Río Montes Monte Sierra Vega Prado Campos Campo Flores Flor Rosas Rosa Ramos Ramo Olmo Pino Robles
    Manzano Naranjo Castaño Roble Lobo León Cordero Toro Vaca Gallo Palomo Águila Gavilán Pastor Herrero Zapatero Molinero Carpintero
    Guerrero Caballero Escudero Sastre Barbero Cruz Iglesia Iglesias Torre Torres Castillo Casas Casa Puente Puerta Fuentes Pozo
    Arroyo Peña Piedra Roca Cuevas Mesa Silla Cabello Barba Mano Mora Guerra Paz Santos Ángel Gracia Salud Domingo Viernes Enero Abril
    """,
    .it: """
    Re Conte Duca Marchese Cavaliere Ricci Russo Rossi Bianchi Neri Verdi Bruno Biondi Grassi Grasso Magro Basso Alto Grande Piccolo
    Bello Bellini Buono Forte Leone Leoni Lupo Lupi Gatto Gatti Cane Volpe Gallo Galli Colombo Colombi Passeri Merlo Corvo Toro Agnello
    Fabbri Fabbro Ferrari Ferraro Sarti Barbieri Pastore Pastori Marinaro Mare Monti Monte Valle Costa Riva Fiume Fontana Fonte Pozzi
    Ponte Porta Torre Castello Chiesa Croce Santi Santo Angeli Angelo Paradiso Serra Bosco Boschi Fiore Fiori Rosa Viola Oliva Pepe Sale
    Vino Farina Pane Testa Barba Mancini Guerra Pace Gentile Onesti Amato Benedetti Sereno Natale Sabato Martedì Ferro Oro Argento
    """,
    .pt: """
    Rei Reis Conde Duque Marques Príncipe Rico Bom Bravo Alegre Leal Valente Forte Moreno Branco Preto Ruivo Calvo Belo Grande Pequeno
    Costa Ribeiro Ribeira Rios Rio Lago Mar Serra Monte Montes Vale Campos Campo Prado Flores Flor Rosa Ramos Pinheiro Pinho Carvalho
    Oliveira Pereira Macieira Nogueira Figueira Laranjeira Castanho Silva Silveira Mato Matos Lobo Leão Cordeiro Carneiro Coelho Raposo
    Pinto Galo Falcão Gavião Pombo Ferreira Ferreiro Pastor Guerreiro Cavaleiro Barbeiro Sapateiro Cruz Igreja Torres Castelo Casa Ponte
    Porto Fonte Fontes Pedra Rocha Penha Cunha Machado Prata Ouro Paz Guerra Santos Anjos Graça Luz Natal Domingos Janeiro Abril
    """,
    .pl: """
    Król Książek Wójcik Kowal Młynarz Rybak Rolnik Krawiec Szewc Bednarz Piekarz Kucharz Myśliwy Rycerz Biskup Pop Kapłan Żak Mały
    Duży Wielki Długi Krótki Biały Czarny Szary Zielony Rudy Siwy Gruby Chudy Łysy Mądry Dobry Wilk Lis Zając Sowa Wróbel Wrona Kruk
    Sokół Orzeł Kogut Gołąb Dudek Kos Bąk Mucha Żuk Jeleń Baran Kozioł Koń Byk Kot Kotek Kania Kaczor Gąsior Dąb Buk Sosna Jabłoń
    Grusza Kwiat Róża Wiśnia Malina Groch Bób Kapusta Burak Cebula Czosnek Pietruszka Chmiel Jęczmień Kamień Skała Góra Gaj Las Rzeka
    Zima Wiosna Mróz Śnieg Wiatr Burza Piątek Sobota Niedziela Marzec Maj Krzyż Kłos Sikora Kowalik
    """,
  ]
}
