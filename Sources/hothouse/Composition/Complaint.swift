import Foundation
import IdeaPipeline
import Interchange
import Settings
import SharedStore

/// Why a command ends without having done what was asked: the exit status and one line for standard error.
struct Complaint: Error, Hashable {
  let status: ExitStatus
  /// What happened, what is safe and what to do, with full stops.
  let sentence: String

  /// A complaint as given.
  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  /// What any error of the parts below means at a shell. This is the one place where exit codes are given out.
  init(_ error: any Error) {
    switch error {
    case let complaint as Complaint: self = complaint
    case let refusal as Refusal: self.init(refusal, remedy: nil)
    case let error as StoreError: self.init(error.exitStatus, error.description)
    case let error as SettingsError: self.init(error.exitStatus, error.description)
    case let error as ImportError: self.init(.badInput, error.description)
    default: self.init(.failedIO, "Something went wrong that should not: \(error.localizedDescription).")
    }
  }

  /// A refusal, with the command that helps.
  init(_ refusal: Refusal, remedy: String?) {
    self.init(refusal.reason.exitStatus, [refusal.sentence, remedy].compactMap(\.self).joined(separator: " "))
  }
}

extension Refusal.Reason {
  /// The exit status of a command that was refused for this reason.
  var exitStatus: ExitStatus {
    switch self {
    case .rule, .stale: .refused
    case .notPermitted: .notPermitted
    case .notFound: .notFound
    case .badInput: .badInput
    }
  }
}

extension StoreError {
  /// The exit status of a command that met this error.
  var exitStatus: ExitStatus {
    switch self {
    case .busy: .busy
    case .noSuchBoard: .notFound
    case .boardExists, .fileExists: .refused
    case .unusableName: .usage
    case .notABoard, .damaged: .badInput
    case .newerBoard, .notPermitted: .notPermitted
    case .unsafeFileSystem, .diskFull, .system, .database, .closed: .failedIO
    }
  }
}

extension SettingsError {
  /// The exit status of a command that met this error.
  var exitStatus: ExitStatus {
    switch self {
    case .unreadable: .failedIO
    case .mistakes: .badInput
    case .notFound: .notFound
    }
  }
}
