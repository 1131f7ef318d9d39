import Glibc
import Veil
import VeilFormats

/// A vault on disk, open for more: locked against other writers, readable for its owner only.
///
/// The file is a log that only grows (see ``VaultFile``). Before any pseudonymized text becomes visible, ``save()``
/// appends what was issued since the last time and waits until it is on the disk. So text never is without its way
/// back, whatever happens to the process; an endless pipe has a vault that can be used at any moment; and saving costs
/// what is new, not what is there. The lock is on the file itself, which is never replaced.
final class VaultStore {
  let vault: Vault
  /// How the JSON is written that is pseudonymized; saved, so that restoring can write its values likewise.
  var style: JSONStyle
  private let path: String
  private let descriptor: Int32
  private var saved: Vault.SavePoint
  private var savedSample: [UInt8]
  /// Length of the file up to its last complete line.
  private var length: Int

  /// Opens the vault or makes an empty one, and waits for its lock.
  ///
  /// - Parameter mapping: What stands for what beforehand.
  init(_ path: String, mapping: Mapping?, isQuiet: Bool) throws {
    self.path = path
    descriptor = retrying { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    if descriptor < 0 { throw SystemError("cannot open vault \(path)") }
    do {
      try lock(descriptor, path, isQuiet: isQuiet)
      // It may have been made by hand or copied with more rights.
      if fchmod(descriptor, 0o600) != 0 { throw SystemError("cannot protect vault \(path)") }
      let bytes = try Input(path).readAll(limit: 1 << 30)
      let contents = try readContents(bytes, path)
      length = contents.count
      style = contents.style
      savedSample = style.sample
      // What a crash left behind the last complete line.
      if length < bytes.count, ftruncate(descriptor, length) != 0 { throw SystemError("cannot write vault \(path)") }
      vault = try makeVault(contents.entries, mapping, path)
      saved = vault.loaded
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// Reads a vault to restore from, and how the JSON was written that was pseudonymized with it.
  ///
  /// Needs no lock: lines are complete or not yet used.
  static func read(_ path: String, mapping: Mapping?) throws -> (vault: Vault, style: JSONStyle) {
    let contents = try readContents(try Input(path).readAll(limit: 1 << 30), path)
    return (try makeVault(contents.entries, mapping, path), contents.style)
  }

  /// Brings what was issued since the last call to the disk.
  func save() throws {
    var lines = length == 0 ? VaultFile.header : []
    for entry in vault.changes(since: &saved) { VaultFile.append(entry, to: &lines) }
    if style.sample != savedSample {
      VaultFile.append(style, to: &lines)
      savedSample = style.sample
    }
    if lines.isEmpty { return }
    let isNew = length == 0
    do {
      var start = 0
      while start < lines.count {
        let count = retrying {
          lines.withUnsafeBytes { pwrite(descriptor, $0.baseAddress! + start, lines.count - start, length + start) }
        }
        if count < 0 { throw SystemError("cannot write vault \(path)") }
        start += count
      }
      if fdatasync(descriptor) != 0 { throw SystemError("cannot write vault \(path)") }
    } catch {
      ftruncate(descriptor, length)
      throw error
    }
    length += lines.count
    if isNew { syncFolder(of: path) }
  }
}

private func lock(_ descriptor: Int32, _ path: String, isQuiet: Bool) throws(SystemError) {
  if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
  if errno == EWOULDBLOCK, !isQuiet { note("veil: another process is writing to \(path); waiting for it to end") }
  if retrying({ flock(descriptor, LOCK_EX) }) != 0 { throw SystemError("cannot lock vault \(path)") }
}

private func makeVault(_ entries: [Vault.Entry], _ mapping: Mapping?, _ path: String) throws -> Vault {
  do {
    return try Vault(entries: entries, mapping: mapping)
  } catch {
    let isVaultGood = mapping != nil && (try? Vault(entries: entries)) != nil
    throw Failure("\(isVaultGood ? "the mapping does not go with vault" : "vault") \(path): \(error)")
  }
}

private func readContents(_ bytes: [UInt8], _ path: String) throws -> VaultFile.Contents {
  do { return try VaultFile.read(bytes) } catch { throw Failure("vault \(path): \(error)") }
}
