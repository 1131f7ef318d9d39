import Veil

/// Everything that a gateway is configured with. A value; ``SettingsFile`` reads it from YAML.
public struct Settings: Sendable {
  public var listen = Listen()
  /// What engines are compiled from. Its classes are narrowed by ``pseudonymize`` and the request's headers.
  public var policy = Policy.default
  /// What is done to a request that has no header that says otherwise.
  public var pseudonymize = Pseudonymize()
  public var answers = Answers()
  public var hint = Hint()
  public var attachments = Attachments.refuse
  /// Nil: no vault outlives its request.
  public var conversations: Conversations?
  public var limits = Limits()
  /// In order: the first whose patterns fit the model's name takes the request. Empty: the built-in echo model.
  public var upstreams: [Upstream] = []
  /// Base URLs that `X-Model-Api-Base-Url` may name or lie below.
  public var allowedBaseURLs: [String] = []
  /// Empty: nobody is asked for a key, and only loopback is listened on.
  public var callers: [Caller] = []
  public var log = Log()

  public init() {}
}

extension Settings {
  public struct Listen: Sendable, Equatable {
    public var host = "127.0.0.1"
    /// 0: any that is free.
    public var port = 8080
    /// Origins of pages that may call the gateway from a browser, like `https://chat.example.com`, besides its own.
    public var allowedOrigins: [String] = []
  }

  /// Which classes of identifiers are replaced where a request's headers leave it open.
  public struct Pseudonymize: Sendable, Equatable {
    public var pii = true
    public var oii = true
  }

  public struct Answers: Sendable, Equatable {
    /// Whether originals are put back.
    public var restore = true
    /// Whether the answer carries the mapping.
    public var returnsMapping = false
    /// Whether values that only system texts and tools hold stay placeholders in the answer.
    public var keepsSystemValues = false
    public var logprobs = Logprobs.drop
  }

  /// What becomes of log probabilities where placeholders were issued: their tokens spell placeholders.
  public enum Logprobs: String, Sendable, CaseIterable { case drop, keep }

  /// What becomes of images, files, audio and prompts of token ids, which cannot be looked into.
  public enum Attachments: String, Sendable, CaseIterable { case refuse, strip, forward }

  /// What the model is told of placeholders, when there are any.
  public struct Hint: Sendable, Equatable {
    public var isOn = true
    public var text = Hint.standard

    /// The wording that is used when the configuration has none.
    public static let standard = """
      Some names and identifiers in this conversation are replaced by placeholders such as [NAME_1] or [EMAIL_2]. Treat \
      each placeholder as the value it stands for, and write it exactly as it is, with its brackets, wherever you would \
      write the value. The same placeholder always means the same value; [NAME_1_GIVEN] and [NAME_1_FAMILY] are the \
      given and the family name of [NAME_1], other endings are other spellings of it. Do not make up placeholders, and \
      do not explain them.
      """
  }

  public struct Conversations: Sendable, Equatable {
    /// The request header with the conversation's id.
    public var header = "X-Conversation-Id"
    /// Most conversations that are kept; the least recently used goes first.
    public var maximum = 10_000
    /// A conversation is forgotten so long after its last request.
    public var expiry = Duration.seconds(1800)
    /// Most entries of one conversation's vault.
    public var entries = 10_000
  }

  /// Bounds that keep memory finite.
  public struct Limits: Sendable, Equatable {
    /// Bytes of a request's body.
    public var body = 10 << 20
    /// Bytes of one event of a stream.
    public var event = 1 << 20
    /// Bytes of an answer that is not streamed.
    public var answer = 64 << 20
    /// Texts of one answer that run side by side: content, reasoning, each tool call's arguments, by choice.
    public var lanes = 1024
    /// Connections that are open at once.
    public var connections = 4096
    /// Requests that are being answered at once; more are told 503.
    public var requests = 4096
    /// How long a stream may be silent before a comment keeps the connection alive.
    public var keepAlive = Duration.seconds(15)
    /// How long running answers may take to end when the gateway is told to stop.
    public var shutdown = Duration.seconds(30)
  }

  /// A provider.
  public struct Upstream: Sendable, Equatable {
    public var name: String
    /// With the version, without a slash at the end: `https://api.example.com/v1`. Nil: the built-in echo model.
    public var url: String?
    /// Names of models; `*` stands for any characters.
    public var models: [String] = ["*"]
    /// Models as the provider calls them, where that differs.
    public var renames: [String: String] = [:]
    public var key: Key?
    /// Headers that every request to it has, like `OpenAI-Organization`.
    public var headers: [String: String] = [:]
    /// Headers of the caller's that are handed on, in lower case. All others stay here.
    public var forwardedHeaders: Set<String> = ["openai-beta"]
    /// Whether a caller's `X-Model-Api-Key` takes the place of the key.
    public var acceptsCallerKeys = false
    public var connectTimeout = Duration.seconds(10)
    /// Until the answer's head.
    public var firstByteTimeout = Duration.seconds(120)
    /// Between two pieces of the answer.
    public var idleTimeout = Duration.seconds(120)
    /// How often a request is sent again when it could not be sent or was answered with 502, 503 or 504.
    public var retries = 2
    /// Connections to it at once.
    public var connections = 256
    /// A file of certificates (PEM) that are trusted instead of the system's.
    public var trustedCertificates: String?

    public init(name: String, url: String?) {
      self.name = name
      self.url = url
    }
  }

  /// Where an upstream's key is read from: never from the configuration itself.
  public enum Key: Sendable, Equatable {
    case environment(String)
    case file(String)
  }

  /// Somebody with a key.
  public struct Caller: Sendable, Equatable {
    public var name: String
    /// SHA-256 of the key, 32 bytes.
    public var keyHash: [UInt8]
    /// Spaces that it may use; nil: all.
    public var spaces: Set<String>?
    public var requestsPerMinute: Int?
    public var tokensPerMinute: Int?
    public var budget: Budget?

    public init(name: String, keyHash: [UInt8]) {
      self.name = name
      self.keyHash = keyHash
    }
  }

  /// Most tokens in a period, counted from the gateway's start of that period in UTC.
  public struct Budget: Sendable, Equatable {
    public enum Period: String, Sendable, CaseIterable { case day, month }
    public var tokens: Int
    public var period: Period

    public init(tokens: Int, period: Period) {
      self.tokens = tokens
      self.period = period
    }
  }

  public struct Log: Sendable, Equatable {
    public enum Level: String, Sendable, CaseIterable { case debug, info, warning, error }
    public var level = Level.info
  }
}
