/// What addresses of all countries consist of: numbers, units, towns with their postcodes. Each rule finds a street in
/// its own way; ``rest`` is what follows a street anywhere.
extension Catalogue {
  /// A word with a capital, with hyphens, apostrophes and abbreviations: `Saint-Denis`, `St.`, `O'Hara`.
  static let addressWord = #"[\#(capitals)][\#(letters)'.\-]{0,30}"#
  /// Letters, spaces, apostrophes, hyphens and full stops: what the words before a house number consist of. All beyond
  /// ASCII counts, since a class of few bytes is matched far faster.
  static let plain = #"[^\x00-\x1F!-&(-,/-@\[-`{-~]"#
  /// House number: `12`, `12a`, `12-14`, `8/3/12`.
  static let houseNumber =
    #"[0-9]{1,5}(?:[ ]?[A-Za-z](?![\w\#(letters)]))?(?:(?:[ ]?[\-/][ ]?[0-9]{1,4}[A-Za-z]?|/[A-Za-z])(?!\w)){0,3}"#

  /// Units and then a town with its postcode, each as far as they are there. Needs ``addressParts`` at the end of the
  /// pattern.
  static let rest = "(?:(?&unit)){0,4}(?&place)?(?!\\w)"
  static let town = "(?&town)"

  /// The parts that the rules call by name, so that each pattern has them once.
  static let addressParts =
    #"""
    (?(DEFINE)(?<gap>,?[ ]{0,2}\r?\n[ \t]{0,8}|,[ ]{0,2}|[ ]{1,2}(?:[\-–][ ])?|\.[ ](?=(?:E-|CP |D-)?[0-9]{5}[ ,]))\#
    (?<town>[\#(capitals)][\#(letters)'.\-]{1,30}(?<![.'\-])(?:(?:[ ](?:de|del|la|le|les|sur|am|an|der|im|bei|aan\#
    |den|in|di|do|da|dos|das|y|e|upon|on|ob|nad|pod|i)){0,3}[ ](?!E-?mail|Tel|Fax|Phone\#
    |Correo)[\#(capitals)][\#(letters)'\-]{1,30}(?<!['\-])){0,2}\#
    (?:[ ][KVNSØC](?!\w))?)(?<unit>\#(unit))(?<place>\#(american)|\#(commonwealth)|\#(indian)|\#(continental)\#
    |\#(brazilian)))
    """#

  // MARK: Units

  /// Apartment, floor, stairs, …: `Apt 4B`, `#12`, `m. 5`, `2. OG`, `lgh 1102`, `st. tv.`
  private static let unit =
    #"""
    ,?[ ]{1,2}(?:-[ ])?(?:(?:#[ ]?|(?i:apt|apartment|suite|ste|unit|floor|fl|room|rm|flat|bldg|building|wohnung|whg\#
    |bus|boîte|bte|piso|pta|puerta|esc|escalera|bloque|portal|planta|andar|apto|apt\.?[ ]?to|interno|int|scala|m\#
    |mieszk|mieszkanie|lok|lokal|nr[ ]lok|bl|blok|bud|kl|klatka|étage|appt|bât|bâtiment|porte|escalier|stiege|stg\#
    |top|tür|lgh|vån|bloco|sala|casa|conjunto|cj|bloque|dpto|depto|interior|block|sector|phase|tower|wing|level\#
    |asunto|as)(?![\#(letters)])\.?[ ]?(?:#|no\.?|nr\.?\#
    |n[o°]\.?)?[ ]?)[0-9A-Za-z](?:[0-9A-Za-z\-/]{0,5}(?<![\-/]))?(?:[oa°](?!\w))?(?!\w)\#
    |(?:[0-9]{1,2}(?:st|nd|rd|th)|[Gg]round|[Ff]irst|[Ss]econd|[Tt]hird)[ ](?:[Ff]loor|[Mm]ain|[Cc]ross|Phase|Block\#
    |Stage|Sector)(?!\w)|[0-9]{1,2}(?:\.[ ]?(?:OG|UG|Stock|Etage|étage|sal|vån|kerros)|(?:er|e|ème|ère)[ ]étage)(?!\w)\#
    |(?:EG|DG|HH|VH|Hinterhaus|Vorderhaus|fundos|rez-de-chaussée|RDC|Bajo|Ático)(?![\w])|(?:st|kl|[0-9]{1,2})\.?[ ]\#
    (?:th|tv|mf)\.?(?!\w)|H0[0-9]{3}(?!\w)|[A-H][ ]?[0-9]{1,3}(?=[ ]?(?:,|\r?\n|\z)))
    """#

  // MARK: Places

  static let states =
    #"""
    (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]\#
    |W[AIVY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho\#
    |Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi\#
    |Missouri|Montana|Nebraska|Nevada|New[ ](?:Hampshire|Jersey|Mexico|York)|(?:North|South)[ ](?:Carolina|Dakota)\#
    |Ohio|Oklahoma|Oregon|Pennsylvania|Rhode[ ]Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington\#
    |West[ ]Virginia|Wisconsin|Wyoming)
    """#
  static func britishPostcode(_ space: String) -> String {
    #"""
    (?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]\#
    |L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO\#
    |ZE)[0-9][0-9A-Z]?\#(space)[0-9][ABD-HJLNP-UW-Z]{2}(?!\w)
    """#
  }
  static func canadianPostcode(_ space: String) -> String {
    #"[ABCEGHJ-NPRSTVXY][0-9][A-Z]"# + space + #"[0-9][A-Z][0-9](?!\w)"#
  }
  static let dutchPostcode = #"[1-9][0-9]{3}[ ]?(?!S[ADS])[A-Z]{2}(?!\w)"#
  /// Irish routing keys and unique identifiers: no letter that reads as a digit.
  static func irishPostcode(_ space: String) -> String {
    #"(?:[ACDEFHKNPRTVWXY][0-9]{2}|D6W)"# + space + #"(?=[A-Z0-9]{0,3}[0-9])[0-9ACDEFHKNPRTVWXY]{4}(?!\w)"#
  }

  /// In the United States town, state and ZIP code; for its forces abroad an office and a region.
  private static let american =
    #"""
    (?:(?:(?&gap)(?&town))?,?[ ]{0,2}\r?\n?[ ]{0,2}(?<=[ ,\n])(?:\#(states)|(?:APO|FPO|DPO),?[ ]A[EPA])\.?,?[ ]{1,2}\#
    [0-9]{5}(?:-[0-9]{4})?(?![0-9])(?:,[ ](?:USA|United States)(?:[ ]of[ ]America)?)?)
    """#
  /// In the United Kingdom, Ireland, Canada, Australia and New Zealand.
  private static let commonwealth =
    #"""
    (?:(?:(?&gap)(?&town)){0,3}?(?&gap)(?:\#(britishPostcode("[ ]?"))|(?:(?&town)[ ,]{1,2})?\#
    (?:[A-Z]{2},?[ ])?\#(canadianPostcode("[ ]?"))|(?:Co\.?[ ](?&town)(?&gap)|(?&town)(?&gap)|Dublin[ ][0-9]{1,2}W?\#
    (?&gap))?\#(irishPostcode("[ ]?"))|Dublin[ ][0-9]{1,2}W?|Co\.[ ](?&town)\#
    |(?&town)[ ,]{1,2}(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Vic|Qld|Tas)[ ,]{1,2}[0-9]{4}(?![0-9])\#
    |(?:Auckland|Wellington|Christchurch|Hamilton|Dunedin|Tauranga|Napier|Nelson|Rotorua|Queenstown)[ ][0-9]{4}\#
    (?![0-9])))
    """#
  /// In India localities, a town, often the state, and a PIN code of six digits.
  private static let indian =
    #"""
    (?:(?:(?&gap)(?:[\#(capitals)0-9][\#(letters)0-9'.\-]{1,24}[ ]?){1,4}(?=[,\n])){0,5}?(?&gap)(?&town)\#
    (?:(?&gap)(?&town))?(?:[ ]?[\-–,][ ]?|[ ]|[ ]?[Pp][Ii][Nn](?:[ ]?[Cc]ode)?[ ]?[:\-]?[ ]?)[1-9][0-9]{2}[ ]?[0-9]{3}\#
    (?![0-9\-]))
    """#
  /// On the continent the postcode stands before the town.
  private static let continental =
    #"""
    (?:(?&gap)(?:(?&town)(?&gap))?(?:(?:A|B|CH|D|DK|E|F|FI|FIN|I|IS|L|LT|LV|N|NL|NO|P|PL|S|SE)-|CP[ ])?\#
    (?:(?:\#(dutchPostcode)|[0-9]{2}-[0-9]{3}|[0-9]{4}-[0-9]{3}|[0-9]{5}-[0-9]{3}|[0-9]{3}[ ][0-9]{2}|[0-9]{5})\#
    (?![\w\-])(?:(?:[ ]{1,2}|,[ ])(?:-[ ])?(?&town)(?:[ ]\([A-Z]{2}\)|[ ][A-Z]{2}(?!\w))?)?|[0-9]{4}[ ]{1,2}\#
    (?&town)|[1-9][0-9]{2}[ ](?:Reykjavík|Kópavog\w{1,3}|Hafnarf\w{2,8}|Akureyri|Garðabæ\w?|Selfoss\w?))\#
    (?:[ ](?i:cedex))?(?:(?<=[Cc]edex|CEDEX)[ ][0-9]{1,2})?)
    """#
  /// In Brazil quarter, town, state and CEP, with hyphens between them.
  private static let brazilian =
    #"""
    (?:(?:(?:[ ]?[\-–][ ]?|(?&gap))(?&town)){1,3}(?:[ ]?[/\-–,][ ]?(?:A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]\#
    |R[JNORS]|S[CEP]|TO)(?!\w))?(?:(?:[ ]?[\-–,][ ]?|(?&gap))(?:CEP:?[ ]?)?[0-9]{5}-?[0-9]{3}(?![0-9])\#
    |(?<=[/\- ][A-Z]{2})))
    """#
}
