/// Leads inputs through a treatment. Pieces are treated up to `jobs` at a time; everything else happens in order on
/// this task, so that results do not depend on `jobs`.
struct Runner<T: Treatment> {
  private let treatment: T
  private let jobs: Int
  private var progress: Progress
  private var steps: [Step] = []
  /// The latest task in each of `jobs` lanes: the next one there waits for it.
  private var lanes: [Task<T.Outcome, any Error>?]
  private var started = 0
  private var current = InputPath(path: "", relative: "")
  private var hasFailed = false
  private var failures = 0

  /// What is to be done, in order.
  private enum Step {
    case begin(InputPath)
    case piece(Result<T.Outcome, any Error>)
    case running(Task<T.Outcome, any Error>)
    case failure(any Error)
    case end
  }

  init(_ treatment: T, jobs: Int, progress: Progress) {
    self.treatment = treatment
    self.jobs = jobs
    self.progress = progress
    lanes = Array(repeating: nil, count: jobs)
  }

  mutating func run(_ inputs: [InputPath]) async throws -> RunResult {
    let start = ContinuousClock.now
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    for input in inputs { try await read(input, &buffer) }
    try await drain()
    progress.clear()
    return RunResult(
      inputs: inputs.count, failures: failures, bytes: progress.done, duration: ContinuousClock.now - start)
  }

  private mutating func read(_ path: InputPath, _ buffer: inout [UInt8]) async throws {
    let cutter = treatment.makeCutter()
    try await add(.begin(path))
    let input: Input
    do { input = try Input(path.path) } catch { return try await add(.failure(error)) }
    var count = 0
    repeat {
      // Making visible costs a sync of the vault: not for every pause of a busy pipe, only when it has run dry.
      if !input.isReady(within: 20) {
        try await drain()
        try treatment.flush()
      }
      let pieces: [T.Piece]
      do {
        count = try input.read(into: &buffer)
        pieces = try cutter(buffer[..<count])
      } catch {
        return try await add(.failure(error))
      }
      for piece in pieces { try await start(piece) }
      progress.add(count)
      // A task that failed is noticed when its turn comes; until then reading goes on for nothing.
    } while count > 0 && !(hasFailed && current.path == path.path)
    try await add(.end)
  }

  private mutating func start(_ piece: T.Piece) async throws {
    let treat = treatment.treat
    if jobs == 1 { return try await add(.piece(Result { try treat(piece) })) }
    let lane = started % jobs
    started += 1
    let previous = lanes[lane]
    let task = Task {
      _ = await previous?.result
      return try treat(piece)
    }
    lanes[lane] = task
    try await add(.running(task))
  }

  private mutating func add(_ step: Step) async throws {
    steps.append(step)
    // Alone, each step is done at once; else some wait, so that no thread has to.
    while steps.count > (jobs == 1 ? 0 : 2 * jobs + 2) { try await take(steps.removeFirst()) }
  }

  private mutating func drain() async throws {
    while !steps.isEmpty { try await take(steps.removeFirst()) }
  }

  private mutating func take(_ step: Step) async throws {
    switch step {
    case .begin(let path):
      current = path
      hasFailed = false
      try treatment.begin(path)
    case .piece(let result): try take(result)
    case .running(let task): try take(await task.result)
    case .failure(let error): try fail(error)
    case .end: if !hasFailed { try treatment.end() }
    }
  }

  private mutating func take(_ result: Result<T.Outcome, any Error>) throws {
    if hasFailed { return }
    switch result {
    case .success(let outcome):
      do { try treatment.commit(outcome) } catch let failure as Failure { try fail(failure) }
    case .failure(let error): try fail(error)
    }
  }

  private mutating func fail(_ error: any Error) throws {
    if hasFailed { return }
    hasFailed = true
    failures += 1
    try treatment.abandon()
    progress.clear()
    let name = current.path == "-" ? "standard input" : current.path
    note("veil: \(name): \(error)")
  }
}
