/// Given names of all generations: the lists of single countries hold the ten that newborns get most.
enum GivenNames {
  static func of(_ language: Language, isFemale: Bool) -> [String] {
    ((isFemale ? female : male)[language] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let female: [Language: String] = [
    .de: """
    Anna Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne Gabriele Christa
    Christine Hildegard Anja Barbara Angelika Kerstin Heike Ute Silke Martina Birgit Stefanie Nicole Melanie Katrin Sandra Julia Katharina
    Franziska Johanna Sarah Lena Laura Lisa Vanessa Jana Svenja Annika Wiebke Frauke Antje Bettina Cornelia Dagmar Doris Edeltraud Elfriede
    Gertrud Gudrun Heidrun Hannelore Ilse Irmgard Jutta Margarete Marlies Regina Rosemarie Roswitha Sigrid Sieglinde Tanja Traute Ulrike
    Waltraud Friederike Charlotte Luisa Greta Paula Frieda Mathilda Carla Theresa Magdalena Veronika Annegret Beate Carolin Jasmin Jennifer
    """,
    .nl: """
    Maria Johanna Anna Cornelia Elisabeth Wilhelmina Hendrika Catharina Petronella Margaretha Ingrid Monique Marieke Esther Sandra Linda
    Petra Anja Karin Marjolein Annemarie Saskia Wendy Miranda Mirjam Yvonne Carolien Hanneke Janneke Anneke Lieke Lotte Sanne Femke Iris
    Eva Anouk Marloes Maaike Tessa Fleur Floor Roos Nienke Willemijn Marleen Greet Griet Lies Hilde An Veerle Katrien Els Goedele Sofie
    Annelies Tinne Ilse Lieve Machteld Geertje Aaltje Trijntje Jantine Gerda Truus Riet Corrie Dineke Jolanda Ellen Marlies Nynke Sietske
    """,
    .fr: """
    Marie Jeanne Françoise Monique Catherine Nathalie Isabelle Jacqueline Anne Sylvie Martine Madeleine Nicole Suzanne Hélène Christine
    Marguerite Denise Christiane Valérie Sophie Stéphanie Sandrine Céline Véronique Chantal Annie Brigitte Odile Colette Simone Yvette
    Ginette Paulette Geneviève Bernadette Élisabeth Corinne Delphine Virginie Aurélie Émilie Julie Laetitia Élodie Camille Manon Chloé
    Léa Mathilde Pauline Marion Charlotte Clara Juliette Margaux Éloïse Anaïs Noémie Maëlle Inès Fatima Yasmine Khadija Aïcha Solène Gaëlle
    Maryse Josiane Michèle Mireille Danielle Évelyne Ghislaine Agnès Béatrice Cécile Dominique Estelle Fabienne Florence Laurence Muriel
    """,
    .es: """
    María Carmen Josefa Isabel Ana Laura Cristina Marta Francisca Antonia Lucía Elena Pilar Sara Paula Manuela Raquel Rosario Teresa Beatriz
    Nuria Silvia Julia Patricia Irene Montserrat Andrea Rocío Mónica Alba Margarita Sonia Sandra Marina Susana Yolanda Natalia Encarnación
    Inmaculada Eva Ainhoa Noelia Verónica Lorena Daniela Carla Amaya Itziar Begoña Aitana Nerea Ximena Guadalupe Alejandra Gabriela Fernanda
    Valentina Camila Renata Jimena Catalina Constanza Florencia Agustina Milagros Yesenia Maritza Graciela Norma Estela Leticia Adriana
    """,
    .it: """
    Maria Anna Giuseppina Rosa Angela Giovanna Teresa Lucia Carmela Caterina Francesca Antonietta Carla Elena Concetta Rita Margherita
    Franca Paola Laura Giulia Chiara Sara Valentina Alessandra Silvia Elisa Federica Martina Roberta Simona Cristina Daniela Monica Patrizia
    Barbara Manuela Claudia Raffaella Stefania Ilaria Michela Eleonora Serena Alessia Giorgia Beatrice Arianna Noemi Ludovica Camilla Bianca
    Matilde Ginevra Marta Irene Erika Veronica Loredana Nicoletta Donatella Antonella Mariangela Rosanna Ornella Graziella Luisa Assunta
    """,
    .pt: """
    Maria Ana Isabel Teresa Fernanda Helena Margarida Rosa Paula Cristina Sandra Carla Sónia Patrícia Catarina Joana Inês Beatriz Mariana
    Carolina Rita Sofia Marta Filipa Raquel Cláudia Mónica Susana Vera Cátia Vanessa Andreia Daniela Débora Bruna Camila Letícia Larissa
    Juliana Adriana Aline Amanda Gabriela Jéssica Luana Natália Priscila Renata Tatiana Thaís Vitória Yasmin Francisca Antónia Josefa
    Conceição Fátima Graça Lurdes Odete Olga Otília Palmira Rosário Simone Vânia Viviane Eliane Luciana Márcia Rosângela Sueli Tereza
    """,
    .pl: """
    Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Magdalena Joanna Zofia Monika Teresa Aleksandra Danuta Natalia
    Julia Karolina Marta Beata Dorota Halina Jadwiga Alicja Jolanta Iwona Irena Grażyna Paulina Justyna Bożena Wiktoria Hanna Urszula
    Emilia Renata Sylwia Patrycja Kinga Weronika Gabriela Oliwia Helena Stanisława Izabela Aneta Amelia Wiesława Dominika Ewelina Lucyna
    Kamila Edyta Marzena Maja Lena Genowefa Kazimiera Stefania Bogumiła Mirosława Bogusława Żaneta Łucja Róża Aniela Bronisława Ludwika
    """,
  ]

  private static let male: [Language: String] = [
    .de: """
    Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Hans Bernd
    Torsten Matthias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Rainer Rüdiger Holger Ralf Dirk Karsten Volker Ulrich Jochen
    Joachim Friedrich Wilhelm Karl Karl-Heinz Hans-Jürgen Hermann Otto Ernst Rudolf Siegfried Reinhard Norbert Harald Ingo Axel Detlef
    Burkhard Egon Erwin Gottfried Gregor Hartmut Heiko Henning Kai Lars Lothar Ludwig Marco Maximilian Moritz Niklas Oliver Philipp Sebastian
    Tobias Felix Florian Fabian Dominik Daniel Benjamin Johannes Jonas Lukas Simon Tim Anton Jakob Konrad Valentin Xaver Alois Sepp
    """,
    .nl: """
    Johannes Jan Cornelis Hendrik Willem Pieter Gerrit Jacobus Petrus Dirk Klaas Jeroen Marcel Erik Peter Frank Ronald Patrick Michiel Maarten
    Sander Wouter Bart Bas Jasper Joost Thijs Ruben Stijn Niels Martijn Arjan Edwin Vincent Rick Mark Tim Tom Tijs Koen Luuk Daan Thomas
    Lars Jelle Gijs Floris Teun Sjoerd Siebe Douwe Wietse Harmen Evert Egbert Rutger Diederik Reinier Bram Guus Kees Piet Henk Wim Jos
    Geert Luc Filip Kristof Dries Wannes Jef Stef Tuur Pieterjan Bert Rik Hugo Cas Mees Boudewijn Lodewijk Roelof Tjeerd Yannick
    """,
    .fr: """
    Jean Pierre Michel André Philippe René Louis Alain Jacques Bernard Marcel Daniel Roger Robert Paul Claude Christian Henri Georges Nicolas
    François Patrick Gérard Christophe Joseph Julien Maurice Laurent Frédéric Éric David Stéphane Pascal Sébastien Alexandre Thierry Olivier
    Antoine Raymond Guillaume Dominique Serge Vincent Thomas Bruno Yves Jérôme Benoît Gilles Cédric Mickaël Fabrice Damien Romain Florian
    Mathieu Maxime Quentin Baptiste Clément Corentin Étienne Gaël Loïc Yann Erwan Mehdi Karim Mohamed Rachid Youssef Jean-Claude Jean-Luc
    Jean-Marc Jean-Michel Arnaud Aurélien Bastien Didier Emmanuel Franck Ghislain Hervé Hugues Joël Lionel Ludovic Marc Régis Rémi Xavier
    """,
    .es: """
    Antonio José Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Pablo Ángel Sergio Fernando Jorge Luis
    Alberto Álvaro Adrián Diego Raúl Iván Enrique Ramón Vicente Óscar Rubén Andrés Joaquín Santiago Eduardo Víctor Mario Roberto Jaime
    Ignacio Marcos Alfonso Salvador Ricardo Emilio Guillermo Gabriel Julio Tomás Agustín Gonzalo Hugo Íñigo Iker Unai Xabier Josep Jordi
    Oriol Arnau Nicolás Martín Matías Facundo Leandro Gustavo Héctor Arturo Rodrigo Esteban Ezequiel Hernán Mauricio Osvaldo Rigoberto
    """,
    .it: """
    Giuseppe Antonio Giovanni Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno Paolo Michele Giorgio Aldo
    Sergio Luciano Marco Andrea Alessandro Matteo Lorenzo Luca Stefano Roberto Davide Simone Federico Riccardo Daniele Fabio Massimo Claudio
    Maurizio Alberto Enrico Emanuele Gabriele Nicola Filippo Tommaso Edoardo Giacomo Pasquale Raffaele Gennaro Ciro Rocco Cosimo Vito Nunzio
    Ettore Umberto Renato Silvio Tullio Valerio Walter Gianluca Gianluigi Pierluigi Piergiorgio Gianmarco Giancarlo Gianfranco Dario Elio
    """,
    .pt: """
    José António João Manuel Carlos Luís Paulo Pedro Fernando Francisco Jorge Rui Nuno Tiago Ricardo Miguel Bruno Hugo André Daniel Rafael
    Gonçalo Diogo Duarte Tomás Afonso Martim Rodrigo Vasco Bernardo Henrique Eduardo Filipe Marco Sérgio Vítor Joaquim Domingos Alberto
    Armando Artur Augusto Américo Adelino Abílio Antônio Raimundo Sebastião Geraldo Marcos Marcelo Márcio Fábio Felipe Gustavo Guilherme
    Leandro Lucas Luiz Matheus Renato Roberto Rogério Thiago Vinícius Wagner Wellington Anderson Caio Cauã Edson Everton Gilberto Igor
    """,
    .pl: """
    Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz Jerzy Tadeusz Adam Łukasz Zbigniew Ryszard Dariusz
    Henryk Mariusz Kazimierz Wojciech Robert Mateusz Marian Rafał Jacek Janusz Mirosław Maciej Sławomir Jarosław Kamil Wiesław Roman
    Władysław Jakub Artur Zdzisław Edward Mieczysław Damian Dawid Przemysław Sebastian Czesław Leszek Daniel Waldemar Wacław Bartłomiej
    Bartosz Filip Hubert Igor Konrad Szymon Ludwik Bogdan Eugeniusz Zygmunt Lech Radosław Bolesław Wincenty Franciszek Ignacy Kacper Bogusław
    """,
  ]
}
