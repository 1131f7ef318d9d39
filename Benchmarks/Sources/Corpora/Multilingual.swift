/// Sentences of many scripts, and what makes matching hard in them: full-width digits, zero-width characters, look-alikes.
enum Multilingual {
  static func writeParagraph(to writer: inout Writer) {
    for _ in 0...writer.random.below(5) {
      writeSentence(to: &writer)
      if writer.random.chance(20) { writeDisguised(to: &writer) }
    }
    writer.write("\n")
  }

  private static func writeSentence(to writer: inout Writer) {
    if writer.random.chance(35) {
      Sentences.writeStatement(to: &writer)
      writer.write(" ")
      return
    }
    let script = writer.random.pick(scripts)
    for place in 0...writer.random.number(4...14) {
      if place > 0 { writer.write(script.separator) }
      writer.write(writer.random.pickSkewed(script.words))
      // Inside a sentence, as between words that are not written apart: nothing that a reader would see.
      if writer.random.chance(2) { writer.write(writer.random.pick(["\u{200b}", "\u{200d}", "\u{2060}", "\u{ad}"])) }
    }
    if writer.random.chance(20) {
      writer.write(script.separator)
      writeDigits(writer.random.number(1...4), of: script.zero, to: &writer)
    }
    writer.write(script.end)
  }

  private static func writeDisguised(to writer: inout Writer) {
    switch writer.random.below(6) {
    case 0:
      writer.write("+")
      writeDigits(2, of: 0xff10, to: &writer)
      writer.write(" ")
      writeDigits(4, of: 0xff10, to: &writer)
      writer.write(" ")
      writeDigits(6, of: 0xff10, to: &writer)
    case 1:
      // The seventh character of the address is one that shows nothing.
      let start = writer.output.count
      Identifiers.writeAddress(to: &writer)
      writer.output.insert(contentsOf: "\u{200b}".utf8, at: start + 6)
    case 2:
      writer.write("４１１１ １１１１ １１１１ １１１１")
    case 3: Identifiers.writePhone(to: &writer)
    case 4: Identifiers.writeLink(to: &writer)
    default: Identifiers.writeAddress(to: &writer)
    }
    writer.write(" ")
  }

  private static func writeDigits(_ count: Int, of zero: UInt32, to writer: inout Writer) {
    for _ in 0..<count {
      guard let digit = Unicode.Scalar(zero + UInt32(writer.random.below(10))) else { continue }
      writer.write(String(Character(digit)))
    }
  }

  private struct Script {
    var words: [String]
    var separator = " "
    var end = ". "
    /// The digit zero as this script has it.
    var zero: UInt32 = 0x30

    init(_ words: String, separator: String = " ", end: String = ". ", zero: UInt32 = 0x30) {
      self.words = words.split { $0 == " " || $0 == "\n" }.map(String.init)
      self.separator = separator
      self.end = end
      self.zero = zero
    }
  }

  private static let scripts: [Script] = [
    Script(
      """
      der die das und ist nicht ein eine wir haben über für können größer Straße schön Mädchen Brücke müssen Äpfel
      während zurück natürlich Gespräch Möglichkeit Schlüssel gehört fröhlich Öl heißt draußen wäre Bücher früh
      """),
    Script(
      """
      le la les et est dans pour où été garçon français déjà même élève forêt hôtel naïf cœur après très façon être
      château fenêtre voilà leçon âge première sœur œuvre régime mère théâtre
      """),
    Script(
      """
      el la los que en una niño mañana corazón también está año señor después árbol jardín canción más días fácil qué
      música número pájaro océano último rápido café sueño montaña
      """),
    Script(
      """
      и в не на что это как мы они было только дом время человек вода слово город книга утро дорога работа голос окно
      вопрос ответ сила деревня музыка письмо земля огонь сердце зима весна
      """),
    Script(
      """
      και το να είναι δεν που από για με στο χρόνος σπίτι θάλασσα βιβλίο λόγος πόλη δρόμος νερό φως μέρα νύχτα άνθρωπος
      φωνή καρδιά ψωμί παιδί ήλιος
      """),
    Script(
      """
      في من على أن هذا كان إلى ما البيت الوقت الماء الكتاب المدينة الطريق الصباح الكلمة السؤال الجواب القلب العمل الليل
      الشمس القمر الأرض البحر الطعام
      """, end: "، ", zero: 0x660),
    Script(
      """
      של את לא זה על היא הוא אני בית זמן מים ספר עיר דרך בוקר מילה שאלה תשובה לב עבודה לילה שמש ירח ארץ ים אוכל
      """),
    Script(
      """
      और है में का की यह नहीं एक घर समय पानी किताब शहर रास्ता सुबह शब्द प्रश्न उत्तर दिल काम रात सूरज चाँद धरती समुद्र
      """, end: "। ", zero: 0x966),
    Script(
      """
      และ ที่ ใน ไม่ เป็น บ้าน เวลา น้ำ หนังสือ เมือง ถนน เช้า คำ คำถาม คำตอบ หัวใจ งาน กลางคืน พระอาทิตย์ ทะเล อาหาร
      """, separator: "", end: " ", zero: 0xe50),
    Script(
      """
      的 是 在 我们 他们 时间 房子 水 书 城市 道路 早晨 问题 回答 心 工作 夜晚 太阳 月亮 大地 海洋 食物 因为 所以 已经 可以 朋友 音乐
      """, separator: "", end: "。", zero: 0xff10),
    Script(
      """
      の に は を が と で 私たち 時間 家 水 本 町 道 朝 言葉 質問 答え 心 仕事 夜 太陽 月 海 食べ物 です ます した ください カメラ テレビ
      """, separator: "", end: "。", zero: 0xff10),
    Script(
      """
      그리고 이것은 우리는 시간 집 물 책 도시 길 아침 단어 질문 대답 마음 일 밤 태양 달 땅 바다 음식 있다 없다 친구 음악
      """),
    Script(
      """
      và là của không một chúng tôi nhà thời gian nước sách thành phố đường buổi sáng câu hỏi trả lời trái tim công việc
      đêm mặt trời biển
      """),
    Script(
      """
      ve bir bu için değil ev zaman su kitap şehir yol sabah söz soru cevap gönül iş gece güneş ay dünya deniz çiçek ağaç
      öğrenci ışık İstanbul
      """),
    Script(
      """
      👍 🙂 ok 🎉 haha 👩‍💻 ☕ ja oui si 🇩🇪 ❤️ 🚀 no lol
      """),
  ]
}
