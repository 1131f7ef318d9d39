/// Short forms of given names, for the slot `{nick}`.
enum ShortNames {
  static func of(_ language: Language) -> [String] {
    (lists[language] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let lists: [Language: String] = [
    .en: """
    Johnny Beth Tom Abby Al Alex Allie Andy Angie Annie Ash Barb Becky Ben Bernie Bert Betsy Betty Bill Billy Bob Bobby Brad Cal
    Cathy Charlie Chip Chris Chrissy Chuck Cindy Connie Dan Danny Dave Deb Debbie Dick Dot Dottie Doug Drew Ed Eddie Ellie Em
    Emmy Fran Fred Freddy Gabby Gabe Gene Gerry Gina Greg Gus Hal Hank Harry Hattie Izzy Jack Jackie Jake Jamie Jan Jay Jeff Jen
    Jenny Jerry Jess Jessie Jim Jimmy Joe Joey Jon Josh Josie Judy Kate Kathy Katie Ken Kenny Kim Kit Larry Len Lenny Les Libby
    Liz Lizzie Lori Lou Lucy Maddie Mae Maggie Mandy Marge Marty Matt Max Meg Mel Mick Mickey Mike Mikey Millie Milly Mindy Mo
    Molly Nan Nancy Nat Nate Ned Nell Nick Nicky Pam Pat Patty Peg Peggy Penny Pete Phil Polly Ray Rich Rick Ricky Rob Robbie Ron
    Ronnie Ros Russ Sal Sally Sam Sammy Sandy Stan Steph Steve Stu Sue Susie Suzy Ted Teddy Tess Tilly Tim Timmy Tina Tony Tracy
    Tricia Trish Val Vic Vicky Viv Walt Wendy Will Zach Zack AJ CJ DJ JJ TJ JP
    """,
    .de: """
    Alex Andi Anni Basti Benni Bernd Biggi Britta Chris Conny Dani Didi Ela Emmi Evi Flo Franzi Fred Fritz Gabi Gitti Günni Hanni
    Hansi Heinz Heinzi Ina Jo Jojo Jule Juli Kalle Kathi Kati Kiki Klausi Lena Leni Lexi Lilli Lisa Lotti Luki Manni Matze Max Maxi
    Micha Michi Mimi Moni Nele Nico Nina Olli Ossi Paulchen Peti Philipp Resi Rike Robby Rolfi Sabi Sandy Sanni Sepp Steffi Susi
    Sven Tim Timo Tina Tini Tobi Toni Uli Ulli Uschi Vroni Walli Wastl Willi Wolle
    """,
    .nl: """
    Bas Bert Bram Cees Chris Coen Daan Dirk Ed Els Femke Frits Gé Gerrie Guus Hans Henk Ineke Jaap Jan Jantje Jasper Jeroen Jet Joop
    Joost Jop Kees Klaas Koos Lies Liesje Loes Maaike Marja Marijke Mees Mien Miep Nel Nico Piet Pim Ria Rik Rob Rolf Ron Roos Ruud
    Sanne Saar Sien Sjaak Sjors Sofie Stan Teun Thijs Tim Tineke Tom Toon Toos Trees Truus Wil Wim Wouter
    """,
    .fr: """
    Alex Babeth Bébert Ben Caro Cathy Cécé Chris Clem Coco Dédé Didi Domi Elo Fab Fanfan Fifi Flo Fred Gaby Gégé Gigi Greg Guigui Isa
    Jacquot Jeannot Jo Jojo Juju Kiki Lili Lolo Lulu Manu Margot Mat Max Mimi Momo Nana Nath Nico Ninon Patou Paulo Pierrot Popaul Riri
    Seb Séb Sissi Sophie Steph Théo Tim Titi Toto Toinou Véro Virg Xav Zézé Zoé
    """,
    .es: """
    Ale Álex Ani Bea Beto Chabela Chano Charo Chelo Chema Chicho Chuy Concha Conchi Curro Dani Edu Fede Fer Fina Gabi Goyo Guille Inma
    Isa Javi Jordi José Josele Juanjo Juanma Juli Kike Lalo Lola Loli Lucho Lupe Maica Maite Mamen Manolo Manu Mari Maribel Marisa
    Memo Menchu Merche Migue Nacho Nando Nico Nuria Pablito Paco Paqui Pancho Pepa Pepe Perico Pili Quique Rafa Ramón Ricky Rosi Santi
    Sebas Sergi Susi Teo Tere Tino Toni Toño Vicky Yoli Zule
    """,
    .it: """
    Ale Andre Beppe Bea Betta Cate Ciccio Cri Dani Dario Ele Fede Franci Gabri Gigi Gianni Gio Giò Giusy Isa Lalla Lele Lella Leo Lia
    Lola Luchino Luci Lulù Manu Mari Mary Massi Matte Mau Max Michi Mimmo Mirko Nando Nico Nina Nino Niki Pat Peppe Pepe Piero Pino
    Pippo Robi Roby Sabri Sandro Seba Simo Stefi Susi Tato Teo Tina Tino Titti Tommi Toni Tonino Totò Vale Vero Vitto
    """,
    .pt: """
    Alê Bel Bela Beto Bia Cacá Cadu Caio Carlinhos Cida Cláudinha Dani Dé Didi Dudu Edu Fabi Fê Fernandinha Fred Gabi Gui Guga Isa Jô
    Juca Juju Kiko Lena Leo Lia Lili Lu Luca Lulu Malu Manel Manu Mari Mariazinha Mel Miguelito Nando Nanda Nena Nuno Paulinho Paulo Pati
    Pedrinho Quim Quico Rafa Rita Rô Sil Sofia Tati Teca Tê Tiago Tito Toni Tonico Toninho Vivi Xana Xico Zé Zeca Zezé Zezinho Zu
    """,
    .pl: """
    Ada Adaś Ala Ania Anka Antek Asia Basia Bartek Beatka Bogusia Bolek Celina Czarek Czesiek Daria Darek Ela Ewka Franek Gosia Grześ
    Grzesiek Hania Hela Iwonka Jacek Janek Jaś Jasiek Jola Julka Jurek Justynka Kaja Kasia Kaśka Kamilek Karolcia Kinga Kinia Krysia
    Kris Krzyś Krzysiek Kuba Lidka Lola Lucek Maciek Madzia Magda Małgosia Marek Marysia Mati Michaś Mietek Mirek Monia Natalka Nela
    Ola Oliwka Olek Patryk Paulinka Pawełek Piotrek Radek Renia Romek Sławek Stasiek Staś Staszek Szymek Tadek Tomek Tosia Ula Wanda
    Wiesiek Wiola Witek Wojtek Zbyszek Zenek Zosia Zuzia
    """,
  ]
}
